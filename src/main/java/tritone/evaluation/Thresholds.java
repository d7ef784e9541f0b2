package tritone.evaluation;

import java.util.Arrays;
import java.util.Optional;

/**
 * How many positives and negatives have at least a probability, for each that occurs, from the highest to the lowest. With
 * two classes the reviews of class 1 are the positives; with more every pair of a review and a class is counted, and is
 * positive if the class is the review's.
 */
record Thresholds(int[] positives, int[] negatives) {
    /** Empty if all reviews are of one class. */
    static Optional<Thresholds> of(int[] truth, float[] probabilities, int classes) {
        Evaluator.check(truth, probabilities, classes);
        return Arrays.stream(truth).distinct().count() < 2
                ? Optional.empty()
                : Optional.of(ofSorted(sortedKeys(truth, probabilities, classes)));
    }

    private static long[] sortedKeys(int[] truth, float[] probabilities, int classes) {
        int first = classes == 2 ? 1 : 0;
        int each = classes - first;
        long[] keys = new long[truth.length * each];
        for (int i = 0; i < keys.length; i++) {
            int review = i / each;
            int index = first + i % each;
            keys[i] = RocArea.key(probabilities[review * classes + index], truth[review] == index);
        }
        Arrays.sort(keys);
        return keys;
    }

    private static Thresholds ofSorted(long[] keys) {
        int[] positives = new int[keys.length];
        int[] negatives = new int[keys.length];
        int size = 0;
        int hits = 0;
        for (int i = keys.length - 1; i >= 0; i--) {
            hits += (int) (keys[i] & 1);
            if (i == 0 || keys[i - 1] >> 1 != keys[i] >> 1) {
                positives[size] = hits;
                negatives[size++] = keys.length - i - hits;
            }
        }
        return new Thresholds(Arrays.copyOf(positives, size), Arrays.copyOf(negatives, size));
    }

    int size() {
        return positives.length;
    }

    int allPositives() {
        return positives[size() - 1];
    }

    int allNegatives() {
        return negatives[size() - 1];
    }
}
