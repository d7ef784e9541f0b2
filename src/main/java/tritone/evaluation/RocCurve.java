package tritone.evaluation;

import java.util.Optional;

/**
 * The receiver operating characteristic: what share of the negatives is taken for positive where a share of the positives
 * is found. Both rise from 0 to 1, with a point for each probability that occurs.
 */
public record RocCurve(double[] falsePositiveRates, double[] truePositiveRates) {
    /**
     * Of class 1 if there are two, else of all pairs of a review and a class, of which those are positive whose class is the
     * review's (micro average).
     *
     * @param truth the class of each review, 0 to {@code classes - 1}
     * @param probabilities {@code [review][classes]}, each in [0, 1]
     * @param classes at least 2
     * @return empty if all reviews are of one class
     */
    public static Optional<RocCurve> of(int[] truth, float[] probabilities, int classes) {
        return Thresholds.of(truth, probabilities, classes).map(RocCurve::of);
    }

    private static RocCurve of(Thresholds thresholds) {
        double[] falsePositiveRates = new double[thresholds.size() + 1];
        double[] truePositiveRates = new double[thresholds.size() + 1];
        for (int i = 0; i < thresholds.size(); i++) {
            falsePositiveRates[i + 1] = (double) thresholds.negatives()[i] / thresholds.allNegatives();
            truePositiveRates[i + 1] = (double) thresholds.positives()[i] / thresholds.allPositives();
        }
        return new RocCurve(falsePositiveRates, truePositiveRates);
    }

    /** At most so many of the points, at least 2: the ends, and between them about equal ways along the curve. */
    public RocCurve thinned(int most) {
        Thinning thinning = Thinning.of(falsePositiveRates, truePositiveRates, most);
        return new RocCurve(thinning.kept(falsePositiveRates), thinning.kept(truePositiveRates));
    }
}
