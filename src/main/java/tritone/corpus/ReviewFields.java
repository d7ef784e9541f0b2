package tritone.corpus;

import java.util.Optional;
import java.util.function.Function;

/** Makes a review of the words that a row holds for its fields; an empty word means that the field is not known. */
final class ReviewFields {
    private final String idStart;
    private final LabelRule labels;
    private final ReadingOptions.Wanted wanted;

    /** @param idStart of ids that are made of lines */
    ReviewFields(LabelRule labels, ReadingOptions.Wanted wanted, String idStart) {
        this.idStart = idStart;
        this.labels = labels;
        this.wanted = wanted;
    }

    Review review(Function<Field, String> row, String place, long line) {
        String id = row.apply(Field.ID);
        String name = id.isEmpty() ? id(line) : id;
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

    /** What a review is called that says nothing of that. */
    String id(long line) {
        return idStart + line;
    }
}
