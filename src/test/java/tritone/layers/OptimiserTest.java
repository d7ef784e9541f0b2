package tritone.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.encoding.ReviewBatch;
import tritone.kernel.CellVariant;
import tritone.network.CellSpec;
import tritone.network.Direction;
import tritone.network.NetworkSpec;
import tritone.network.Normalisation;
import tritone.network.Readout;

/** What a step makes of a gradient, taken from steps of plain gradient descent at a rate of 1, which are the gradient. */
class OptimiserTest {
    private static final NetworkSpec SPEC = new NetworkSpec(
            12,
            4,
            new CellSpec(CellVariant.GRU_RESET_BEFORE, 5, Direction.FORWARD, Normalisation.NONE),
            1,
            Readout.LAST,
            2);
    private static final ReviewBatch BATCH =
            new ReviewBatch(new int[] {0, 1, 2}, new int[] {9, 2, 3, 10, 3, 0, 11, 0, 0}, new int[] {3, 2, 1}, 3);
    private static final Targets TARGETS = Targets.of(new int[] {1, 0, 1}, 1);
    private static final double RATE = 0.01;

    private static NetworkTrainer trainer(Optimiser optimiser, Clipping clipping, double rate) {
        LearningOptions options = new LearningOptions(Beginning.USUAL, Dropouts.NONE, 0, optimiser, clipping);
        NetworkTrainer trainer = NetworkTrainer.of(SPEC, options, 1, 3);
        trainer.setRate(rate);
        return trainer;
    }

    private static Optimiser dense(Optimiser.Kind kind, double decay) {
        return new Optimiser(kind, 0.9, decay, Optimiser.Updates.DENSE);
    }

    private static float[] stepOf(NetworkTrainer trainer, String name, Targets targets) {
        float[] before = trainer.weights().get(name);
        trainer.fit(BATCH, targets);
        float[] after = trainer.weights().get(name);
        float[] step = new float[before.length];
        for (int i = 0; i < step.length; i++) {
            step[i] = before[i] - after[i];
        }
        return step;
    }

    private static float[] gradient(String name) {
        return stepOf(trainer(dense(Optimiser.Kind.SGD, 0), Clipping.NONE, 1), name, TARGETS);
    }

    @ParameterizedTest
    @EnumSource(Optimiser.Kind.class)
    void theFirstStepIsWhatTheRuleSays(Optimiser.Kind kind) {
        float[] gradient = gradient("0.RW");

        float[] step = stepOf(trainer(dense(kind, 0), Clipping.NONE, RATE), "0.RW", TARGETS);

        for (int i = 0; i < step.length; i++) {
            double g = gradient[i];
            if (Math.abs(g) < 1e-3) {
                continue; // rounding says more of it than the rule
            }
            double expected = switch (kind) {
                case SGD -> RATE * g;
                case MOMENTUM -> RATE * g * 1.9; // Nesterov's looks a step of 0.9 ahead
                case ADAGRAD -> RATE * g / Math.sqrt(g * g + 1e-6);
                case RMSPROP -> RATE * g / Math.sqrt(0.05 * g * g + 1e-8);
                case ADAM, ADAMW -> RATE * g / (Math.abs(g) + 1e-8);
                case NADAM -> RATE * 1.9 * g / (Math.abs(g) + 1e-8);
            };
            assertThat((double) step[i]).as("%s of %s", kind, g).isCloseTo(expected, within(0.02 * Math.abs(expected)));
        }
    }

    @ParameterizedTest
    @EnumSource(Optimiser.Kind.class)
    void theRateIsWhatItWasSetToBeforeTheStep(Optimiser.Kind kind) {
        float[] step = stepOf(trainer(dense(kind, 0), Clipping.NONE, RATE), "0.W", TARGETS);
        NetworkTrainer slower = trainer(dense(kind, 0), Clipping.NONE, RATE);
        slower.setRate(RATE / 4);

        float[] quarter = stepOf(slower, "0.W", TARGETS);

        for (int i = 0; i < step.length; i++) {
            assertThat(quarter[i]).isCloseTo(step[i] / 4, within(1e-7f));
        }
    }

    @Test
    void decayTakesItsShareOfWeightsAndLeavesBiases() {
        NetworkTrainer plain = trainer(dense(Optimiser.Kind.ADAMW, 0), Clipping.NONE, RATE);
        NetworkTrainer decaying = trainer(dense(Optimiser.Kind.ADAMW, 0.5), Clipping.NONE, RATE);
        Map<String, float[]> before = plain.weights();
        plain.fit(BATCH, TARGETS);
        decaying.fit(BATCH, TARGETS);

        for (String name : new String[] {"0.E", "0.W", "0.RW", "1.W"}) {
            float[] expected = plain.weights().get(name);
            for (int i = 0; i < expected.length; i++) {
                expected[i] -= (float) (0.5 * RATE * before.get(name)[i]);
            }
            assertThat(decaying.weights().get(name)).as(name).containsExactly(expected, within(1e-6f));
        }
        assertThat(decaying.weights().get("0.b"))
                .containsExactly(plain.weights().get("0.b"));
    }

    @Test
    void lazyDecayLeavesWordsAloneThatDidNotOccur() {
        NetworkTrainer trainer =
                trainer(new Optimiser(Optimiser.Kind.ADAMW, 0.9, 0.5, Optimiser.Updates.LAZY), Clipping.NONE, RATE);

        float[] step = stepOf(trainer, "0.E", TARGETS);

        for (int i = 0; i < step.length; i++) {
            boolean occurs = java.util.Set.of(9, 2, 3, 10, 11).contains(i / 4);
            assertThat(step[i] != 0).as("number %d of id %d", i % 4, i / 4).isEqualTo(occurs);
        }
    }

    @Test
    void noNumberOfAGradientExceedsItsBound() {
        float[] gradient = gradient("0.W");
        float bound = 0.002f;

        float[] step = stepOf(trainer(dense(Optimiser.Kind.SGD, 0), new Clipping(100, bound), 1), "0.W", TARGETS);

        boolean clipped = false;
        for (int i = 0; i < step.length; i++) {
            float expected = Math.max(-bound, Math.min(bound, gradient[i]));
            clipped |= expected != gradient[i];
            assertThat(step[i]).isCloseTo(expected, within(1e-6f));
        }
        assertThat(clipped).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aReviewThatCountsTwiceIsAsGoodAsTwo(int classes) {
        NetworkSpec spec = new NetworkSpec(12, 4, SPEC.cell(), 1, Readout.LAST, classes);
        LearningOptions options =
                new LearningOptions(Beginning.USUAL, Dropouts.NONE, 0, dense(Optimiser.Kind.SGD, 0), Clipping.NONE);
        NetworkTrainer weighted = NetworkTrainer.of(spec, options, 1, 3);
        NetworkTrainer repeated = NetworkTrainer.of(spec, options, 1, 3);
        weighted.setRate(4);
        repeated.setRate(4.0 * 4 / 3); // a mean over four reviews where the other is one over three
        Targets targets = Targets.of(new int[] {1, 0, 1}, spec.outputs());

        double loss = weighted.fit(BATCH, new Targets(targets.values(), new float[] {1, 2, 1}));
        double sum = 4
                * repeated.fit(
                        new ReviewBatch(
                                new int[] {0, 1, 1, 2},
                                new int[] {9, 2, 3, 10, 3, 0, 10, 3, 0, 11, 0, 0},
                                new int[] {3, 2, 2, 1},
                                3),
                        Targets.of(new int[] {1, 0, 0, 1}, spec.outputs()));

        assertThat(3 * loss).isCloseTo(sum, within(1e-5));
        weighted.weights()
                .forEach((name, values) -> assertThat(values)
                        .as(name)
                        .containsExactly(repeated.weights().get(name), within(2e-6f)));
    }

    @Test
    void aReviewThatCountsNothingMovesNothing() {
        Targets none = new Targets(TARGETS.values(), new float[] {0, 0, 0});

        assertThat(stepOf(trainer(dense(Optimiser.Kind.SGD, 0), Clipping.NONE, 1), "1.W", none))
                .containsOnly(0);
    }

    @Test
    void decayGoesWithAdamwAlone() {
        assertThatThrownBy(() -> dense(Optimiser.Kind.ADAM, 0.1))
                .hasMessage("weight decay goes with adamw and not with adam");
    }
}
