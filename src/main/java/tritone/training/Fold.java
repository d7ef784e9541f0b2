package tritone.training;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the parts of about the same size that reviews are cut into.
 *
 * @param number which one, from 1 on
 * @param of how many there are, at least 2
 */
public record Fold(int number, int of) {
    private static final Pattern LIKE_ONE = Pattern.compile("\\d+/\\d+");
    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

    public Fold {
        if (of < 2 || number < 1 || number > of) {
            throw refused(number + "/" + of);
        }
    }

    /** What is written as in {@code 2/5}; nothing if the text is something else. */
    static Optional<Fold> written(String text) {
        if (!LIKE_ONE.matcher(text).matches()) {
            return Optional.empty();
        }
        Matcher matcher = SHORT.matcher(text);
        if (!matcher.matches()) {
            throw refused(text);
        }
        return Optional.of(new Fold(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException(
                Setting.VALIDATION + " must be a fold such as 2/5, the second of five, but was " + text);
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
