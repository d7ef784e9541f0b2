package tritone.corpus;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A row for each review, with a column for each field; an empty cell means that the field is not known. */
final class TableSink implements ReviewSink {
    /** The text comes last, so that people see the rest of a long row. */
    private static final List<String> COLUMNS = List.of("id", "label", "rating", "group", "text");

    private final RowWriter rows;
    private final CorpusFormat format;
    private final Escapes escapes;

    TableSink(Writer out, CorpusFormat format, Escapes escapes) throws IOException {
        this.rows = RowWriter.of(out, format, COLUMNS);
        this.format = format;
        this.escapes = escapes;
    }

    @Override
    public Set<Field> write(Review review, String place) throws IOException {
        rows.write(Arrays.asList(
                cell(review.id(), place),
                cell(review.label().orElse(null), place),
                Ratings.number(review.rating(), place).orElse(null),
                cell(review.group().orElse(null), place),
                cell(review.text(), place)));
        return Set.of();
    }

    /** The other tables quote. */
    private String cell(String text, String place) {
        return text == null || format != CorpusFormat.TSV ? text : escapes.encoded(text, "\t\n\r", place);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
