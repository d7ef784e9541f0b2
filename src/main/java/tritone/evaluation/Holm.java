package tritone.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What a p is worth where several were computed, of which the smallest are looked at (Holm, 1979): below 0.05 after the
 * adjustment, the chance that any difference was found where there is none is below 5 % over all tests together, however
 * they depend on each other.
 */
public final class Holm {
    private Holm() {}

    /**
     * The adjusted values, in the order of the given ones.
     *
     * @param p each in [0, 1], or not a number for a test that was not possible: it stays that, and does not count as one
     *     of the several
     */
    public static double[] adjusted(double[] p) {
        int[] ascending = IntStream.range(0, p.length)
                .filter(test -> !Double.isNaN(p[test]))
                .boxed()
                .sorted(Comparator.comparingDouble(test -> p[test]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.length];
        Arrays.fill(adjusted, Double.NaN);
        double floor = 0;
        for (int rank = 0; rank < ascending.length; rank++) {
            int test = ascending[rank];
            // Never below that of a smaller p, which also gives equal ones equal values.
            floor = Math.max(floor, Math.min(1, (ascending.length - rank) * Probability.checked(p[test])));
            adjusted[test] = floor;
        }
        return adjusted;
    }
}
