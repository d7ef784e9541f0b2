package tritone.baseline;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
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
            int pair = pair(before, id);
            if (pair >= 0) {
                found[count++] = pair;
            }
            before = id;
        }
        Arrays.sort(found, 0, count);
        return Arrays.copyOf(found, distinct(found, count));
    }

    /** The feature of two ids that follow each other, or a negative number. */
    private int pair(int before, int id) {
        int pair = isWord(before) && isWord(id) ? pairs.find(before, id) : -1;
        return pair < 0 ? pair : vocabulary + pair;
    }

    /** Where each different feature of a review first stands, a pair by its first word; features in ascending order. */
    SortedMap<Integer, Integer> positions(int[] review) {
        SortedMap<Integer, Integer> positions = new TreeMap<>();
        int before = Vocabulary.PADDING;
        for (int position = 0; position < review.length; position++) {
            int id = review[position];
            checkId(id, vocabulary);
            if (isWord(id)) {
                positions.putIfAbsent(id, position);
            }
            int pair = pair(before, id);
            if (pair >= 0) {
                positions.putIfAbsent(pair, position - 1);
            }
            before = id;
        }
        return positions;
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
