package tritone.comparison;

import java.util.Objects;
import java.util.Optional;

/**
 * What a trained model says of the reviews that it is compared on, and what was found out about it there.
 *
 * @param places of the reviews in their part
 * @param probabilities of each class, {@code [review][classes]}
 * @param fit how well it knows reviews that it learnt from
 * @param flow absent without states
 * @param memory absent where no word is known that could be appended
 * @param millisecondsPerReview while answering for all of them
 */
record RunAnswers(
        int[] places,
        float[] probabilities,
        Fit fit,
        Optional<Flow> flow,
        Optional<Recall> memory,
        double millisecondsPerReview) {
    RunAnswers {
        Objects.requireNonNull(places, "places"); // what is missing in a damaged file
        Objects.requireNonNull(probabilities, "probabilities");
        Objects.requireNonNull(fit, "fit");
        Objects.requireNonNull(flow, "flow");
        Objects.requireNonNull(memory, "memory");
    }

    /** On as many reviews of the training part as are compared on, if there are. */
    record Fit(int reviews, double accuracy, double logLoss) {}

    /**
     * Mean norms of the gradient of a state, by how many steps it lies before the end.
     *
     * @param reviews how many are long enough, by steps
     */
    record Flow(double[] before, double[] after, int[] reviews) {}

    /** Accuracy after so many neutral words. */
    record Recall(int reviews, int[] words, double[] accuracy) {}
}
