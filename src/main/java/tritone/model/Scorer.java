package tritone.model;

/** What gives scores to reviews. One thread at a time. */
@FunctionalInterface
public interface Scorer {
    /**
     * The score of each class, {@code [review][classes]}, for reviews as ids of any length: the logarithms of probabilities
     * but for a number that those of a review have in common.
     */
    double[] scores(int[][] reviews);
}
