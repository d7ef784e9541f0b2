package tritone.comparison;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import tritone.evaluation.Interval;

/**
 * Two contenders side by side.
 *
 * @param difference of their mean accuracies, the first's less the second's, with the interval that other reviews may give
 * @param sentence what may be concluded of the two
 */
public record PairFindings(
        String first,
        String second,
        Interval difference,
        ReviewTest reviews,
        SeedTest seeds,
        Verdict verdict,
        String sentence) {
    /**
     * Whether other reviews could have reversed the order.
     *
     * @param bySeed McNemar's test of the models of each seed
     * @param p of all seeds together: twice the median, whatever their dependence (Rüger, 1978)
     * @param holm the same where all pairs are asked about (Holm, 1979)
     */
    public record ReviewTest(List<McNemarTest> bySeed, double p, double holm) {}

    /**
     * McNemar's test.
     *
     * @param seed absent where nothing is drawn
     * @param onlyFirst reviews that only the first is right about
     * @param p exact
     */
    public record McNemarTest(
            OptionalLong seed, int onlyFirst, int onlySecond, double p, double chiSquared, double chiSquaredP) {}

    /**
     * Whether other seeds could have reversed the order: a paired t test of the differences by seed; or, of folds, of the means
     * over the seeds by fold, with the variance of Nadeau and Bengio (2003).
     *
     * @param t absent where there is one difference, or all are equal
     */
    public record SeedTest(
            List<Double> differences,
            OptionalDouble t,
            OptionalDouble degrees,
            OptionalDouble p,
            OptionalDouble holm) {}

    /** What may be concluded. */
    public enum Verdict {
        /** One is better, and neither reviews nor seeds explain it. */
        BETTER,
        /** One is better on any such reviews with these seeds; too few seeds to say more. */
        BETTER_WITH_THESE_SEEDS,
        /** One is better with any seed on these reviews; too few reviews to say more. */
        BETTER_ON_THESE_REVIEWS,
        /** The difference is within what a seed alone does. */
        WITHIN_SEEDS,
        /** The difference is within what other reviews may give. */
        WITHIN_REVIEWS;
    }

    /** The one with the higher accuracy; the first if they are equal. */
    public String better() {
        return difference.value() >= 0 ? first : second;
    }

    /** The other one. */
    public String worse() {
        return difference.value() >= 0 ? second : first;
    }
}
