package tritone.evaluation;

import java.util.Optional;

/**
 * What share of those taken for positive is so, where a share of the positives is found. Recalls rise from 0, which has a
 * precision of 1 by convention, to 1, with a point for each probability that occurs.
 *
 * @param averagePrecision the mean of the precisions, each weighted with the rise of recall that it comes with; of all
 *     points also where they are thinned
 */
public record PrecisionRecall(double[] recalls, double[] precisions, double averagePrecision) {
    /**
     * Of class 1 if there are two, else of all pairs of a review and a class, of which those are positive whose class is the
     * review's (micro average).
     *
     * @param truth the class of each review, 0 to {@code classes - 1}
     * @param probabilities {@code [review][classes]}, each in [0, 1]
     * @param classes at least 2
     * @return empty if all reviews are of one class
     */
    public static Optional<PrecisionRecall> of(int[] truth, float[] probabilities, int classes) {
        return Thresholds.of(truth, probabilities, classes).map(PrecisionRecall::of);
    }

    private static PrecisionRecall of(Thresholds thresholds) {
        double[] recalls = new double[thresholds.size() + 1];
        double[] precisions = new double[thresholds.size() + 1];
        precisions[0] = 1;
        double average = 0;
        for (int i = 0; i < thresholds.size(); i++) {
            int found = thresholds.positives()[i];
            recalls[i + 1] = (double) found / thresholds.allPositives();
            precisions[i + 1] = (double) found / (found + thresholds.negatives()[i]);
            average += (recalls[i + 1] - recalls[i]) * precisions[i + 1];
        }
        return new PrecisionRecall(recalls, precisions, average);
    }

    /** At most so many of the points, at least 2: the ends, and between them about equal ways along the curve. */
    public PrecisionRecall thinned(int most) {
        Thinning thinning = Thinning.of(recalls, precisions, most);
        return new PrecisionRecall(thinning.kept(recalls), thinning.kept(precisions), averagePrecision);
    }
}
