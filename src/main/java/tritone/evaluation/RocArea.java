package tritone.evaluation;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The area under the receiver operating characteristic as the statistic of Mann and Whitney (1947), counted in whole numbers
 * after one sort.
 */
final class RocArea {
    private RocArea() {}

    /** Of class 1 if there are two, else the mean over all classes for which it is defined; empty if there is none. */
    static OptionalDouble of(int[] truth, float[] probabilities, int classes) {
        return IntStream.range(classes == 2 ? 1 : 0, classes)
                .mapToObj(index -> ofClass(truth, probabilities, classes, index))
                .flatMapToDouble(OptionalDouble::stream)
                .average();
    }

    private static OptionalDouble ofClass(int[] truth, float[] probabilities, int classes, int index) {
        long[] keys = new long[truth.length];
        for (int review = 0; review < keys.length; review++) {
            keys[review] = key(probabilities[review * classes + index], truth[review] == index);
        }
        Arrays.sort(keys);
        return ofSorted(keys);
    }

    /** The bits of floats that are not negative ascend with them; adding zero makes -0 one of these. */
    static long key(float probability, boolean positive) {
        return (long) Float.floatToIntBits(probability + 0f) << 1 | (positive ? 1 : 0);
    }

    private static OptionalDouble ofSorted(long[] keys) {
        long positives = 0;
        long negatives = 0;
        long twiceWon = 0;
        for (int start = 0, end; start < keys.length; start = end) {
            long tiedPositives = 0;
            for (end = start; end < keys.length && keys[end] >> 1 == keys[start] >> 1; end++) {
                tiedPositives += keys[end] & 1;
            }
            long tiedNegatives = end - start - tiedPositives;
            twiceWon += tiedPositives * (2 * negatives + tiedNegatives);
            positives += tiedPositives;
            negatives += tiedNegatives;
        }
        return positives == 0 || negatives == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(twiceWon / (2.0 * positives * negatives));
    }
}
