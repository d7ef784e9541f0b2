package tritone.explanation;

import java.util.Objects;

/**
 * A piece of a review on a page.
 *
 * @param text as the review has it
 * @param attribution what moved the answer; 0 of a word that was not read
 */
public record PageWord(String text, Standing standing, double attribution) {
    /** What a word is to the classifier. */
    public enum Standing {
        KNOWN,
        /** Not in the vocabulary: all of these are one word to the classifier. */
        UNKNOWN,
        /** Cut away because the review is too long. */
        UNREAD
    }

    public PageWord {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(standing, "standing");
        if (!Double.isFinite(attribution)) {
            throw new IllegalArgumentException("attribution must be a finite number but was " + attribution);
        }
        if (standing == Standing.UNREAD && attribution != 0) {
            throw new IllegalArgumentException("attribution of an unread word must be 0 but was " + attribution);
        }
    }

    /** A word of the vocabulary. */
    public static PageWord known(String text, double attribution) {
        return new PageWord(text, Standing.KNOWN, attribution);
    }

    /** A word that is not in the vocabulary. */
    public static PageWord unknown(String text, double attribution) {
        return new PageWord(text, Standing.UNKNOWN, attribution);
    }

    /** A word that was cut away. */
    public static PageWord unread(String text) {
        return new PageWord(text, Standing.UNREAD, 0);
    }
}
