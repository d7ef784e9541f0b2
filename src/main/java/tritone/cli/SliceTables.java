package tritone.cli;

import java.util.ArrayList;
import java.util.List;
import tritone.evaluation.Slice;
import tritone.evaluation.Slices;

/** Accuracy on parts of the reviews, as tables. */
final class SliceTables {
    private SliceTables() {}

    /** One by length, and one by rating if there are any; {@code model} is empty where it needs no name. */
    static List<TextTable> of(String model, Slices slices) {
        List<TextTable> tables = new ArrayList<>();
        if (!slices.lengths().isEmpty()) {
            tables.add(table(head(model, "tokens"), slices.lengths()));
        }
        if (!slices.ratings().isEmpty()) {
            tables.add(table(head(model, "rating"), slices.ratings()));
        }
        return tables;
    }

    private static String head(String model, String column) {
        return model.isEmpty() ? column : model + ", " + column;
    }

    private static TextTable table(String head, List<Slice> slices) {
        TextTable table = new TextTable().row(head, "accuracy", "95 % interval, from", "to", "reviews");
        for (Slice slice : slices) {
            table.row(
                    slice.name(),
                    Figures.percent(slice.accuracy().value()),
                    Figures.percent(slice.accuracy().low()),
                    Figures.percent(slice.accuracy().high()),
                    TextTable.figure(slice.reviews()));
        }
        return table;
    }
}
