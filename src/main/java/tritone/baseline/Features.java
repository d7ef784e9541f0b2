package tritone.baseline;

import java.util.Arrays;
import tritone.vocabulary.Vocabulary;

/** Numbers for what a review can have: a word's is its id, pairs follow after all words. Safe for any number of threads. */
final class Features {
    private final int vocabulary;
    private final Pairs pairs;

    Features(int vocabulary, Pairs pairs) {
        this.vocabulary = vocabulary;
        this.pairs = pairs;
    }

    /** Numbers are below this. */
    int size() {
        return Math.addExact(vocabulary, pairs.size());
    }

    /** Whether this id is one of a word, neither padding nor unknown. */
    static boolean isWord(int id) {
        return id > Vocabulary.UNKNOWN;
    }

    static void checkId(int id, int vocabulary) {
        if (id < 0 || id >= vocabulary) {
            throw new IllegalArgumentException("an id must be at least 0 and below " + vocabulary + " but was " + id);
        }
    }

    /** The different features of a review in ascending order. */
    int[] of(int[] review) {
        int[] found = new int[Math.multiplyExact(2, review.length)];
        int count = 0;
        int before = Vocabulary.PADDING;
        for (int id : review) {
            checkId(id, vocabulary);
            if (isWord(id)) {
                found[count++] = id;
            }
            int pair = isWord(before) && isWord(id) ? pairs.find(before, id) : -1;
            if (pair >= 0) {
                found[count++] = vocabulary + pair;
            }
            before = id;
        }
        Arrays.sort(found, 0, count);
        return Arrays.copyOf(found, distinct(found, count));
    }

    /** Moves the different ones of the first {@code count} sorted numbers to the beginning; returns their end. */
    private static int distinct(int[] sorted, int count) {
        int end = 0;
        for (int i = 0; i < count; i++) {
            if (end == 0 || sorted[i] != sorted[end - 1]) {
                sorted[end++] = sorted[i];
            }
        }
        return end;
    }
}
