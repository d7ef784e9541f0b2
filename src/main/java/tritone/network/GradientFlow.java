package tritone.network;

import java.util.Arrays;
import java.util.Map;
import tritone.kernel.Arithmetic;
import tritone.kernel.Workers;

/**
 * How much of their loss reaches the states that reviews were in some steps before the end of their reading, k = 0, 1, 2, ...
 * The loss of a review is the cross entropy of its true class at a temperature of 1, so that one of whose class the network
 * is sure has little of it from the last step on. A state's gradient is the whole one, through all states that follow it and
 * through the readout. Since later means are over longer reviews only, a mean may rise a little where no gradient does.
 *
 * <p>The states are those of the highest level: of a network that reads both ways those of the cell that reads forward; of
 * one that reads backward, steps are counted from the beginning of the review, where its reading ends. An LSTM's are its
 * hidden states alone: the cell state of the same step is held fixed, but later ones are on the way.
 *
 * @param meanNorms the mean, over the reviews that are longer than k, of the norm of the gradient of a review's loss with
 *     respect to its state k steps before the last one, {@code [k]}. The way back rounds each number to some 1e-25: what is
 *     below that is 0
 * @param reviews how many each mean is over, {@code [k]}: a tenth of all at least, else it ends
 * @param beyondNumbers whether it ends earlier, since the next mean is no finite number: gradients have grown beyond all
 */
public record GradientFlow(double[] meanNorms, int[] reviews, boolean beyondNumbers) {
    /** One review in so many must be longer than k. */
    private static final int SHARE = 10;

    /**
     * Measures a network's.
     *
     * @param weights by the names of {@link NetworkSpec#parameters()}
     * @param reviews as ids, of any length
     * @param truth the class of each
     * @param mostSteps k at most
     * @throws IllegalArgumentException if the network is a bag of words, which has no states that follow each other
     * @throws ArithmeticException if states grow beyond all numbers, as those of a ReLU can
     */
    public static GradientFlow of(
            NetworkSpec spec,
            Map<String, float[]> weights,
            int[][] reviews,
            int[] truth,
            int mostSteps,
            Arithmetic arithmetic,
            Workers workers) {
        return of(new GradientProbe(spec, weights, arithmetic, workers).norms(reviews, truth, mostSteps));
    }

    /**
     * Takes the means.
     *
     * @param norms of each review, {@code [review][k]}: as many as it has steps
     */
    static GradientFlow of(double[][] norms) {
        int longest = Arrays.stream(norms).mapToInt(own -> own.length).max().orElse(0);
        double[] means = new double[longest];
        int[] counts = new int[longest];
        for (int k = 0; k < longest; k++) {
            for (double[] own : norms) {
                means[k] += k < own.length ? own[k] : 0;
                counts[k] += k < own.length ? 1 : 0;
            }
            means[k] /= counts[k];
            if (!Double.isFinite(means[k])) {
                return new GradientFlow(Arrays.copyOf(means, k), Arrays.copyOf(counts, k), true);
            }
            if ((long) SHARE * counts[k] < norms.length) {
                return new GradientFlow(Arrays.copyOf(means, k), Arrays.copyOf(counts, k), false);
            }
        }
        return new GradientFlow(means, counts, false);
    }

    /** How it changes with k. */
    public Decay decay() {
        return Decay.of(meanNorms);
    }
}
