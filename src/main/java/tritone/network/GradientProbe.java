package tritone.network;

import java.util.Arrays;
import java.util.Map;
import tritone.kernel.Arithmetic;
import tritone.kernel.CellVariant;
import tritone.kernel.Workers;

/** The norms of the gradients of a network's states, review by review; see {@link GradientFlow}. One thread at a time. */
final class GradientProbe {
    /** No more places at a time, if no single review has more. */
    private static final int PLACES = 20_000;

    private final DifferentiableNetwork network;
    private final int units;
    private final int classes;

    GradientProbe(NetworkSpec spec, Map<String, float[]> weights, Arithmetic arithmetic, Workers workers) {
        if (spec.cell().variant() == CellVariant.NONE) {
            throw new IllegalArgumentException(
                    "a network without a cell has no states to send a gradient back through");
        }
        network = new DifferentiableNetwork(spec, weights, 1, arithmetic, workers);
        units = spec.cell().units();
        classes = spec.classes();
    }

    /** From the last step of each review back, {@code [review][k]}: as many as it has steps, and no k above the most. */
    double[][] norms(int[][] reviews, int[] truth, int mostSteps) {
        if (truth.length != reviews.length) {
            throw new IllegalArgumentException(
                    "truth must have " + reviews.length + " classes, one a review, but has " + truth.length);
        }
        for (int label : truth) {
            if (label < 0 || label >= classes) {
                throw new IllegalArgumentException("truth must be in [0, " + classes + ") but was " + label);
            }
        }
        if (mostSteps < 0) {
            throw new IllegalArgumentException("mostSteps must be at least 0 but was " + mostSteps);
        }
        double[][] norms = new double[reviews.length][];
        for (int first = 0; first < reviews.length; ) {
            int end = end(reviews, first);
            float[][] gradients =
                    gradients(Arrays.copyOfRange(reviews, first, end), Arrays.copyOfRange(truth, first, end));
            for (int i = first; i < end; i++) {
                norms[i] = norms(gradients[i - first], mostSteps);
            }
            first = end;
        }
        return norms;
    }

    /** Where the batch ends that begins here. */
    private static int end(int[][] reviews, int first) {
        int end = first + 1;
        long places = reviews[first].length;
        while (end < reviews.length && places + reviews[end].length <= PLACES) {
            places += reviews[end++].length;
        }
        return end;
    }

    /** Of each state, {@code [review][steps * units]}. */
    private float[][] gradients(int[][] reviews, int[] truth) {
        double[][] sums =
                network.sums(Arrays.stream(reviews).map(network::vectors).toArray(float[][]::new));
        double[][] gradient = new double[sums.length][];
        for (int review = 0; review < sums.length; review++) {
            gradient[review] = DenseOutput.lossGradient(sums[review], truth[review]);
        }
        return network.stateGradients(gradient);
    }

    private double[] norms(float[] gradient, int mostSteps) {
        int steps = gradient.length / units;
        double[] norms = new double[steps > mostSteps ? mostSteps + 1 : steps];
        for (int k = 0; k < norms.length; k++) {
            double square = 0;
            for (int u = 0; u < units; u++) {
                double number = gradient[(steps - 1 - k) * units + u];
                square += number * number;
            }
            norms[k] = Math.sqrt(square);
        }
        return norms;
    }
}
