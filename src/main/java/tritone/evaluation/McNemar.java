package tritone.evaluation;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether two classifiers are equally often right on the same reviews (McNemar, 1947). Only reviews on which one is right
 * and the other is wrong say anything of that; were both equally good, each such review would be a fair coin's throw.
 *
 * @param onlyFirst reviews on which the first is right and the second is wrong
 * @param onlySecond the other way round
 * @param p the one to go by: exact from the binomial distribution, two-sided, however many reviews there are
 * @param chiSquared (|onlyFirst - onlySecond| - 1)^2 / (onlyFirst + onlySecond) as Edwards (1948) corrects it, 0 if both
 *     are equal
 * @param approximateP what {@code chiSquared} has for a p with one degree of freedom; for comparison with what others
 *     publish
 */
public record McNemar(int onlyFirst, int onlySecond, double p, double chiSquared, double approximateP) {
    private static final ChiSquaredDistribution CHI_SQUARED = ChiSquaredDistribution.of(1);

    /**
     * Tests two classifiers.
     *
     * @param firstRight whether the first is right on each review, of which there may be none
     * @param secondRight the same of the second, on the same reviews
     */
    public static McNemar of(boolean[] firstRight, boolean[] secondRight) {
        if (firstRight.length != secondRight.length) {
            throw new IllegalArgumentException(
                    "both must be of the same reviews but were of " + firstRight.length + " and " + secondRight.length);
        }
        int onlyFirst = 0;
        int onlySecond = 0;
        for (int review = 0; review < firstRight.length; review++) {
            onlyFirst += firstRight[review] && !secondRight[review] ? 1 : 0;
            onlySecond += secondRight[review] && !firstRight[review] ? 1 : 0;
        }
        return of(onlyFirst, onlySecond);
    }

    static McNemar of(int onlyFirst, int onlySecond) {
        double chiSquared = chiSquared(onlyFirst, onlySecond);
        return new McNemar(
                onlyFirst,
                onlySecond,
                exact(onlyFirst, onlySecond),
                chiSquared,
                CHI_SQUARED.survivalProbability(chiSquared));
    }

    private static double exact(int onlyFirst, int onlySecond) {
        BinomialDistribution fair = BinomialDistribution.of(onlyFirst + onlySecond, 0.5);
        // In the middle of an even number both tails hold the same count, and twice one of them is more than all.
        return Math.min(1, 2 * fair.cumulativeProbability(Math.min(onlyFirst, onlySecond)));
    }

    private static double chiSquared(int onlyFirst, int onlySecond) {
        if (onlyFirst == onlySecond) {
            return 0; // also of none, which could not be divided by
        }
        double beyond = Math.abs(onlyFirst - onlySecond) - 1;
        return beyond * beyond / (onlyFirst + onlySecond);
    }
}
