package tritone.network;

import java.util.Arrays;
import java.util.Map;

/**
 * The output layer on top of the levels, in double precision. Its sums are divided by a temperature; at one of 1 they are
 * what the weights say, bit by bit. Safe for any number of threads.
 */
final class DenseOutput {
    private final float[] matrix; // [width][outputs]
    private final float[] bias; // [outputs]
    private final double temperature;

    DenseOutput(NetworkSpec spec, Map<String, float[]> weights, double temperature) {
        this.temperature = temperature;
        matrix = weights.get(NetworkSpec.name(spec.levels(), LevelShape.INPUT));
        bias = weights.get(NetworkSpec.name(spec.levels(), LevelShape.BIAS));
    }

    /**
     * The sums of the sequence with this rank, {@code [outputs]}.
     *
     * @param features {@code [rank][width]}
     * @throws ArithmeticException if one is no number
     */
    double[] sums(float[] features, int rank) {
        double[] sums = new double[bias.length];
        int width = matrix.length / sums.length;
        for (int output = 0; output < sums.length; output++) {
            sums[output] = bias[output];
            for (int i = 0; i < width; i++) {
                sums[output] += (double) features[rank * width + i] * matrix[i * sums.length + output];
            }
            if (!Double.isFinite(sums[output])) {
                throw new ArithmeticException("the weights are so large that their sums are no numbers any more");
            }
            sums[output] /= temperature;
        }
        return sums;
    }

    /** The gradient of the features, {@code [rank][width]}, from that of the sums, {@code [rank][outputs]}. */
    float[] back(double[][] gradient) {
        int width = matrix.length / bias.length;
        float[] features = new float[gradient.length * width];
        for (int rank = 0; rank < gradient.length; rank++) {
            for (int i = 0; i < width; i++) {
                double sum = 0;
                for (int output = 0; output < bias.length; output++) {
                    sum += gradient[rank][output] * matrix[i * bias.length + output];
                }
                features[rank * width + i] = (float) (sum / temperature);
            }
        }
        return features;
    }

    /**
     * The gradient of the cross entropy of this class with respect to the sums: probabilities, less 1 for the class. What is
     * left of the 1 is added up, since a probability near 1 would leave nothing of it.
     */
    static double[] lossGradient(double[] sums, int label) {
        if (sums.length == 1) {
            return new double[] {label == 1 ? -1 / (1 + StrictMath.exp(sums[0])) : 1 / (1 + StrictMath.exp(-sums[0]))};
        }
        double highest = Arrays.stream(sums).max().orElseThrow();
        double[] gradient = new double[sums.length];
        double total = 0;
        double others = 0;
        for (int i = 0; i < sums.length; i++) {
            gradient[i] = StrictMath.exp(sums[i] - highest);
            total += gradient[i];
            others += i == label ? 0 : gradient[i];
        }
        gradient[label] = -others;
        for (int i = 0; i < sums.length; i++) {
            gradient[i] /= total;
        }
        return gradient;
    }

    /** Writes the probability of each class: of one sum by its sigmoid, of several by their softmax. */
    static void probabilities(double[] sums, float[] probabilities, int offset) {
        if (sums.length == 1) {
            float positive = (float) (1 / (1 + StrictMath.exp(-sums[0])));
            probabilities[offset] = 1 - positive;
            probabilities[offset + 1] = positive;
            return;
        }
        double highest = Double.NEGATIVE_INFINITY;
        for (double sum : sums) {
            highest = Math.max(highest, sum);
        }
        double total = 0;
        for (double sum : sums) {
            total += StrictMath.exp(sum - highest);
        }
        for (int i = 0; i < sums.length; i++) {
            probabilities[offset + i] = (float) (StrictMath.exp(sums[i] - highest) / total);
        }
    }
}
