package tritone.text;

import java.io.Reader;
import java.io.StringReader;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;

/**
 * Lucene's markup stripping, with a short cut that gives the same tokens and offsets: most reviews hold no markup or only
 * line breaks, and Lucene's scanner takes longer over them than all other steps together.
 */
final class Markup {
    private Markup() {}

    /** The text without tags and entities; a {@code CharFilter} where offsets moved. */
    static Reader strip(String text) {
        String plain = hasEntity(text) ? null : withBlankedBreaks(text);
        return plain != null ? new StringReader(plain) : new HTMLStripCharFilter(new StringReader(text));
    }

    /** Whether an ampersand could begin an entity: # or a name of two letters or more follows it. */
    private static boolean hasEntity(String text) {
        for (int i = text.indexOf('&'); i >= 0; i = text.indexOf('&', i + 1)) {
            boolean number = text.startsWith("#", i + 1);
            if (number || isLetter(text, i + 1) && isLetter(text, i + 2)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(String text, int at) {
        return at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    /** The text with a newline and spaces in the place of each line break tag; null if any other tag may stand in it. */
    private static String withBlankedBreaks(String text) {
        int first = text.indexOf('<');
        if (first < 0) {
            return text;
        }
        StringBuilder blanked = new StringBuilder(text);
        for (int i = first; i >= 0; i = text.indexOf('<', i + 1)) {
            int length = breakLength(text, i);
            if (length == 0) {
                return null;
            }
            blanked.setCharAt(i, '\n');
            for (int k = 1; k < length; k++) {
                blanked.setCharAt(i + k, ' ');
            }
        }
        return blanked.toString();
    }

    /** Length of the line break tag at this place, 0 if none stands there. */
    private static int breakLength(String text, int at) {
        for (String tag : new String[] {"<br />", "<br/>", "<br>"}) {
            if (text.startsWith(tag, at)) {
                return tag.length();
            }
        }
        return 0;
    }
}
