package tritone.inspection;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds UTF-8 that was read as Windows-1252 or Latin-1: characters whose bytes in these are well-formed UTF-8 of a
 * character outside ASCII. One that stands alone could be meant, as a letter before a quotation mark: {@code AMANHÃ…},
 * {@code é »}.
 */
final class Mojibake {
    private static final Map<Character, Integer> BYTES = bytes();

    /** What texts in sound condition have behind a letter. The first is the space that French puts before others. */
    private static final String MARKS = "\u00a0…‚‘’„“”–—‹›«»";

    private static final int LATIN_LEAD = 0xc2;
    private static final int LATIN_LETTER_LEAD = 0xc3;

    private Mojibake() {}

    private static Map<Character, Integer> bytes() {
        Map<Character, Integer> bytes = new HashMap<>();
        Charset windows = Charset.forName("windows-1252");
        for (int value = 0x80; value < 0x100; value++) {
            bytes.put((char) value, value);
            bytes.put(new String(new byte[] {(byte) value}, windows).charAt(0), value);
        }
        bytes.remove('\ufffd'); // what five bytes come to that Windows-1252 has no character for
        return bytes;
    }

    /** How many characters from here on are spoilt this way; 0 if none begins here. */
    static int lengthAt(String text, int at) {
        int lead = byteAt(text, at);
        int end = at;
        int spoilt = 0;
        for (int length = length(lead); isContinued(text, end, length); length = length(byteAt(text, end))) {
            end += length;
            spoilt++;
        }
        return spoilt == 1 && mayBeMeant(text, at, end, lead) ? 0 : end - at;
    }

    /**
     * Whether what begins with this byte may be a letter before marks. Two characters are only taken for spoilt if they come
     * to a character of Latin-1, as most that are spoilt do.
     */
    private static boolean mayBeMeant(String text, int at, int end, int lead) {
        if (end - at == 2 && lead != LATIN_LEAD && lead != LATIN_LETTER_LEAD) {
            return true;
        }
        boolean marks = text.substring(at + 1, end).chars().allMatch(c -> MARKS.indexOf(c) >= 0);
        // "à" and "Ô" look the same as a word that ends in Ã, but for the letters around.
        return marks && (end - at > 2 || lead == LATIN_LETTER_LEAD && endsCapitals(text, at, end));
    }

    /** Whether a word in capitals ends in this letter. */
    private static boolean endsCapitals(String text, int at, int end) {
        return at > 0
                && Character.isUpperCase(text.charAt(at - 1))
                && (end == text.length() || !Character.isLetter(text.charAt(end)));
    }

    /** Bytes of a character that begins with this one; 0 if none does. */
    private static int length(int lead) {
        if (lead < 0xc2 || lead > 0xf4) {
            return 0;
        }
        return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    }

    /** Whether what follows completes the character of this many bytes. */
    private static boolean isContinued(String text, int at, int length) {
        for (int i = 1; i < length; i++) {
            int next = byteAt(text, at + i);
            if (next < 0x80 || next > 0xbf) {
                return false;
            }
        }
        return length > 0;
    }

    /** The byte that was read as this character; -1 if none could be, or if it is ASCII. */
    private static int byteAt(String text, int at) {
        return at < text.length() && text.charAt(at) >= 0x80 ? BYTES.getOrDefault(text.charAt(at), -1) : -1;
    }
}
