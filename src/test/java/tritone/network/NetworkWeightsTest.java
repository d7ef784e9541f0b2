package tritone.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.kernel.Arithmetic;
import tritone.kernel.CellVariant;
import tritone.kernel.EachCell;
import tritone.kernel.Workers;

/** Weights that are none are reported by name before anything is computed. */
class NetworkWeightsTest {
    static List<NetworkSpec> specs() {
        return List.of(
                spec(CellVariant.LSTM_PEEPHOLE, Normalisation.BATCH),
                spec(CellVariant.GRU_RESET_AFTER, Normalisation.LAYER));
    }

    /** Of two levels and both directions, so that every weight there is occurs. */
    private static NetworkSpec spec(CellVariant variant, Normalisation normalisation) {
        CellSpec cell = new CellSpec(variant, 2, Direction.BOTH, normalisation);
        return new NetworkSpec(4, 3, cell, 2, Readout.ATTENTION, 3);
    }

    static List<Arguments> everyWeight() {
        List<Arguments> all = new ArrayList<>();
        for (NetworkSpec spec : specs()) {
            spec.parameters().forEach(shape -> all.add(Arguments.of(spec, shape.name())));
        }
        return all;
    }

    private static Map<String, float[]> weights(NetworkSpec spec) {
        return new RandomWeights(1).of(spec.parameters());
    }

    private static Network network(NetworkSpec spec, Map<String, float[]> weights) {
        return new Network(spec, weights, Arithmetic.fastest(), Workers.NONE);
    }

    @ParameterizedTest
    @MethodSource("everyWeight")
    void missingWeightsAreNamed(NetworkSpec spec, String name) {
        Map<String, float[]> weights = weights(spec);
        weights.remove(name);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> network(spec, weights))
                .withMessageContaining(name)
                .withMessageContaining("missing");
    }

    @ParameterizedTest
    @MethodSource("everyWeight")
    void weightsOfAnotherLengthAreNamed(NetworkSpec spec, String name) {
        Map<String, float[]> weights = weights(spec);
        int length = weights.get(name).length;

        for (int other : new int[] {0, length - 1, length + 1}) {
            weights.put(name, new float[other]);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> network(spec, weights))
                    .withMessageContaining(name)
                    .withMessageContaining("" + other);
        }
    }

    @ParameterizedTest
    @MethodSource("everyWeight")
    void aWeightThatIsNoFiniteNumberIsNamedWithItsIndex(NetworkSpec spec, String name) {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            Map<String, float[]> weights = weights(spec);
            int last = weights.get(name).length - 1;
            weights.get(name)[last] = bad;

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> network(spec, weights))
                    .withMessageContaining(name + "[" + last + "]")
                    .withMessageContaining("" + bad);
        }
    }

    /** Its square root would make every probability NaN. */
    @Test
    void aRunningVarianceBelowZeroIsNotPassedOn() {
        NetworkSpec spec = spec(CellVariant.LSTM, Normalisation.BATCH);
        Map<String, float[]> weights = weights(spec);
        weights.get("0.var")[1] = -1;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> network(spec, weights).probabilities(new int[][] {{1, 2}}))
                .withMessageContaining("0.var[1]");
    }

    /** What a level alone is given in training never passes by a network's constructor. */
    @ParameterizedTest
    @ValueSource(strings = {"W", "RW", "b", "P", "backW", "backRW", "backb", "backP", "g", "s", "mean", "var", "q"})
    void aLevelNamesAWeightThatIsNoFiniteNumber(String name) {
        LevelShape shape = new LevelShape(
                3, new CellSpec(CellVariant.LSTM_PEEPHOLE, 2, Direction.BOTH, Normalisation.BATCH), Readout.ATTENTION);
        LevelCase given = LevelCase.plain(shape, 4, 3, 2);
        given.weights.get(name)[1] = Float.NaN;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> given.forward(given.level()))
                .withMessageContaining(name + "[1]");
    }

    @Test
    void weightsOfMuchSizeShutGatesAndMakeNoNaN() {
        for (CellVariant variant : EachCell.VARIANTS) {
            NetworkSpec spec = spec(variant, Normalisation.NONE);
            Map<String, float[]> weights = weights(spec);
            weights.values().forEach(numbers -> {
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] *= 1e5f;
                }
            });

            float[] probabilities = network(spec, weights).probabilities(new int[][] {{1, 2}, {3}});

            for (float probability : probabilities) {
                assertThat(probability).as(variant.name()).isBetween(0f, 1f);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, -1, Integer.MAX_VALUE})
    void anIdOutsideTheVocabularyIsRefused(int id) {
        NetworkSpec spec = spec(CellVariant.LSTM, Normalisation.NONE);
        Network network = network(spec, weights(spec));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.probabilities(new int[][] {{1}, {0, id, 2}}))
                .withMessageContaining("id")
                .withMessageContaining("below 4")
                .withMessageContaining("" + id);
    }

    @Test
    void aNetworkWorksOnAfterAnIdThatWasRefused() {
        NetworkSpec spec = spec(CellVariant.LSTM, Normalisation.NONE);
        Network network = network(spec, weights(spec));
        float[] before = network.probabilities(new int[][] {{1, 2}});

        assertThatIllegalArgumentException().isThrownBy(() -> network.probabilities(new int[][] {{1, 9}}));

        assertThat(network.probabilities(new int[][] {{1, 2}})).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void probabilitiesOfAReviewAddUpToOne(NetworkSpec spec) {
        float[] probabilities = network(spec, weights(spec)).probabilities(new int[][] {{1, 2}, {}, {3}});

        for (int review = 0; review < 3; review++) {
            float[] own = Arrays.copyOfRange(probabilities, 3 * review, 3 * review + 3);
            assertThat((double) own[0] + own[1] + own[2]).isBetween(1 - 1e-6, 1 + 1e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void statesThatGrowBeyondAllNumbersAreNoProbabilities(int classes) {
        for (Readout readout : List.of(Readout.LAST, Readout.MAX)) {
            CellSpec cell = new CellSpec(CellVariant.SIMPLE_RNN_RELU, 1, Direction.FORWARD, Normalisation.NONE);
            NetworkSpec spec = new NetworkSpec(2, 1, cell, 1, readout, classes);
            Map<String, float[]> weights = weights(spec);
            weights.values().forEach(numbers -> Arrays.fill(numbers, 1));
            weights.get("0.RW")[0] = 1e30f;

            assertThatThrownBy(() -> network(spec, weights).probabilities(new int[][] {{1, 1, 1, 1}}))
                    .as(readout.name())
                    .isInstanceOf(ArithmeticException.class);
        }
    }
}
