package tritone.inspection;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with the characters of a text, whatever they say. */
final class CharacterFaults {
    private static final Pattern MARKUP =
            Pattern.compile("</?[a-zA-Z][^<>]*>|<!--|&(?:[a-zA-Z]{2,31}|#\\d{1,7}|#[xX]\\p{XDigit}{1,6});");

    private CharacterFaults() {}

    /** Of each kind that is met the place of the first one. */
    static Map<Kind, Integer> of(String text) {
        Map<Kind, Integer> first = new EnumMap<>(Kind.class);
        boolean mayHoldMarkup = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            mayHoldMarkup |= c == '<' || c == '&';
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7f) {
                first.putIfAbsent(Kind.CONTROL_CHARACTER, i);
            } else if (c >= 0x80) {
                i += addBeyondAscii(text, i, first);
            }
        }
        if (mayHoldMarkup) {
            Matcher markup = MARKUP.matcher(text);
            if (markup.find()) {
                first.put(Kind.MARKUP, markup.start());
            }
        }
        return first;
    }

    /** Returns how many characters more than this one it has judged. */
    private static int addBeyondAscii(String text, int at, Map<Kind, Integer> first) {
        char c = text.charAt(at);
        int spoilt = Mojibake.lengthAt(text, at);
        if (spoilt > 0) {
            first.putIfAbsent(Kind.MOJIBAKE, at);
            return spoilt - 1; // so that control characters among them are not told again
        }
        if (c == '\ufffd') {
            first.putIfAbsent(Kind.LOST_CHARACTER, at);
        } else if (c < 0xa0) {
            first.putIfAbsent(Kind.CONTROL_CHARACTER, at);
        }
        return 0;
    }
}
