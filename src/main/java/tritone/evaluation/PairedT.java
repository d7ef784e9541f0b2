package tritone.evaluation;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Whether differences between two classifiers, one per seed or fold, are more than their spread lets expect: Student's
 * test of pairs.
 *
 * @param mean of the differences
 * @param deviation their standard deviation, as a sample's; empty if there is only one
 * @param t mean in units of its own standard deviation; empty if the differences have no spread, unless all are 0, which
 *     it then is
 * @param degrees of freedom, one less than there are differences
 * @param p two-sided; empty where t is, as a sample without spread does not say how far chance would carry it
 */
public record PairedT(double mean, OptionalDouble deviation, OptionalDouble t, int degrees, OptionalDouble p) {
    /** Relative to the mean. Less spread than this is what rounding leaves of differences that are the same. */
    private static final double ROUNDING = 1e-10;

    /** Tests at least one difference, each independent of the others. */
    public static PairedT of(double[] differences) {
        return of(differences, 0);
    }

    /**
     * Tests differences on the folds of a cross-validation, whose training reviews overlap. They differ less than those of
     * independent trainings would, so the variance of their mean is taken for more (Nadeau and Bengio, 2003).
     *
     * @param differences of at least one fold
     * @param testReviews reviews that the folds are tested on, of one fold or of all together
     * @param trainReviews reviews that they are trained on, counted likewise
     */
    public static PairedT ofFolds(double[] differences, long testReviews, long trainReviews) {
        if (testReviews < 1 || trainReviews < 1) {
            throw new IllegalArgumentException(
                    "testReviews and trainReviews must be at least 1 but were " + testReviews + " and " + trainReviews);
        }
        return of(differences, (double) testReviews / trainReviews);
    }

    /** With so much of the variance of one difference added to that of the mean. */
    private static PairedT of(double[] differences, double overlap) {
        int n = differences.length;
        double mean = mean(differences);
        if (n == 1) {
            return new PairedT(mean, OptionalDouble.empty(), OptionalDouble.empty(), 0, OptionalDouble.empty());
        }
        double deviation = deviation(differences, mean);
        OptionalDouble t = OptionalDouble.empty();
        if (deviation > ROUNDING * Math.abs(mean)) {
            t = OptionalDouble.of(mean / (deviation * Math.sqrt(1.0 / n + overlap)));
        } else if (mean == 0) {
            t = OptionalDouble.of(0);
        }
        OptionalDouble p = t.isEmpty() ? t : OptionalDouble.of(twoSided(t.getAsDouble(), n - 1));
        return new PairedT(mean, OptionalDouble.of(deviation), t, n - 1, p);
    }

    private static double mean(double[] differences) {
        if (differences.length == 0) {
            throw new IllegalArgumentException("differences must be at least 1 but were none");
        }
        double sum = 0;
        for (int i = 0; i < differences.length; i++) {
            if (!Double.isFinite(differences[i])) {
                throw new IllegalArgumentException("difference " + i + " must be finite but was " + differences[i]);
            }
            sum += differences[i] - differences[0]; // from the first, so that the mean of equal ones is exactly theirs
        }
        return differences[0] + sum / differences.length;
    }

    private static double deviation(double[] differences, double mean) {
        double squares = 0;
        for (double difference : differences) {
            squares += (difference - mean) * (difference - mean);
        }
        return Math.sqrt(squares / (differences.length - 1));
    }

    private static double twoSided(double t, int degrees) {
        return Math.min(1, 2 * TDistribution.of(degrees).survivalProbability(Math.abs(t)));
    }
}
