package tritone.baseline;

import java.util.Arrays;

/**
 * Pairs of words in ascending order, to be looked up. A pair is {@code first << 32 | second}. Pairs of one first word lie
 * together, so a search looks at a few numbers beside each other, however the pairs were chosen; a hash table could be
 * made slow by a file of pairs that collide.
 */
final class Pairs {
    private final int[] starts; // [first word + 1]
    private final int[] seconds;

    /** Pairs of ids below {@code vocabulary}, each greater than the one before it. */
    Pairs(int vocabulary, long[] pairs) {
        starts = new int[vocabulary + 1];
        seconds = new int[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            starts[first(pairs[i]) + 1]++;
            seconds[i] = second(pairs[i]);
        }
        for (int word = 0; word < vocabulary; word++) {
            starts[word + 1] += starts[word];
        }
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

    int size() {
        return seconds.length;
    }

    /** The place of a pair in the order, or a negative number. */
    int find(int first, int second) {
        return Arrays.binarySearch(seconds, starts[first], starts[first + 1], second);
    }
}
