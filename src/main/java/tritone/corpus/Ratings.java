package tritone.corpus;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Ratings as rows spell them: plain decimal numbers. */
final class Ratings {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}(\\.\\d{1,9})?");

    private Ratings() {}

    /** The rating in this cell; none if the cell is empty. */
    static OptionalDouble read(String cell, String place) {
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

    /** The number that reads as this rating; 9 and not 9.0. */
    static Optional<BigDecimal> number(OptionalDouble rating, String place) {
        if (rating.isEmpty()) {
            return Optional.empty();
        }
        String spelt = Double.toString(rating.getAsDouble());
        if (Double.isFinite(rating.getAsDouble())) {
            BigDecimal shortest = new BigDecimal(spelt).stripTrailingZeros();
            BigDecimal number = shortest.scale() < 0 ? shortest.setScale(0) : shortest;
            if (NUMBER.matcher(number.toString()).matches()) {
                return Optional.of(number);
            }
        }
        throw new CorpusFormatException(
                place, "expected a rating that rows can spell without an exponent but found " + spelt);
    }
}
