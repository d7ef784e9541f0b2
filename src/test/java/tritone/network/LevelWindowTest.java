package tritone.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.kernel.Arithmetic;
import tritone.kernel.CellKernel;
import tritone.kernel.CellVariant;
import tritone.kernel.EachCell;
import tritone.kernel.LastStates;
import tritone.kernel.SequenceLayout;
import tritone.kernel.Start;
import tritone.kernel.Workers;

/** Gradient through the last steps only. */
class LevelWindowTest {
    private static final int UNITS = 3;
    private static final int INPUTS = 2;
    private static final int WINDOW = 3;
    private static final int[] LENGTHS = {8, 7, 5, 3, 2, 0}; // falling, so that ranks are sequences

    private static LevelShape shape(CellVariant variant, Direction direction) {
        return new LevelShape(INPUTS, new CellSpec(variant, UNITS, direction, Normalisation.NONE), Readout.LAST);
    }

    private static Level level(LevelShape shape) {
        return new Level(shape, Arithmetic.fastest(), Workers.NONE);
    }

    private static LevelInput ofPlaces(int[] lengths) {
        SequenceLayout layout = SequenceLayout.of(lengths);
        return LevelInput.ofPlaces(layout, new RandomWeights(1).numbers(layout.places() * INPUTS, 1));
    }

    /** The input's steps from one on up to another, as each sequence has them. */
    private static LevelInput part(LevelInput whole, int[] from, int[] to) {
        int[] lengths = new int[from.length];
        Arrays.setAll(lengths, i -> to[i] - from[i]);
        SequenceLayout layout = SequenceLayout.of(lengths);
        float[] rows = new float[layout.places() * INPUTS];
        for (int sequence = 0; sequence < lengths.length; sequence++) {
            for (int step = 0; step < lengths[sequence]; step++) {
                System.arraycopy(
                        whole.rows(),
                        whole.layout().place(sequence, from[sequence] + step) * INPUTS,
                        rows,
                        layout.place(layout.rank(sequence), step) * INPUTS,
                        INPUTS);
            }
        }
        return LevelInput.ofPlaces(layout, rows);
    }

    /** A detached start: the states before each window are computed first and then taken as given. */
    @ParameterizedTest
    @EachCell
    void aWindowIsARunFromStatesThatAreGiven(CellVariant variant) {
        LevelShape shape = shape(variant, Direction.FORWARD);
        Map<String, float[]> weights = new RandomWeights(2).of(shape.parameters());
        float[] loss = new RandomWeights(3).numbers(LENGTHS.length * UNITS, 1);
        LevelInput whole = ofPlaces(LENGTHS);
        int[] starts = Arrays.stream(LENGTHS)
                .map(length -> Math.max(0, length - WINDOW))
                .toArray();
        Level before = level(shape);
        LevelInput early = part(whole, new int[LENGTHS.length], starts);
        before.forward(weights, early, before.passage(early.layout(), true));
        LastStates given = before.last(0);
        LevelInput late = part(whole, starts, LENGTHS);
        Level expected = level(shape);
        Passage passage =
                new Passage(true, List.of(new Start(given.hidden(), given.cells(), new float[0])), new float[0]);
        float[] lateFeatures = expected.forward(weights, late, passage);
        LevelGradients expectedGradients = expected.back(loss.clone(), CellKernel.WHOLE);

        Level windowed = level(shape);
        float[] features = windowed.forward(weights, whole, windowed.passage(whole.layout(), true));
        LevelGradients gradients = windowed.back(loss.clone(), WINDOW);

        assertThat(features).isEqualTo(lateFeatures);
        expectedGradients.parameters().forEach((name, numbers) -> {
            for (int i = 0; i < numbers.length; i++) {
                assertThat(gradients.parameters().get(name)[i]).as(name).isCloseTo(numbers[i], within(2e-6f));
            }
        });
        for (int sequence = 0; sequence < LENGTHS.length; sequence++) {
            for (int step = 0; step < LENGTHS[sequence]; step++) {
                for (int i = 0; i < INPUTS; i++) {
                    float actual = gradients.rows()[whole.layout().place(sequence, step) * INPUTS + i];
                    float wanted = step < starts[sequence]
                            ? 0
                            : expectedGradients
                                    .rows()[late.layout().place(sequence, step - starts[sequence]) * INPUTS + i];
                    assertThat(actual)
                            .as("sequence %d, step %d", sequence, step)
                            .isCloseTo(wanted, within(2e-6f));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsOutsideOfEveryWindowHaveNoGradient(Direction direction) {
        for (Readout readout : Readout.values()) {
            CellSpec cell = new CellSpec(CellVariant.GRU_RESET_AFTER, UNITS, direction, Normalisation.NONE);
            LevelShape shape = new LevelShape(INPUTS, cell, readout);
            LevelInput input = ofPlaces(LENGTHS);
            Level level = level(shape);
            Map<String, float[]> weights = new RandomWeights(2).of(shape.parameters());
            level.forward(weights, input, level.passage(input.layout(), true));

            int vectors = readout == Readout.STATES ? input.layout().places() : LENGTHS.length;
            LevelGradients gradients = level.back(new RandomWeights(3).numbers(vectors * shape.features(), 1), WINDOW);

            for (int sequence = 0; sequence < LENGTHS.length; sequence++) {
                for (int step = 0; step < LENGTHS[sequence]; step++) {
                    boolean late = step >= LENGTHS[sequence] - WINDOW && direction != Direction.BACKWARD;
                    boolean early = step < WINDOW && direction != Direction.FORWARD;
                    int at = input.layout().place(sequence, step) * INPUTS;
                    float gradient =
                            Math.abs(gradients.rows()[at]) + Math.abs(gradients.rows()[at + 1]);
                    if (!late && !early) {
                        assertThat(gradient).isZero();
                    } else if (readout != Readout.MAX) {
                        assertThat(gradient).isPositive();
                    }
                }
            }
        }
    }

    @Test
    void withoutACellAWindowKeepsTheGradientOfTheLastSteps() {
        CellSpec none = new CellSpec(CellVariant.NONE, INPUTS, Direction.FORWARD, Normalisation.NONE);
        LevelShape shape = new LevelShape(INPUTS, none, Readout.MEAN);
        LevelInput input = ofPlaces(LENGTHS);
        Level level = level(shape);
        level.forward(Map.of(), input, level.passage(input.layout(), true));
        float[] loss = new float[LENGTHS.length * INPUTS];
        Arrays.fill(loss, 1);

        float[] rows = level.back(loss, WINDOW).rows();

        for (int sequence = 0; sequence < LENGTHS.length; sequence++) {
            for (int step = 0; step < LENGTHS[sequence]; step++) {
                float expected = step < LENGTHS[sequence] - WINDOW ? 0 : 1f / LENGTHS[sequence];
                assertThat(rows[input.layout().place(sequence, step) * INPUTS]).isEqualTo(expected);
            }
        }
    }

    @Test
    void aWindowOverEveryStepIsNone() {
        LevelCase given = LevelCase.plain(shape(CellVariant.LSTM_PEEPHOLE, Direction.BOTH), 5, LENGTHS);
        LevelCase.Outcome whole = given.run(given.level());
        Level level = given.level();

        given.forward(level);

        LevelGradients gradients = level.back(given.lossWeights.clone(), 8);
        assertThat(gradients.rows()).isEqualTo(whole.gradients().rows());
        whole.gradients()
                .parameters()
                .forEach((name, numbers) ->
                        assertThat(gradients.parameters().get(name)).as(name).isEqualTo(numbers));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aWindowBelowOneIsRefused(int window) {
        CellSpec none = new CellSpec(CellVariant.NONE, INPUTS, Direction.FORWARD, Normalisation.NONE);
        for (LevelShape shape :
                List.of(shape(CellVariant.LSTM, Direction.FORWARD), new LevelShape(INPUTS, none, Readout.LAST))) {
            LevelCase given = LevelCase.plain(shape, 5, LENGTHS);
            Level level = given.level();
            given.forward(level);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> level.back(given.lossWeights, window))
                    .withMessageContaining("window")
                    .withMessageContaining("at least 1")
                    .withMessageContaining("" + window);
        }
    }
}
