package tritone.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.kernel.Arithmetic;
import tritone.kernel.CellVariant;
import tritone.kernel.EachCell;
import tritone.kernel.Workers;

/** Sizes that hurt. */
class NetworkSizesTest {
    private static final int VOCABULARY = 9;
    private static final Workers TWO = Workers.of(2);

    private static NetworkSpec spec(CellVariant variant, int units, Readout readout) {
        CellSpec cell = new CellSpec(variant, units, Direction.BOTH, Normalisation.LAYER);
        return new NetworkSpec(VOCABULARY, 3, cell, 2, readout, 2);
    }

    private static Map<String, float[]> weights(NetworkSpec spec) {
        return new RandomWeights(5).of(spec.parameters());
    }

    private static Network network(NetworkSpec spec) {
        return new Network(spec, weights(spec), Arithmetic.fastest(), TWO);
    }

    private static void assertAgreement(NetworkSpec spec, int[][] reviews) {
        float[] probabilities = network(spec).probabilities(reviews);

        ReferenceNetwork reference = new ReferenceNetwork(spec, weights(spec));
        assertThat(probabilities).hasSize(reviews.length * spec.classes());
        for (int review = 0; review < reviews.length; review++) {
            double[] expected = reference.probabilities(reviews[review]);
            for (int i = 0; i < expected.length; i++) {
                assertThat((double) probabilities[review * spec.classes() + i])
                        .as("%s, review %d", spec, review)
                        .isCloseTo(expected[i], within(2e-5));
            }
        }
    }

    @ParameterizedTest
    @EachCell
    void noReviewsHaveNoProbabilities(CellVariant variant) {
        for (Readout readout : Readout.values()) {
            if (readout != Readout.STATES) {
                assertThat(network(spec(variant, 3, readout)).probabilities(new int[0][]))
                        .isEmpty();
            }
        }
    }

    /** Their vector is zero, so that the output's bias alone speaks. */
    @ParameterizedTest
    @EachCell
    void emptyReviewsAreJudgedByTheBias(CellVariant variant) {
        for (Readout readout : Readout.values()) {
            if (readout == Readout.STATES) {
                continue;
            }
            NetworkSpec spec = spec(variant, 3, readout);
            double expected = 1 / (1 + Math.exp(-weights(spec).get("2.b")[0]));

            float[] probabilities = network(spec).probabilities(new int[3][0]);

            assertThat(probabilities).hasSize(6);
            for (int review = 0; review < 3; review++) {
                assertThat((double) probabilities[2 * review]).isCloseTo(1 - expected, within(1e-6));
                assertThat((double) probabilities[2 * review + 1]).isCloseTo(expected, within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @EachCell
    void oneStepIsEnough(CellVariant variant) {
        for (int units : new int[] {1, 2, 31}) {
            for (Readout readout : Readout.values()) {
                if (readout != Readout.STATES) {
                    assertAgreement(spec(variant, units, readout), new int[][] {{4}});
                    assertAgreement(spec(variant, units, readout), new int[][] {{4}, {}, {0}});
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SIMPLE_RNN_RELU", "NONE"})
    void fiveThousandStepsAreNotTooMany(CellVariant variant) {
        int[][] reviews = new RandomWeights(6).reviews(VOCABULARY, 5_000, 3);

        for (Readout readout : Readout.values()) {
            if (readout != Readout.STATES) {
                assertAgreement(spec(variant, 2, readout), reviews);
            }
        }
    }

    /** Its states would grow without end under any weights, so they are made small. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STATES")
    void fiveThousandStepsOfAReluAreNotTooMany(Readout readout) {
        NetworkSpec spec = spec(CellVariant.SIMPLE_RNN_RELU, 2, readout);
        Map<String, float[]> weights = weights(spec);
        weights.forEach((name, numbers) -> {
            for (int i = 0; i < numbers.length && name.endsWith("RW"); i++) {
                numbers[i] *= 0.3f;
            }
        });
        int[][] reviews = new RandomWeights(6).reviews(VOCABULARY, 5_000);

        float[] probabilities = new Network(spec, weights, Arithmetic.fastest(), Workers.NONE).probabilities(reviews);

        assertThat((double) probabilities[1])
                .isCloseTo(new ReferenceNetwork(spec, weights).probabilities(reviews[0])[1], within(2e-5));
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 64, 65, 130})
    void anyNumberOfReviewsFits(int count) {
        int[] lengths = new int[count];
        Arrays.setAll(lengths, i -> i * 5 % 8);

        assertAgreement(
                spec(CellVariant.GRU_RESET_BEFORE, 5, Readout.ATTENTION),
                new RandomWeights(7).reviews(VOCABULARY, lengths));
    }

    @ParameterizedTest
    @EachCell
    void oneWordMakesAVocabulary(CellVariant variant) {
        CellSpec cell = new CellSpec(variant, 1, Direction.FORWARD, Normalisation.BATCH);
        NetworkSpec spec = new NetworkSpec(1, 1, cell, 1, Readout.LAST, 2);

        assertAgreement(spec, new int[][] {{0, 0, 0}, {}, {0}});
    }
}
