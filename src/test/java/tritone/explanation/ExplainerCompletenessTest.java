package tritone.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tritone.kernel.Arithmetic;
import tritone.kernel.CellVariant;
import tritone.kernel.Workers;
import tritone.network.CellSpec;
import tritone.network.Direction;
import tritone.network.Network;
import tritone.network.NetworkSpec;
import tritone.network.Normalisation;
import tritone.network.Readout;

/** The attributions are the whole change of the log odds, whatever the network. */
class ExplainerCompletenessTest {
    private static final int VOCABULARY = 40;
    private static final int LABEL = 1;

    /** Of one, {@link ExplainerTest} tells. */
    private static final double TEMPERATURE = 0.7;

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
                    CellSpec cell = new CellSpec(variant, bag ? 4 : 5, direction, normalisation);
                    int classes = number % 4 < 2 ? 2 : 5;
                    NetworkSpec spec = new NetworkSpec(VOCABULARY, 4, cell, 1 + number % 2, readout, classes);
                    kinds.add(Arguments.of(spec, number % 7 == 1 ? 300 : 50));
                }
            }
        }
        return kinds;
    }

    /** A network and a review from the first seed by which the review moves the log odds by more than 0.5; the output grows with it. */
    private record Moved(Map<String, float[]> weights, int[] ids) {
        static Moved of(NetworkSpec spec, int length) {
            for (long seed = 1; seed < 100; seed++) {
                SeededWeights random = new SeededWeights(seed);
                Moved moved = new Moved(random.of(spec, seed), random.review(VOCABULARY, length));
                List<Path.Point> ends = new NetworkSubject(
                                spec, moved.weights, TEMPERATURE, Arithmetic.fastest(), Workers.NONE)
                        .path(moved.ids, LABEL)
                        .at(new double[] {0, 1});
                if (Math.abs(ends.get(1).logOdds() - ends.get(0).logOdds()) > 0.5) {
                    return moved;
                }
            }
            throw new AssertionError("no seed moves " + spec);
        }
    }

    private static void assertComplete(NetworkSpec spec, Map<String, float[]> weights, int[] ids) {
        Explanation explanation = Explainer.of(spec, weights, TEMPERATURE, Arithmetic.fastest(), Workers.NONE)
                .explain(ids, LABEL);

        float probability = new Network(spec, weights, Arithmetic.fastest(), Workers.NONE)
                .at(TEMPERATURE)
                .probabilities(new int[][] {ids})[LABEL];
        assertThat(1 / (1 + Math.exp(-explanation.logOdds()))).isCloseTo(probability, within(1e-5));
        double change = explanation.logOdds() - explanation.baseline();
        assertThat(explanation.attributions()).hasSize(ids.length);
        assertThat(DoubleStream.of(explanation.attributions()).sum())
                .isCloseTo(change, within(1e-3 * Math.max(1, Math.abs(change))));
        assertThat(explanation.residual())
                .isCloseTo(DoubleStream.of(explanation.attributions()).sum() - change, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void attributionsSumUpToTheChange(NetworkSpec spec, int length) {
        for (int some : new int[] {1, 2, length}) {
            Moved moved = Moved.of(spec, some);

            assertComplete(spec, moved.weights, moved.ids);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aReviewWithoutIdsHasNothingToAttribute(NetworkSpec spec, int length) {
        Map<String, float[]> weights = new SeededWeights(length).of(spec);

        Explanation explanation =
                Explainer.of(spec, weights, Arithmetic.fastest(), Workers.NONE).explain(new int[0], LABEL);

        assertThat(explanation.attributions()).isEmpty();
        assertThat(explanation.residual()).isZero();
        assertThat(explanation.logOdds()).isEqualTo(explanation.baseline());
        assertThat(explanation.occlusions()).isEmpty();
        assertThat(explanation.running()).isEmpty();
    }
}
