package tritone.inspection;

import java.util.List;
import tritone.corpus.Quote;

/**
 * Where something was found, for people to look at.
 *
 * @param places one, or two if the finding is that they have something in common; none for a whole part
 * @param words a few words from there, or what is the matter
 */
public record Example(List<String> places, String words) {
    /** So many are told of each kind. */
    static final int MOST = 3;

    private static final int CHARACTERS_BEFORE = 12;

    public Example {
        places = List.copyOf(places);
    }

    /** A few words of the text around this character. */
    static String words(String text, int at) {
        int from = Math.max(0, at - CHARACTERS_BEFORE);
        boolean half = from > 0 && Character.isLowSurrogate(text.charAt(from));
        return (from > 0 ? "..." : "") + Quote.of(text.substring(half ? from + 1 : from));
    }
}
