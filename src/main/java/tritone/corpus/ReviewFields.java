package tritone.corpus;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes a review of the words that a row holds for its fields; an empty word means that the field is not known. */
final class ReviewFields {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}(\\.\\d{1,9})?");

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
                rating(row.apply(Field.RATING), place),
                group.isEmpty() ? Optional.empty() : Optional.of(group));
    }

    private static OptionalDouble rating(String cell, String place) {
        String number = cell.strip();
        if (number.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (!NUMBER.matcher(number).matches()) {
            throw new CorpusFormatException(
                    place, "expected a number as the rating but found \"" + Quote.of(number) + "\"");
        }
        return OptionalDouble.of(Double.parseDouble(number));
    }
}
