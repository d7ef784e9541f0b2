package tritone.evaluation;

import java.util.Arrays;

/** One p for several tests of the same hypothesis, as of one test per seed, that may depend on each other in any way. */
public final class Combined {
    private Combined() {}

    /**
     * Twice the median, at most 1 (Rüger, 1978). Under the hypothesis a share of a / 2 of the values is below a / 2 in the
     * mean, so by Markov's inequality half of them are at most as often as a says. A single value needs no combining and
     * stays.
     *
     * @param p at least one, each in [0, 1]
     */
    public static double twiceMedian(double[] p) {
        if (p.length == 0) {
            throw new IllegalArgumentException("p must be at least 1 value but was none");
        }
        double[] sorted = Arrays.stream(p).map(Probability::checked).sorted().toArray();
        if (sorted.length == 1) {
            return sorted[0];
        }
        // The two in the middle, which are one where the number is odd.
        return Math.min(1, sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]);
    }
}
