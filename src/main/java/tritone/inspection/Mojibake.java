package tritone.inspection;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds UTF-8 that was read as Windows-1252 or Latin-1: characters whose bytes in these are well-formed UTF-8 of a
 * character outside ASCII. Two characters alone could be meant, as a capital letter before a quotation mark; they count only
 * if they come to a character of Latin-1, or if more follow.
 */
final class Mojibake {
    private static final Map<Character, Integer> BYTES = bytes();

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
        boolean meant = spoilt == 1 && length(lead) == 2 && lead != 0xc2 && lead != 0xc3;
        return meant ? 0 : end - at;
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
