package tritone.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tritone.kernel.Arithmetic;
import tritone.kernel.CellVariant;
import tritone.kernel.EachCell;
import tritone.kernel.Workers;

/** Every kind of network against one in double precision that is written from the equations. */
class NetworkTest {
    private static final int[] UNITS = {1, 2, 4, 7, 8, 13, 17};

    static List<Arguments> kinds() {
        List<Arguments> kinds = new ArrayList<>();
        for (CellVariant variant : EachCell.VARIANTS) {
            for (Direction direction : Direction.values()) {
                for (Normalisation normalisation : Normalisation.values()) {
                    kinds.add(Arguments.of(variant, direction, normalisation));
                }
            }
        }
        return kinds;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void agreesWithTheEquations(CellVariant variant, Direction direction, Normalisation normalisation) {
        Random random = new Random(31L * variant.ordinal() + 7L * direction.ordinal() + normalisation.ordinal());
        for (Readout readout : Readout.values()) {
            for (int kind = 0; kind < 4 && readout != Readout.STATES; kind++) {
                int units = UNITS[random.nextInt(UNITS.length)];
                CellSpec cell = new CellSpec(variant, units, direction, normalisation);
                int embedding = 1 + random.nextInt(9);

                assertAgreement(new NetworkSpec(11, embedding, cell, 1 + kind % 2, readout, 2 + kind / 2));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void agreesWithTheEquationsOnOneUnit(CellVariant variant, Direction direction, Normalisation normalisation) {
        CellSpec cell = new CellSpec(variant, 1, direction, normalisation);

        assertAgreement(new NetworkSpec(11, 1, cell, 2, Readout.LAST_MEAN_MAX, 3));
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithTheEquationsWithoutACell(Normalisation normalisation) {
        for (Readout readout : Readout.values()) {
            for (int units = 1; units < 9 && readout != Readout.STATES; units += 3) {
                CellSpec none = new CellSpec(CellVariant.NONE, units, Direction.FORWARD, normalisation);

                assertAgreement(new NetworkSpec(11, units, none, 1 + units % 2, readout, 2 + units % 2));
            }
        }
    }

    /** Probabilities are the softmax of the scores, and at a temperature of those divided by it. */
    private static void assertTemperature(Network network, int[][] reviews) {
        int classes = network.spec().classes();
        double[] scores = network.scores(reviews);
        for (double temperature : new double[] {1, 0.3, 4}) {
            float[] probabilities = network.at(temperature).probabilities(reviews);
            for (int i = 0; i < scores.length; i++) {
                double total = 0;
                for (int label = 0; label < classes; label++) {
                    total += Math.exp((scores[i / classes * classes + label] - scores[i]) / temperature);
                }
                assertThat((double) probabilities[i]).isCloseTo(1 / total, within(1e-6));
            }
        }
        assertThat(network.at(1).probabilities(reviews)).isEqualTo(network.probabilities(reviews));
        assertThat(network.at(4).temperature()).isEqualTo(4);
    }

    private static void assertAgreement(NetworkSpec spec) {
        RandomWeights random = new RandomWeights(spec.toString().hashCode());
        Map<String, float[]> weights = random.of(spec.parameters());
        int[][] reviews = random.reviews(spec.vocabulary(), 3, 0, 1, 12, 1, 7, 12, 0, 2);

        float[] probabilities = new Network(spec, weights, Arithmetic.fastest(), Workers.NONE).probabilities(reviews);

        assertTemperature(new Network(spec, weights, Arithmetic.fastest(), Workers.NONE), reviews);
        ReferenceNetwork reference = new ReferenceNetwork(spec, weights);
        assertThat(probabilities).hasSize(reviews.length * spec.classes());
        for (int review = 0; review < reviews.length; review++) {
            double[] expected = reference.probabilities(reviews[review]);
            for (int i = 0; i < spec.classes(); i++) {
                assertThat((double) probabilities[review * spec.classes() + i])
                        .as("%s, review %d, class %d", spec, review, i)
                        .isCloseTo(expected[i], within(2e-5));
            }
        }
    }
}
