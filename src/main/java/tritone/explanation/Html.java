package tritone.explanation;

/** Text in a page, whatever is in it. */
final class Html {
    private Html() {}

    /** The text between tags and in quoted attributes. Breaks become blanks; what a page must not hold, U+FFFD. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(c, escaped));
        return escaped.toString();
    }

    private static void append(int c, StringBuilder escaped) {
        switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            case '\t', '\n', '\r', 0x85, 0x2028, 0x2029 -> escaped.append(' ');
            default -> escaped.appendCodePoint(isForbidden(c) ? 0xfffd : c);
        }
    }

    /** Half of a surrogate pair, a control character, or none at all. */
    private static boolean isForbidden(int c) {
        int type = Character.getType(c);
        return type == Character.SURROGATE || type == Character.CONTROL || (c & 0xfffe) == 0xfffe;
    }
}
