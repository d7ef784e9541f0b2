package tritone.layers;

import java.util.Arrays;

/**
 * What a network should say of the reviews of a batch.
 *
 * @param values the wanted outputs, {@code [review][outputs]}
 * @param weights how much each review counts; empty if all count the same
 */
public record Targets(float[] values, float[] weights) {
    /**
     * Targets from classes.
     *
     * @param classes of the reviews
     * @param outputs of the network: 1 for two classes
     * @param smoothing the share of each target that all classes divide among them
     * @param classWeights how much a review of each class counts; empty if all count the same
     */
    public static Targets of(int[] classes, int outputs, double smoothing, double[] classWeights) {
        int count = Math.max(2, outputs);
        float[] values = new float[classes.length * outputs];
        float[] weights = new float[classWeights.length == 0 ? 0 : classes.length];
        for (int review = 0; review < classes.length; review++) {
            for (int output = 0; output < outputs; output++) {
                boolean wanted = classes[review] == (outputs == 1 ? 1 : output);
                values[review * outputs + output] = (float) ((wanted ? 1 - smoothing : 0) + smoothing / count);
            }
            if (weights.length > 0) {
                weights[review] = (float) classWeights[classes[review]];
            }
        }
        return new Targets(values, weights);
    }

    /**
     * Targets from probabilities.
     *
     * @param probabilities {@code [review][classes]}
     * @param weighted whether other reviews have weights; these count as much as the mean one, 1
     */
    public static Targets ofProbabilities(float[] probabilities, int outputs, boolean weighted) {
        int classes = Math.max(2, outputs);
        int reviews = probabilities.length / classes;
        float[] values = new float[reviews * outputs];
        for (int review = 0; review < reviews; review++) {
            for (int output = 0; output < outputs; output++) {
                values[review * outputs + output] = probabilities[review * classes + (outputs == 1 ? 1 : output)];
            }
        }
        float[] weights = new float[weighted ? reviews : 0];
        Arrays.fill(weights, 1);
        return new Targets(values, weights);
    }

    /** Nothing smoothed, all reviews the same. */
    public static Targets of(int[] classes, int outputs) {
        return of(classes, outputs, 0, new double[0]);
    }
}
