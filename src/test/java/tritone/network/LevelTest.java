package tritone.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tritone.kernel.CellVariant;
import tritone.kernel.EachCell;
import tritone.kernel.Start;

/** A level's output and gradients against the equations in double precision and their finite differences. */
class LevelTest {
    private static final int[] LENGTHS = {3, 5, 0, 1};
    private static final int WORDS = 4;
    private static final double TOLERANCE = 5e-5;

    static List<Arguments> kinds() {
        List<Arguments> kinds = new ArrayList<>();
        for (CellVariant variant : EachCell.VARIANTS) {
            for (Direction direction : Direction.values()) {
                for (Readout readout : Readout.values()) {
                    for (Normalisation normalisation : Normalisation.values()) {
                        CellSpec cell = new CellSpec(variant, 3, direction, normalisation);
                        kinds.add(Arguments.of(new LevelShape(4, cell, readout)));
                    }
                }
            }
        }
        for (Readout readout : Readout.values()) {
            for (Normalisation normalisation : Normalisation.values()) {
                CellSpec none = new CellSpec(CellVariant.NONE, 4, Direction.FORWARD, normalisation);
                kinds.add(Arguments.of(new LevelShape(4, none, readout)));
            }
        }
        return kinds;
    }

    private static LevelShape shape(CellVariant variant, Normalisation normalisation, Readout readout) {
        return new LevelShape(4, new CellSpec(variant, 3, Direction.BOTH, normalisation), readout);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void gradientsAreTheSlopesOfTheEquations(LevelShape shape) {
        assertGradients(LevelCase.plain(shape, WORDS, LENGTHS));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void gradientsAreTheSlopesOfTheEquationsUnderDropout(LevelShape shape) {
        assertGradients(LevelCase.dropping(shape, WORDS, LENGTHS));
    }

    @ParameterizedTest
    @EachCell
    void gradientsAreTheSlopesOfTheEquationsOnOneUnitAndOneInput(CellVariant variant) {
        for (Readout readout : Readout.values()) {
            for (Normalisation normalisation : Normalisation.values()) {
                CellSpec cell = new CellSpec(variant, 1, Direction.BOTH, normalisation);

                assertGradients(LevelCase.plain(new LevelShape(1, cell, readout), WORDS, 1, 0, 3, 2));
            }
        }
    }

    private static void assertGradients(LevelCase given) {
        LevelCase.Outcome outcome = given.run(given.level());

        Map<String, double[]> point = given.point();
        assertClose("output", outcome.features(), given.features(point));
        for (ParameterShape shape : given.shape.parameters()) {
            if (!shape.name().equals("mean") && !shape.name().equals("var")) {
                float[] gradient = outcome.gradients().parameters().get(shape.name());
                assertSlopes(given, point, shape.name(), gradient, shape.length());
            }
        }
        assertThat(outcome.gradients().parameters())
                .hasSize(given.shape.parameters().size());
        int numbers = WORDS * given.shape.inputs();
        assertSlopes(given, point, "x", outcome.gradients().rows(), numbers);
    }

    private static void assertSlopes(
            LevelCase given, Map<String, double[]> point, String name, float[] gradient, int length) {
        assertThat(gradient).as(name).hasSize(length);
        // So small that no ReLU bends within it; double precision leaves eight digits of the difference.
        double move = 1e-7;
        double[] values = point.get(name);
        for (int i = 0; i < length; i += stride(length)) {
            double value = values[i];
            values[i] = value + move;
            double up = given.loss(point);
            values[i] = value - move;
            double down = given.loss(point);
            values[i] = value;
            assertClose(name, i, gradient[i], (up - down) / (2 * move));
        }
    }

    /** Large arrays are sampled: a stride that divides no number of columns here meets every gate and every unit. */
    private static int stride(int length) {
        return length <= 24 ? 1 : 7;
    }

    private static void assertClose(String name, float[] actual, double[] expected) {
        assertThat(actual).as(name).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertClose(name, i, actual[i], expected[i]);
        }
    }

    private static void assertClose(String name, int index, double actual, double expected) {
        // Describing each of a million numbers would take longer than computing them.
        if (!(Math.abs(actual - expected) <= TOLERANCE * Math.max(1, Math.abs(expected)))) {
            assertThat(actual).as("%s[%d]", name, index).isCloseTo(expected, within(TOLERANCE));
        }
    }

    @ParameterizedTest
    @MethodSource("kindsOfInferenceAsInTraining")
    void trainingReadsOutWhatInferenceDoes(LevelShape shape) {
        LevelCase given = LevelCase.plain(shape, WORDS, LENGTHS);

        assertSameInTraining(given, given.passage.starts());
    }

    @ParameterizedTest
    @MethodSource("kindsOfInferenceAsInTraining")
    void trainingReadsOutWhatInferenceDoesFromStatesThatAreGiven(LevelShape shape) {
        LevelCase given = LevelCase.dropping(shape, WORDS, LENGTHS);

        assertSameInTraining(
                given,
                given.passage.starts().stream()
                        .map(start -> start.withStateMask(new float[0]))
                        .toList());
    }

    static List<Arguments> kindsOfInferenceAsInTraining() {
        return kinds().stream()
                .filter(kind -> ((LevelShape) kind.get()[0]).cell().normalisation() == Normalisation.LAYER)
                .toList();
    }

    private static void assertSameInTraining(LevelCase given, List<Start> starts) {
        Level trained = given.level();
        Level asked = given.level();
        float[] training = trained.forward(given.weights, given.input, new Passage(true, starts, new float[0]));

        float[] inference = asked.forward(given.weights, given.input, new Passage(false, starts, new float[0]));

        for (int cell = 0; cell < starts.size(); cell++) {
            assertThat(asked.last(cell).hidden()).isEqualTo(trained.last(cell).hidden());
            assertThat(asked.last(cell).cells()).isEqualTo(trained.last(cell).cells());
        }
        assertThat(Arrays.copyOf(inference, given.lossWeights.length))
                .isEqualTo(Arrays.copyOf(training, given.lossWeights.length));
    }

    /** Subtracting what is to be subtracted, time and again, ends at the batch's own mean and variance. */
    @Test
    void runningAveragesMoveTowardsTheBatch() {
        LevelCase given = LevelCase.plain(shape(CellVariant.LSTM, Normalisation.BATCH, Readout.MEAN), WORDS, LENGTHS);

        for (int round = 0; round < 300; round++) {
            Map<String, float[]> gradients =
                    given.run(given.level()).gradients().parameters();
            subtract(given.weights.get("mean"), gradients.get("mean"));
            subtract(given.weights.get("var"), gradients.get("var"));
        }

        for (int feature = 0; feature < given.shape.inputs(); feature++) {
            double[] all = new double[given.layout.places()];
            for (int place = 0; place < all.length; place++) {
                all[place] = given.input.rows()[given.input.rowOf()[place] * given.shape.inputs() + feature];
            }
            assertThat((double) given.weights.get("mean")[feature]).isCloseTo(ReferenceLevel.mean(all), within(1e-5));
            assertThat((double) given.weights.get("var")[feature])
                    .isCloseTo(ReferenceLevel.variance(all), within(1e-5));
        }
    }

    private static void subtract(float[] values, float[] moves) {
        for (int i = 0; i < values.length; i++) {
            values[i] -= moves[i];
        }
    }

    @ParameterizedTest
    @EachCell
    void emptySequencesHaveNoGradient(CellVariant variant) {
        for (int[] lengths : new int[][] {{}, {0, 0}}) {
            for (Readout readout : Readout.values()) {
                for (Normalisation normalisation : Normalisation.values()) {
                    LevelCase given = LevelCase.plain(shape(variant, normalisation, readout), WORDS, lengths);

                    LevelCase.Outcome outcome = given.run(given.level());

                    assertZero(outcome.features());
                    outcome.gradients().parameters().values().forEach(LevelTest::assertZero);
                    assertZero(outcome.gradients().rows());
                }
            }
        }
    }

    private static void assertZero(float[] numbers) {
        for (float number : numbers) {
            assertThat(number).isZero();
        }
    }
}
