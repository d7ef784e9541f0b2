package tritone.corpus;

/**
 * Foreign text inside a sentence: short, and without characters that would break the line or drive a terminal, or halves
 * of characters.
 */
public final class Quote {
    private static final int LONGEST = 40;

    private Quote() {}

    /** At most 40 characters of the text, and dots if there are more. */
    public static String of(String text) {
        StringBuilder quoted = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(character -> {
            int type = Character.getType(character);
            boolean line = type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
            if (Character.isISOControl(character) || line || type == Character.SURROGATE) {
                quoted.append(String.format("\\u%04x", character));
            } else {
                quoted.appendCodePoint(character);
            }
        });
        return text.codePointCount(0, text.length()) > LONGEST ? quoted + "..." : quoted.toString();
    }

    /** Refuses a value with half of a character outside the basic plane. */
    static void checkWhole(String name, String text, String place) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                    throw new CorpusFormatException(
                            place,
                            "expected whole characters in \"" + of(name) + "\" but found half a surrogate pair, \\u"
                                    + Integer.toHexString(text.charAt(i)));
                }
                i++;
            }
        }
    }
}
