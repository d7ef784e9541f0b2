package tritone.explanation;

import java.util.function.ObjIntConsumer;

/** Text in a page, whatever is in it. */
public final class Html {
    private Html() {}

    /** The text between tags and in quoted attributes. Breaks become blanks; what a page must not hold, U+FFFD. */
    public static String escaped(String text) {
        return mapped(text, Html::appendEscaped);
    }

    /** The text in one line of characters that a page may hold, with nothing escaped. */
    public static String cleaned(String text) {
        return mapped(text, Html::appendCleaned);
    }

    private static String mapped(String text, ObjIntConsumer<StringBuilder> appending) {
        StringBuilder mapped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> appending.accept(mapped, c));
        return mapped.toString();
    }

    private static void appendEscaped(StringBuilder escaped, int c) {
        switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            default -> appendCleaned(escaped, c);
        }
    }

    private static void appendCleaned(StringBuilder cleaned, int c) {
        switch (c) {
            case '\t', '\n', '\r', 0x85, 0x2028, 0x2029 -> cleaned.append(' ');
            default -> cleaned.appendCodePoint(isForbidden(c) ? 0xfffd : c);
        }
    }

    /** Half of a surrogate pair, a control character, or none at all. */
    private static boolean isForbidden(int c) {
        int type = Character.getType(c);
        return type == Character.SURROGATE || type == Character.CONTROL || (c & 0xfffe) == 0xfffe;
    }
}
