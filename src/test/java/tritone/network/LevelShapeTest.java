package tritone.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tritone.kernel.CellVariant;
import tritone.kernel.EachCell;

class LevelShapeTest {
    private static CellSpec cell(CellVariant variant, Direction direction, Normalisation normalisation) {
        return new CellSpec(variant, 3, direction, normalisation);
    }

    private static List<String> names(LevelShape shape) {
        return shape.parameters().stream().map(ParameterShape::name).toList();
    }

    @ParameterizedTest
    @CsvSource({"0", "-7"})
    void inputsBelowOneAreRefused(int inputs) {
        CellSpec cell = cell(CellVariant.LSTM, Direction.FORWARD, Normalisation.NONE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LevelShape(inputs, cell, Readout.LAST))
                .withMessage("inputs must be at least 1 but was " + inputs);
    }

    @Test
    void whatIsMissingIsNamed() {
        CellSpec cell = cell(CellVariant.LSTM, Direction.FORWARD, Normalisation.NONE);

        assertThatNullPointerException()
                .isThrownBy(() -> new LevelShape(1, null, Readout.LAST))
                .withMessage("cell");
        assertThatNullPointerException()
                .isThrownBy(() -> new LevelShape(1, cell, null))
                .withMessage("readout");
    }

    @ParameterizedTest
    @CsvSource({
        "STATES, FORWARD, 3",
        "LAST, BACKWARD, 3",
        "MEAN, BOTH, 6",
        "MAX, FORWARD, 3",
        "LAST_MEAN_MAX, FORWARD, 9",
        "LAST_MEAN_MAX, BOTH, 18",
        "ATTENTION, BOTH, 6"
    })
    void featuresFollowFromReadoutAndDirection(Readout readout, Direction direction, int features) {
        LevelShape shape = new LevelShape(5, cell(CellVariant.LSTM, direction, Normalisation.NONE), readout);

        assertThat(shape.features()).isEqualTo(features);
    }

    @ParameterizedTest
    @CsvSource({
        "SIMPLE_RNN_TANH, 27",
        "SIMPLE_RNN_RELU, 27",
        "LSTM, 108",
        "LSTM_PEEPHOLE, 117",
        "GRU_RESET_BEFORE, 81",
        "GRU_RESET_AFTER, 84"
    })
    void everyCellHasItsNumberOfWeights(CellVariant variant, int weights) {
        for (Direction direction : Direction.values()) {
            LevelShape shape = new LevelShape(5, cell(variant, direction, Normalisation.NONE), Readout.LAST);

            assertThat(shape.parameters().stream()
                            .mapToInt(ParameterShape::length)
                            .sum())
                    .isEqualTo(weights * direction.cells());
        }
    }

    @Test
    void eachPartBringsItsOwnWeights() {
        assertThat(names(new LevelShape(5, cell(CellVariant.LSTM, Direction.FORWARD, Normalisation.NONE), Readout.MAX)))
                .containsExactly("W", "RW", "b");
        assertThat(names(new LevelShape(
                        5, cell(CellVariant.LSTM_PEEPHOLE, Direction.BACKWARD, Normalisation.LAYER), Readout.MEAN)))
                .containsExactly("W", "RW", "b", "P", "g", "s");
        assertThat(names(new LevelShape(
                        5, cell(CellVariant.GRU_RESET_AFTER, Direction.BOTH, Normalisation.BATCH), Readout.ATTENTION)))
                .containsExactly(
                        "W", "RW", "b", "rb", "backW", "backRW", "backb", "backrb", "g", "s", "mean", "var", "q");
    }

    @Test
    void everyNameIsGivenOnce() {
        for (CellVariant variant : EachCell.VARIANTS) {
            LevelShape shape = new LevelShape(5, cell(variant, Direction.BOTH, Normalisation.BATCH), Readout.ATTENTION);

            assertThat(names(shape)).doesNotHaveDuplicates();
        }
    }

    @Test
    void aLevelWithoutACellHasWeightsOfItsNormalisationAndItsReadoutOnly() {
        CellSpec plain = new CellSpec(CellVariant.NONE, 5, Direction.FORWARD, Normalisation.NONE);
        CellSpec normalised = new CellSpec(CellVariant.NONE, 5, Direction.FORWARD, Normalisation.LAYER);

        assertThat(new LevelShape(5, plain, Readout.MEAN).parameters()).isEmpty();
        assertThat(new LevelShape(5, normalised, Readout.ATTENTION).parameters())
                .containsExactly(
                        new ParameterShape("g", 1, 5), new ParameterShape("s", 1, 5), new ParameterShape("q", 1, 5));
    }

    @Test
    void aLevelWithoutACellHandsOnWhatComesInFromTheBeginning() {
        CellSpec plain = new CellSpec(CellVariant.NONE, 5, Direction.FORWARD, Normalisation.NONE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LevelShape(4, plain, Readout.MEAN))
                .withMessage("without a cell the units must be as many as the inputs, 4, but were 5");
        for (Direction direction : List.of(Direction.BACKWARD, Direction.BOTH)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> cell(CellVariant.NONE, direction, Normalisation.NONE))
                    .withMessage("without a cell the direction must be forward but was " + direction);
        }
    }

    @Test
    void theQueryIsAsWideAsTheStates() {
        LevelShape shape =
                new LevelShape(5, cell(CellVariant.LSTM, Direction.BOTH, Normalisation.NONE), Readout.ATTENTION);

        assertThat(shape.parameters()).contains(new ParameterShape("q", 1, 6));
    }
}
