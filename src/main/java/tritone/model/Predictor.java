package tritone.model;

/** What gives probabilities to reviews. One thread at a time. */
@FunctionalInterface
public interface Predictor {
    /** The probability of each class, {@code [review][classes]}, for reviews as ids of any length. */
    float[] probabilities(int[][] reviews);
}
