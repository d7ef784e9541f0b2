package tritone.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tritone.kernel.Arithmetic;
import tritone.kernel.CellVariant;
import tritone.kernel.Workers;

class DifferentiableNetworkTest {
    private static final int VOCABULARY = 12;
    private static final int EMBEDDING = 3;
    private static final Readout[] READOUTS = {
        Readout.LAST, Readout.MEAN, Readout.MAX, Readout.LAST_MEAN_MAX, Readout.ATTENTION
    };

    static List<Arguments> kinds() {
        List<Arguments> kinds = new ArrayList<>();
        for (CellVariant variant : CellVariant.values()) {
            for (Normalisation normalisation : Normalisation.values()) {
                for (Readout readout : READOUTS) {
                    int number = kinds.size();
                    boolean bag = variant == CellVariant.NONE;
                    Direction direction = bag ? Direction.FORWARD : Direction.values()[number % 3];
                    CellSpec cell = new CellSpec(variant, bag ? EMBEDDING : 4, direction, normalisation);
                    int classes = number % 4 < 2 ? 2 : 5;
                    kinds.add(Arguments.of(
                            new NetworkSpec(VOCABULARY, EMBEDDING, cell, 1 + number % 2, readout, classes)));
                }
            }
        }
        return kinds;
    }

    private static Map<String, float[]> weights(NetworkSpec spec) {
        return new RandomWeights(spec.toString().hashCode()).of(spec.parameters());
    }

    private static DifferentiableNetwork network(NetworkSpec spec) {
        return network(spec, 1);
    }

    private static DifferentiableNetwork network(NetworkSpec spec, double temperature) {
        return new DifferentiableNetwork(spec, weights(spec), temperature, Arithmetic.fastest(), Workers.NONE);
    }

    private static float[][] vectors(DifferentiableNetwork network, int[][] reviews) {
        return Arrays.stream(reviews).map(network::vectors).toArray(float[][]::new);
    }

    /** A different gradient of the sums for each review. */
    private static double[][] gradients(int reviews, int outputs) {
        double[][] gradients = new double[reviews][outputs];
        for (int i = 0; i < reviews * outputs; i++) {
            gradients[i / outputs][i % outputs] = Math.sin(1 + i);
        }
        return gradients;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void givesTheProbabilitiesOfTheNetworkItself(NetworkSpec spec) {
        int[][] reviews = new RandomWeights(2).reviews(VOCABULARY, 3, 0, 17, 1, 4, 4);
        DifferentiableNetwork network = network(spec, 0.6);

        double[][] sums = network.sums(vectors(network, reviews));

        float[] probabilities = new float[reviews.length * spec.classes()];
        for (int review = 0; review < reviews.length; review++) {
            DenseOutput.probabilities(sums[review], probabilities, review * spec.classes());
        }
        assertThat(probabilities)
                .isEqualTo(new Network(spec, weights(spec), Arithmetic.fastest(), Workers.NONE)
                        .at(0.6)
                        .probabilities(reviews));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aTemperatureDividesSumsAndTheirGradient(NetworkSpec spec) {
        int[][] reviews = new RandomWeights(2).reviews(VOCABULARY, 3, 0, 17);
        DifferentiableNetwork plain = network(spec);
        DifferentiableNetwork halved = network(spec, 2);
        double[][] gradients = gradients(reviews.length, spec.outputs());

        double[][] sums = plain.sums(vectors(plain, reviews));
        double[][] half = halved.sums(vectors(halved, reviews));

        for (int review = 0; review < reviews.length; review++) {
            double[] own = sums[review];
            assertThat(half[review])
                    .isEqualTo(Arrays.stream(own).map(sum -> sum / 2).toArray());
        }
        float[][] gradient = plain.back(gradients);
        float[][] ofHalf = halved.back(gradients);
        for (int review = 0; review < reviews.length; review++) {
            for (int i = 0; i < gradient[review].length; i++) {
                float expected = gradient[review][i] / 2;
                assertThat(ofHalf[review][i]).isCloseTo(expected, within(1e-6f + 1e-5f * Math.abs(expected)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aReviewsGradientKnowsNothingOfOtherReviews(NetworkSpec spec) {
        int[][] reviews = new RandomWeights(2).reviews(VOCABULARY, 3, 0, 17, 1, 4, 4);
        DifferentiableNetwork network = network(spec);
        double[][] gradients = gradients(reviews.length, spec.outputs());
        network.sums(vectors(network, reviews));

        float[][] together = network.back(gradients);

        for (int review = 0; review < reviews.length; review++) {
            network.sums(vectors(network, new int[][] {reviews[review]}));
            assertThat(network.back(new double[][] {gradients[review]})[0]).isEqualTo(together[review]);
        }
    }

    /** The step is small, but the reference computes in double precision. */
    @ParameterizedTest
    @MethodSource("kinds")
    void itsGradientIsThatOfTheEquations(NetworkSpec spec) {
        int[] ids = {3, 1, 4, 5, 9, 2, 6};
        DifferentiableNetwork network = network(spec);
        double[][] sums = network.sums(vectors(network, new int[][] {ids}));
        double[] ofLabel = logOddsGradient(sums[0]);

        float[] gradient = network.back(new double[][] {ofLabel})[0];

        Map<String, float[]> moved = new HashMap<>(weights(spec));
        for (int position = 0; position < ids.length; position++) {
            for (int i = 0; i < EMBEDDING; i++) {
                double expected = slope(spec, moved, ids, ids[position] * EMBEDDING + i);
                assertThat((double) gradient[position * EMBEDDING + i])
                        .as("position %d, number %d", position, i)
                        .isCloseTo(expected, within(2e-4 * Math.max(1, Math.abs(expected))));
            }
        }
    }

    static List<Arguments> cells() {
        return kinds().stream()
                .filter(kind -> ((NetworkSpec) kind.get()[0]).cell().variant() != CellVariant.NONE)
                .toList();
    }

    /** Each state is moved by itself; what follows it in its level and in the readout moves with it. */
    @ParameterizedTest
    @MethodSource("cells")
    void theGradientOfItsHighestStatesIsThatOfTheEquations(NetworkSpec spec) {
        int[] ids = {3, 1, 4, 5, 9, 2, 6};
        Map<String, float[]> weights = new RandomWeights(spec.toString().hashCode()).of(spec);
        DifferentiableNetwork network = new DifferentiableNetwork(spec, weights, 1, Arithmetic.fastest(), Workers.NONE);
        double[][] sums = network.sums(vectors(network, new int[][] {{2, 7}, ids}));

        float[] gradient =
                network.stateGradients(new double[][] {gradients(1, spec.outputs())[0], logOddsGradient(sums[1])})[1];

        int units = spec.cell().units();
        assertThat(gradient).hasSize(ids.length * units);
        ReferenceNetwork reference = new ReferenceNetwork(spec, weights);
        for (int i = 0; i < gradient.length; i++) {
            double above = logOdds(reference.probabilities(ids, new ReferenceCell.Nudge(i / units, i % units, 1e-6)));
            double below = logOdds(reference.probabilities(ids, new ReferenceCell.Nudge(i / units, i % units, -1e-6)));
            double expected = (above - below) / 2e-6;
            assertThat((double) gradient[i])
                    .as("step %d, unit %d", i / units, i % units)
                    .isCloseTo(expected, within(2e-5 * Math.max(1, Math.abs(expected))));
        }
    }

    /** Of the log odds of class 1. */
    private static double[] logOddsGradient(double[] sums) {
        if (sums.length == 1) {
            return new double[] {1};
        }
        double others = 0;
        for (int i = 0; i < sums.length; i++) {
            others += i == 1 ? 0 : Math.exp(sums[i]);
        }
        double[] gradient = new double[sums.length];
        for (int i = 0; i < sums.length; i++) {
            gradient[i] = i == 1 ? 1 : -Math.exp(sums[i]) / others;
        }
        return gradient;
    }

    private static double slope(NetworkSpec spec, Map<String, float[]> weights, int[] ids, int number) {
        float[] original = weights.get("0.E");
        float[] lower = original.clone();
        float[] upper = original.clone();
        lower[number] -= 1f / 8192;
        upper[number] += 1f / 8192;
        weights.put("0.E", upper);
        double above = logOdds(spec, weights, ids);
        weights.put("0.E", lower);
        double below = logOdds(spec, weights, ids);
        weights.put("0.E", original);
        return (above - below) / ((double) upper[number] - lower[number]);
    }

    private static double logOdds(NetworkSpec spec, Map<String, float[]> weights, int[] ids) {
        return logOdds(new ReferenceNetwork(spec, weights).probabilities(ids));
    }

    private static double logOdds(double[] probabilities) {
        return Math.log(probabilities[1] / (1 - probabilities[1]));
    }

    @Test
    void refusesIdsOutsideTheVocabularyAndStatesBeyondAllNumbers() {
        CellSpec cell = new CellSpec(CellVariant.SIMPLE_RNN_RELU, 1, Direction.FORWARD, Normalisation.NONE);
        NetworkSpec spec = new NetworkSpec(3, 1, cell, 1, Readout.LAST, 2);
        Map<String, float[]> weights = Map.of(
                "0.E", new float[] {1, 1, 1},
                "0.W", new float[] {1e30f},
                "0.RW", new float[] {1e30f},
                "0.b", new float[1],
                "1.W", new float[] {1},
                "1.b", new float[1]);
        DifferentiableNetwork network = new DifferentiableNetwork(spec, weights, 1, Arithmetic.fastest(), Workers.NONE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.vectors(new int[] {1, 3}))
                .withMessage("an id must be at least 0 and below 3 but was 3");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> network.sums(new float[][] {{1, 1}}))
                .withMessage("the weights are so large that their sums are no numbers any more");
    }
}
