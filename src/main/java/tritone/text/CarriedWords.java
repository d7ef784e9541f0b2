package tritone.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tritone.corpus.Quote;

/**
 * Words as a chain carries them in its one line: all but letters and digits of ASCII, {@code -}, {@code _} and {@code .} as
 * the percent signs of addresses, so that no file, terminal or shell takes them for something else.
 */
final class CarriedWords {
    /** Of the words of one step, as they are carried. */
    static final int MOST_CHARACTERS = 100_000;

    private static final int MOST_OF_WORD = 200;
    private static final String HEX = "0123456789ABCDEF";

    private CarriedWords() {}

    static String encoded(String word) {
        StringBuilder text = new StringBuilder(word.length());
        for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.')) {
                text.append(c);
            } else {
                text.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return text.toString();
    }

    /** The word that was encoded; characters that need not be escaped may stand as they are. */
    static String decoded(String text) {
        if (text.codePoints().anyMatch(CarriedWords::isUnfit)) {
            throw new IllegalArgumentException("a word of a chain must be plain text but was " + Quote.of(text));
        }
        ByteBuffer bytes = ByteBuffer.allocate(3 * text.length());
        int at = 0;
        while (at < text.length()) {
            int percent = text.indexOf('%', at);
            int end = percent < 0 ? text.length() : percent;
            bytes.put(text.substring(at, end).getBytes(StandardCharsets.UTF_8));
            at = end;
            if (percent >= 0) {
                bytes.put(escaped(text, percent));
                at = percent + 3;
            }
        }
        try {
            return checked(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "a word of a chain must be UTF-8 in percent signs but was " + Quote.of(text));
        }
    }

    private static byte escaped(String text, int percent) {
        int high = percent + 2 < text.length() ? HEX.indexOf(Character.toUpperCase(text.charAt(percent + 1))) : -1;
        int low = percent + 2 < text.length() ? HEX.indexOf(Character.toUpperCase(text.charAt(percent + 2))) : -1;
        if (high < 0 || low < 0) {
            throw new IllegalArgumentException(
                    "a word of a chain must have two digits of base 16 after a % but was " + Quote.of(text));
        }
        return (byte) (high << 4 | low);
    }

    /** The word, if a chain can carry it. */
    static String checked(String word) {
        if (word.isBlank() || word.length() > MOST_OF_WORD || word.codePoints().anyMatch(CarriedWords::isUnfit)) {
            throw new IllegalArgumentException("a word of a chain must have 1 to " + MOST_OF_WORD
                    + " characters and none that drives a terminal but was \"" + Quote.of(word) + "\"");
        }
        return word;
    }

    /** What drives a terminal, and half a character, which no file can hold. */
    private static boolean isUnfit(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }

    /** The text form of a step with words, if it is not too long to be carried. */
    static void checkLength(String step) {
        if (step.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException(String.format(
                    "a chain must carry at most %,d characters of words in one step but found %,d",
                    MOST_CHARACTERS, step.length()));
        }
    }
}
