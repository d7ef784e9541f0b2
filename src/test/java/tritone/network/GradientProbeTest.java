package tritone.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.kernel.Arithmetic;
import tritone.kernel.CellVariant;
import tritone.kernel.Workers;

class GradientProbeTest {
    private static final int VOCABULARY = 12;
    private static final int EMBEDDING = 3;
    private static final int UNITS = 4;

    static List<NetworkSpec> kinds() {
        List<NetworkSpec> kinds = new ArrayList<>();
        for (CellVariant variant : CellVariant.values()) {
            for (Readout readout : List.of(Readout.LAST, Readout.MEAN, Readout.LAST_MEAN_MAX, Readout.ATTENTION)) {
                if (variant != CellVariant.NONE) {
                    int number = kinds.size();
                    CellSpec cell = new CellSpec(
                            variant, UNITS, Direction.values()[number % 3], Normalisation.values()[number % 2]);
                    kinds.add(
                            new NetworkSpec(VOCABULARY, EMBEDDING, cell, 1 + number / 3 % 2, readout, 2 + number % 3));
                }
            }
        }
        return kinds;
    }

    private static GradientFlow flow(
            NetworkSpec spec, Map<String, float[]> weights, int[][] reviews, int[] truth, int mostSteps) {
        return GradientFlow.of(spec, weights, reviews, truth, mostSteps, Arithmetic.fastest(), Workers.NONE);
    }

    private static Map<String, float[]> weights(NetworkSpec spec) {
        return new RandomWeights(spec.toString().hashCode()).of(spec);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void agreesWithFiniteDifferencesOfTheLoss(NetworkSpec spec) {
        int[][] reviews = new RandomWeights(2).reviews(VOCABULARY, 3, 0, 9, 1, 5);
        int[] truth = {1, 0, 0, 1, spec.classes() - 1};

        GradientFlow flow = flow(spec, weights(spec), reviews, truth, 7);

        assertThat(flow.reviews()).containsExactly(4, 3, 3, 2, 2, 1, 1, 1);
        for (int k = 0; k <= 7; k++) {
            double sum = 0;
            for (int review = 0; review < reviews.length; review++) {
                sum += norm(spec, reviews[review], truth[review], reviews[review].length - 1 - k);
            }
            double expected = sum / flow.reviews()[k];
            assertThat(flow.meanNorms()[k]).as("%d steps back", k).isCloseTo(expected, within(1e-6 + 2e-5 * expected));
        }
    }

    /** Of the gradient of the state after this step; 0 where there is none. */
    private static double norm(NetworkSpec spec, int[] ids, int label, int step) {
        double square = 0;
        ReferenceNetwork reference = new ReferenceNetwork(spec, weights(spec));
        for (int unit = 0; unit < UNITS && step >= 0; unit++) {
            double above = reference.probabilities(ids, new ReferenceCell.Nudge(step, unit, 1e-6))[label];
            double below = reference.probabilities(ids, new ReferenceCell.Nudge(step, unit, -1e-6))[label];
            double slope = (Math.log(below) - Math.log(above)) / 2e-6;
            square += slope * slope;
        }
        return Math.sqrt(square);
    }

    /** One word of zeros, a bias, and an output that sums up the last state. */
    private static GradientFlow ofLastState(
            CellVariant variant, float[] recurrent, float[] output, float bias, int steps) {
        int units = output.length;
        CellSpec cell = new CellSpec(variant, units, Direction.FORWARD, Normalisation.NONE);
        float[] biases = new float[units];
        Arrays.fill(biases, bias);
        Map<String, float[]> weights = Map.of(
                "0.E",
                new float[1],
                "0.W",
                new float[units],
                "0.RW",
                recurrent,
                "0.b",
                biases,
                "1.W",
                output,
                "1.b",
                new float[1]);
        NetworkSpec spec = new NetworkSpec(1, 1, cell, 1, Readout.LAST, 2);
        return flow(spec, weights, new int[][] {new int[steps]}, new int[] {0}, steps);
    }

    /** {@code other} times the identity, and in this direction of length 1 {@code value} instead: those are its eigenvalues. */
    private static float[] symmetric(double[] direction, double value, double other) {
        int units = direction.length;
        float[] matrix = new float[units * units];
        for (int i = 0; i < matrix.length; i++) {
            int row = i / units;
            int column = i % units;
            matrix[i] = (float) ((row == column ? other : 0) + (value - other) * direction[row] * direction[column]);
        }
        return matrix;
    }

    private static final double[] DIRECTION = {0.1, 0.3, 0.3, 0.9};

    /** All numbers are above 0, so that the states are and a ReLU is the identity: each step multiplies by the matrix. */
    @ParameterizedTest
    @CsvSource({"0.9, 0.5", "1, 0.5", "1.05, 0.5", "0.9, 0.9", "1, 1", "1.05, 1.05"})
    void ofAReluNetAboveZeroItFollowsTheEigenvalues(double value, double other) {
        float[] output = {-0.02f, 0.01f, -0.03f, -0.01f};

        GradientFlow flow =
                ofLastState(CellVariant.SIMPLE_RNN_RELU, symmetric(DIRECTION, value, other), output, 0.1f, 60);

        double along = 0;
        double square = 0;
        for (int i = 0; i < output.length; i++) {
            along += output[i] * DIRECTION[i];
            square += output[i] * output[i];
        }
        double[] norms = flow.meanNorms();
        assertThat(norms).hasSize(60);
        for (int k = 0; k < norms.length; k++) {
            double expected = Math.sqrt(
                    (along * along * Math.pow(value, 2 * k) + (square - along * along) * Math.pow(other, 2 * k))
                            / square);
            assertThat(norms[k] / norms[0]).isCloseTo(expected, within(2e-5 * expected));
        }
        assertThat(norms[59] / norms[58]).isCloseTo(value, within(1e-5));
        if (value == other) {
            assertThat(flow.decay().factor().getAsDouble()).isCloseTo(value, within(1e-6));
        }
    }

    /** A permutation times 0.3; tanh only shrinks more, here by the slope at states that the bias holds away from 0. */
    @Test
    void ofSmallRecurrentWeightsItVanishesAtLeastAsFast() {
        float[] recurrent = new float[16];
        for (int unit = 0; unit < 4; unit++) {
            recurrent[unit * 4 + (unit + 1) % 4] = 0.3f;
        }
        float[] output = {0.5f, -1, 2, 0.1f};

        double[] norms = ofLastState(CellVariant.SIMPLE_RNN_TANH, recurrent, output, 0.5f, 80)
                .meanNorms();

        for (int k = 1; k < 20; k++) {
            assertThat(norms[k]).isPositive().isLessThan(norms[0] * Math.pow(0.3, k));
        }
        assertThat(norms[45]).isZero(); // some 1e-33
    }

    @Test
    void gradientsBeyondAllNumbersEndIt() {
        float[] grows = {0, 0, 1e30f, 0}; // only where the state comes from the unit that is 0
        CellSpec cell = new CellSpec(CellVariant.SIMPLE_RNN_RELU, 2, Direction.FORWARD, Normalisation.NONE);
        NetworkSpec spec = new NetworkSpec(1, 1, cell, 1, Readout.MEAN, 2);
        Map<String, float[]> weights = Map.of(
                "0.E", new float[1],
                "0.W", new float[2],
                "0.RW", grows,
                "0.b", new float[] {1, 1e-30f},
                "1.W", new float[] {1e10f, 0},
                "1.b", new float[1]);

        GradientFlow flow = flow(spec, weights, new int[][] {new int[3]}, new int[] {0}, 3);

        assertThat(flow.meanNorms()).hasSize(1);
        assertThat(flow.beyondNumbers()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void neitherBatchesNorThreadsChangeABit(int threads) {
        NetworkSpec spec = kinds().get(9);
        int[] lengths = new int[70];
        Arrays.setAll(lengths, i -> i * 137 % 997);
        int[][] reviews = new RandomWeights(2).reviews(VOCABULARY, lengths);
        int[] truth = new int[reviews.length];
        Map<String, float[]> weights = weights(spec);
        Workers workers = Workers.of(threads);

        double[] together = GradientFlow.of(spec, weights, reviews, truth, 20, Arithmetic.SCALAR, workers)
                .meanNorms();

        double[] alone = new double[21];
        for (int[] review : reviews) {
            double[] own =
                    flow(spec, weights, new int[][] {review}, new int[1], 20).meanNorms();
            for (int k = 0; k < own.length; k++) {
                alone[k] += own[k];
            }
        }
        for (int k = 0; k <= 20; k++) {
            int longer = k;
            alone[k] /= Arrays.stream(lengths).filter(length -> length > longer).count();
        }
        assertThat(together).isEqualTo(alone);
    }

    @Test
    void isRefusedWhereThereIsNothingToMeasure() {
        NetworkSpec bag = NetworkSpec.bag(3, 2, 2);
        NetworkSpec net = kinds().get(0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> flow(bag, weights(bag), new int[0][], new int[0], 5))
                .withMessage("a network without a cell has no states to send a gradient back through");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> flow(net, weights(net), new int[2][1], new int[1], 5))
                .withMessage("truth must have 2 classes, one a review, but has 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> flow(net, weights(net), new int[2][1], new int[] {0, 2}, 5))
                .withMessage("truth must be in [0, 2) but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> flow(net, weights(net), new int[2][1], new int[2], -1))
                .withMessage("mostSteps must be at least 0 but was -1");
        assertThat(flow(net, weights(net), new int[0][], new int[0], 5).meanNorms())
                .isEmpty();
    }
}
