package tritone.baseline;

import java.util.Arrays;

/**
 * Phrases in ascending order, to be looked up. One is kept as a pair {@code first << 32 | second}, in which the second is the
 * id of its last word and the first is the feature of what stands before it: of a word, or of a phrase earlier in the order.
 * So phrases of two words lie before those of three. Pairs of one first part lie together, so a search looks at a few
 * numbers beside each other, however the pairs were chosen; a hash table could be made slow by a file of pairs that
 * collide.
 */
final class Pairs {
    private final int[] starts; // [first part + 1]
    private final int[] seconds;
    private final int longest;

    /** Of words with ids below {@code vocabulary}, each pair greater than the one before it. */
    Pairs(int vocabulary, long[] pairs) {
        int count = pairs.length;
        starts = new int[Math.max(vocabulary, count == 0 ? 0 : first(pairs[count - 1]) + 1) + 1];
        seconds = new int[count];
        for (int i = 0; i < count; i++) {
            starts[first(pairs[i]) + 1]++;
            seconds[i] = second(pairs[i]);
        }
        for (int feature = 1; feature < starts.length; feature++) {
            starts[feature] += starts[feature - 1];
        }
        longest = count == 0 ? 1 : words(vocabulary, pairs, vocabulary + count - 1);
    }

    static long of(int first, int second) {
        return (long) first << 32 | second;
    }

    static int first(long pair) {
        return (int) (pair >> 32);
    }

    static int second(long pair) {
        return (int) pair;
    }

    /** How many words this feature has: that of a word 1, that of a phrase its own. */
    static int words(int vocabulary, long[] pairs, int feature) {
        int words = 1;
        for (int part = feature; part >= vocabulary; part = first(pairs[part - vocabulary])) {
            words++;
        }
        return words;
    }

    int size() {
        return seconds.length;
    }

    /** Words of the longest phrase; 1 if there is none. */
    int longest() {
        return longest;
    }

    /** The place of a pair in the order, or a negative number. */
    int find(int first, int second) {
        return first + 1 < starts.length ? Arrays.binarySearch(seconds, starts[first], starts[first + 1], second) : -1;
    }
}
