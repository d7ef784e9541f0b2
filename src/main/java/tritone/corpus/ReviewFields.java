package tritone.corpus;

import java.util.Optional;
import java.util.function.Function;

/** Makes a review of the words that a row holds for its fields; an empty word means that the field is not known. */
final class ReviewFields {
    private final LabelRule labels;
    private final ReadingOptions.Wanted wanted;

    ReviewFields(LabelRule labels, ReadingOptions.Wanted wanted) {
        this.labels = labels;
        this.wanted = wanted;
    }

    Review review(Function<Field, String> row, String place, long line) {
        String id = row.apply(Field.ID);
        String name = id.isEmpty() ? Long.toString(line) : id;
        String text = row.apply(Field.TEXT);
        if (wanted == ReadingOptions.Wanted.TEXTS) {
            return Review.of(name, text);
        }
        String group = row.apply(Field.GROUP);
        return new Review(
                name,
                text,
                labels.read(row.apply(Field.LABEL), place),
                Ratings.read(row.apply(Field.RATING), place),
                group.isEmpty() ? Optional.empty() : Optional.of(group));
    }
}
