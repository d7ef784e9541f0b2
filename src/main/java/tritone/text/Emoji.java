package tritone.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Which characters are emoji, and what sequences of them are called. Goes by Unicode 13, which every Java from 17 on
 * knows, so that each of them gives the same names; what came later stays as it is.
 */
final class Emoji {
    // emoji-data.txt of Unicode 13.0, property Emoji, without what only changes or makes up others.
    private static final String RANGES = """
            a9 ae 203c 2049 2122 2139 2194-2199 21a9-21aa 231a-231b 2328 23cf 23e9-23f3 23f8-23fa 24c2 25aa-25ab 25b6 25c0 \
            25fb-25fe 2600-2604 260e 2611 2614-2615 2618 261d 2620 2622-2623 2626 262a 262e-262f 2638-263a 2640 2642 \
            2648-2653 265f-2660 2663 2665-2666 2668 267b 267e-267f 2692-2697 2699 269b-269c 26a0-26a1 26a7 26aa-26ab \
            26b0-26b1 26bd-26be 26c4-26c5 26c8 26ce-26cf 26d1 26d3-26d4 26e9-26ea 26f0-26f5 26f7-26fa 26fd 2702 2705 \
            2708-270d 270f 2712 2714 2716 271d 2721 2728 2733-2734 2744 2747 274c 274e 2753-2755 2757 2763-2764 2795-2797 \
            27a1 27b0 27bf 2934-2935 2b05-2b07 2b1b-2b1c 2b50 2b55 3030 303d 3297 3299 1f004 1f0cf 1f170-1f171 1f17e-1f17f \
            1f18e 1f191-1f19a 1f201-1f202 1f21a 1f22f 1f232-1f23a 1f250-1f251 1f300-1f321 1f324-1f393 1f396-1f397 \
            1f399-1f39b 1f39e-1f3f0 1f3f3-1f3f5 1f3f7-1f3fa 1f400-1f4fd 1f4ff-1f53d 1f549-1f54e 1f550-1f567 1f56f-1f570 \
            1f573-1f57a 1f587 1f58a-1f58d 1f590 1f595-1f596 1f5a4-1f5a5 1f5a8 1f5b1-1f5b2 1f5bc 1f5c2-1f5c4 1f5d1-1f5d3 \
            1f5dc-1f5de 1f5e1 1f5e3 1f5e8 1f5ef 1f5f3 1f5fa-1f64f 1f680-1f6c5 1f6cb-1f6d2 1f6d5-1f6d7 1f6e0-1f6e5 1f6e9 \
            1f6eb-1f6ec 1f6f0 1f6f3-1f6fc 1f7e0-1f7eb 1f90c-1f93a 1f93c-1f945 1f947-1f978 1f97a-1f9cb 1f9cd-1f9ff \
            1fa70-1fa74 1fa78-1fa7a 1fa80-1fa86 1fa90-1faa8 1fab0-1fab6 1fac0-1fac2 1fad0-1fad6""";

    private static final char FIRST = '\u00a9';
    private static final int BLACK_FLAG = 0x1f3f4;
    private static final int KEYCAP = 0x20e3;
    private static final int JOINER = 0x200d;
    private static final int FEMALE = 0x2640;
    private static final int MALE = 0x2642;

    /** Emoji that are joined into one; none of Unicode's has more than four. */
    private static final int MOST_JOINED = 8;

    /** Letters of a region's flag, and the tag that ends them. */
    private static final int MOST_TAGS = 8;

    private static final int[] BOUNDS = bounds(); // the first of each range and the one after its last

    private final Map<Integer, String> names = new HashMap<>();
    private String text = "";
    private int at;

    private static int[] bounds() {
        String[] ranges = RANGES.split(" ");
        int[] bounds = new int[2 * ranges.length];
        for (int i = 0; i < ranges.length; i++) {
            String[] ends = ranges[i].split("-");
            bounds[2 * i] = Integer.parseInt(ends[0], 16);
            bounds[2 * i + 1] = Integer.parseInt(ends[ends.length - 1], 16) + 1;
        }
        return bounds;
    }

    /** Whether a character is an emoji on its own. */
    static boolean isEmoji(int character) {
        if (character < FIRST) {
            return false;
        }
        int place = Arrays.binarySearch(BOUNDS, character);
        return (place >= 0 ? place : -place - 2) % 2 == 0;
    }

    /** Whether a token may hold an emoji or the end of one. */
    static boolean mayStandIn(char[] characters, int length) {
        for (int i = 0; i < length; i++) {
            char c = characters[i];
            if (c >= FIRST && (c == KEYCAP || Character.isHighSurrogate(c) || isEmoji(c))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the emoji at the end of {@code text} goes on in what follows it. */
    static boolean goesOn(CharSequence text, int following) {
        int last = Character.codePointBefore(text, text.length());
        return last == JOINER
                || following == JOINER
                || following == KEYCAP
                || isVariation(following)
                || isTone(following)
                || isTag(following)
                || isRegion(following) && isRegion(last) && regionsBefore(text) % 2 == 1;
    }

    private static int regionsBefore(CharSequence text) {
        int count = 0;
        int end = text.length();
        while (end > 0 && isRegion(Character.codePointBefore(text, end))) {
            end -= 2;
            count++;
        }
        return count;
    }

    /** Looks for an emoji at this place of a text; {@link #end} tells where it ends. */
    String nameAt(String where, int start) {
        text = where;
        at = start;
        int first = current();
        if (isRegion(first)) {
            return flag(first);
        }
        if (first < FIRST) {
            return keycap(first);
        }
        return isEmoji(first) ? sequence() : null;
    }

    /** Where the emoji ends that was found last. */
    int end() {
        return at;
    }

    private int current() {
        return at < text.length() ? text.codePointAt(at) : 0;
    }

    private void step() {
        at += Character.charCount(current());
    }

    private String flag(int first) {
        step();
        int second = current();
        if (!isRegion(second)) {
            return null;
        }
        step();
        return ":flag_" + letter(first) + letter(second) + ":";
    }

    private static char letter(int region) {
        return (char) ('a' + region - 0x1f1e6);
    }

    private String keycap(int key) {
        if (key != '#' && key != '*' && (key < '0' || key > '9')) {
            return null;
        }
        step();
        if (isVariation(current())) {
            step();
        }
        if (current() != KEYCAP) {
            return null;
        }
        step();
        return ":keycap_" + (key == '#' ? "number_sign" : key == '*' ? "asterisk" : String.valueOf((char) key)) + ":";
    }

    private String sequence() {
        StringBuilder name = new StringBuilder(":").append(element());
        for (int joined = 1; joined < MOST_JOINED && current() == JOINER; joined++) {
            step();
            if (!isEmoji(current())) {
                break;
            }
            boolean gender = current() == FEMALE || current() == MALE;
            String element = element();
            if (!gender) {
                name.append('_').append(element);
            }
        }
        return name.append(':').toString();
    }

    /** One emoji with what changes its look. */
    private String element() {
        int emoji = current();
        step();
        while (isVariation(current()) || isTone(current()) || current() == KEYCAP) {
            step();
        }
        StringBuilder region = new StringBuilder();
        for (int tags = 0; tags < MOST_TAGS && isTag(current()); tags++) {
            char tag = (char) (current() - 0xe0000);
            region.append(Character.isLetterOrDigit(tag) ? String.valueOf(tag) : "");
            step();
        }
        return emoji == BLACK_FLAG && !region.isEmpty() ? "flag_" + region : name(emoji);
    }

    private String name(int emoji) {
        return names.computeIfAbsent(
                emoji,
                character ->
                        Character.getName(character).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"));
    }

    private static boolean isVariation(int character) {
        return character == 0xfe0f || character == 0xfe0e;
    }

    private static boolean isTone(int character) {
        return character >= 0x1f3fb && character <= 0x1f3ff;
    }

    private static boolean isTag(int character) {
        return character >= 0xe0020 && character <= 0xe007f;
    }

    private static boolean isRegion(int character) {
        return character >= 0x1f1e6 && character <= 0x1f1ff;
    }
}
