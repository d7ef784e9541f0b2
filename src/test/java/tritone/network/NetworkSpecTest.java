package tritone.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tritone.kernel.CellVariant;

class NetworkSpecTest {
    private static final CellSpec CELL =
            new CellSpec(CellVariant.GRU_RESET_AFTER, 3, Direction.BOTH, Normalisation.BATCH);

    private static NetworkSpec spec(int vocabulary, int embedding, int levels, int classes) {
        return new NetworkSpec(vocabulary, embedding, CELL, levels, Readout.LAST, classes);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "-2147483648"})
    void sizesBelowOneAreRefused(int size) {
        String bound = " must be at least 1 but was " + size;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> spec(size, 1, 1, 2))
                .withMessage("vocabulary" + bound);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> spec(1, size, 1, 2))
                .withMessage("embedding" + bound);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> spec(1, 1, size, 2))
                .withMessage("levels" + bound);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CellSpec(CellVariant.LSTM, size, Direction.FORWARD, Normalisation.NONE))
                .withMessage("units" + bound);
    }

    @ParameterizedTest
    @CsvSource({"1", "0", "-3"})
    void fewerThanTwoClassesAreRefused(int classes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> spec(1, 1, 1, classes))
                .withMessage("classes must be at least 2 but was " + classes);
    }

    @Test
    void statesAreNoReadoutOfANetwork() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkSpec(1, 1, CELL, 1, Readout.STATES, 2))
                .withMessageContaining("readout");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> new NetworkSpec(1, 1, null, 1, Readout.LAST, 2))
                .withMessage("cell");
        assertThatNullPointerException()
                .isThrownBy(() -> new CellSpec(null, 1, Direction.BOTH, Normalisation.NONE))
                .withMessage("variant");
        assertThatNullPointerException()
                .isThrownBy(() -> new CellSpec(CellVariant.LSTM, 1, null, Normalisation.NONE))
                .withMessage("direction");
        assertThatNullPointerException()
                .isThrownBy(() -> new CellSpec(CellVariant.LSTM, 1, Direction.BOTH, null))
                .withMessage("normalisation");
    }

    @Test
    void aMissingReadoutIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> new NetworkSpec(1, 1, CELL, 1, null, 2))
                .withMessage("readout");
    }

    @Test
    void aNetworkWithoutACellIsRefusedWhereItsUnitsAreNotTheEmbedding() {
        CellSpec none = new CellSpec(CellVariant.NONE, 7, Direction.FORWARD, Normalisation.NONE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkSpec(10, 5, none, 1, Readout.MEAN, 2))
                .withMessage("without a cell the units must be as many as the inputs, 5, but were 7");
    }

    @Test
    void aBagIsAnEmbeddingAndAnOutput() {
        NetworkSpec bag = NetworkSpec.bag(10, 5, 3);

        assertThat(bag.readout()).isEqualTo(Readout.MEAN);
        assertThat(bag.parameters())
                .containsExactly(
                        new ParameterShape("0.E", 10, 5),
                        new ParameterShape("1.W", 5, 3),
                        new ParameterShape("1.b", 1, 3));
    }

    @Test
    void twoClassesNeedOneOutput() {
        assertThat(spec(1, 1, 1, 2).outputs()).isEqualTo(1);
        assertThat(spec(1, 1, 1, 3).outputs()).isEqualTo(3);
        assertThat(spec(1, 1, 1, 5).outputs()).isEqualTo(5);
    }

    @Test
    void onlyTheFirstLevelIsNormalisedAndOnlyTheLastIsReadOut() {
        NetworkSpec spec = spec(10, 5, 3, 2);
        CellSpec above = new CellSpec(CellVariant.GRU_RESET_AFTER, 3, Direction.BOTH, Normalisation.NONE);

        assertThat(spec.level(0)).isEqualTo(new LevelShape(5, CELL, Readout.STATES));
        assertThat(spec.level(1)).isEqualTo(new LevelShape(6, above, Readout.STATES));
        assertThat(spec.level(2)).isEqualTo(new LevelShape(6, above, Readout.LAST));
    }

    @ParameterizedTest
    @CsvSource({"-1", "2"})
    void aLevelThatIsNotThereIsRefused(int level) {
        assertThatThrownBy(() -> spec(1, 1, 2, 2).level(level)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void weightsAreNamedByTheirLevelAndKeepTheirOrder() {
        assertThat(spec(10, 5, 2, 4).parameters())
                .containsExactly(
                        new ParameterShape("0.E", 10, 5),
                        new ParameterShape("0.W", 5, 9),
                        new ParameterShape("0.RW", 3, 9),
                        new ParameterShape("0.b", 1, 9),
                        new ParameterShape("0.rb", 1, 3),
                        new ParameterShape("0.backW", 5, 9),
                        new ParameterShape("0.backRW", 3, 9),
                        new ParameterShape("0.backb", 1, 9),
                        new ParameterShape("0.backrb", 1, 3),
                        new ParameterShape("0.g", 1, 5),
                        new ParameterShape("0.s", 1, 5),
                        new ParameterShape("0.mean", 1, 5),
                        new ParameterShape("0.var", 1, 5),
                        new ParameterShape("1.W", 6, 9),
                        new ParameterShape("1.RW", 3, 9),
                        new ParameterShape("1.b", 1, 9),
                        new ParameterShape("1.rb", 1, 3),
                        new ParameterShape("1.backW", 6, 9),
                        new ParameterShape("1.backRW", 3, 9),
                        new ParameterShape("1.backb", 1, 9),
                        new ParameterShape("1.backrb", 1, 3),
                        new ParameterShape("2.W", 6, 4),
                        new ParameterShape("2.b", 1, 4));
    }
}
