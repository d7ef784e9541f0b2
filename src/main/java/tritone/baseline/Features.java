package tritone.baseline;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import tritone.vocabulary.Vocabulary;

/** Numbers for what a review can have: a word's is its id, phrases follow after all words. Safe for any number of threads. */
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
        long[] found = found(review);
        int[] features = new int[found.length];
        int count = 0;
        for (long one : found) {
            int feature = (int) (one >> 32);
            if (count == 0 || feature != features[count - 1]) {
                features[count++] = feature;
            }
        }
        return Arrays.copyOf(features, count);
    }

    /** Where each different feature of a review first stands, a phrase by its first word; features in ascending order. */
    SortedMap<Integer, Integer> positions(int[] review) {
        SortedMap<Integer, Integer> positions = new TreeMap<>();
        for (long one : found(review)) {
            positions.putIfAbsent((int) (one >> 32), (int) one);
        }
        return positions;
    }

    /** Whatever a review has, each {@code feature << 32 | position}, in ascending order. */
    private long[] found(int[] review) {
        long[] found = new long[Math.multiplyExact(pairs.longest(), review.length)];
        int count = 0;
        for (int position = 0; position < review.length; position++) {
            checkId(review[position], vocabulary);
            int feature = isWord(review[position]) ? review[position] : -1;
            for (int next = position + 1; feature >= 0; next++) {
                found[count++] = (long) feature << 32 | position;
                feature = next < review.length ? longer(feature, review[next]) : -1;
            }
        }
        Arrays.sort(found, 0, count);
        return Arrays.copyOf(found, count);
    }

    /** The feature of what has this one and the word after it, or a negative number. */
    private int longer(int feature, int id) {
        int pair = pairs.find(feature, id);
        return pair < 0 ? pair : vocabulary + pair;
    }
}
