package tritone.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tritone.network.CellKind;
import tritone.training.Setting;

class ContendersTest {
    private static Contenders contenders(
            Map<Setting, String> common, Map<CellKind, Map<Setting, String>> own, String... variations) {
        Map<Setting, String> all = new EnumMap<>(Setting.class);
        all.put(Setting.CORPUS, "sample");
        all.putAll(common);
        return new Contenders(
                all, own, Arrays.stream(variations).map(Variation::of).toList(), settings -> {});
    }

    @Test
    void givesEachCellTheCommonSettingsThatItKnowsAndItsOwn() {
        List<Contender> made = contenders(
                        Map.of(Setting.UNITS, "32"), Map.of(CellKind.LSTM, Map.of(Setting.UNITS, "16")))
                .of(List.of(CellKind.GRU, CellKind.LSTM, CellKind.LINEAR));

        assertThat(made).extracting(Contender::name).containsExactly("gru", "lstm", "linear");
        assertThat(made.get(0).settings()).containsEntry(Setting.UNITS, "32");
        assertThat(made.get(1).settings()).containsEntry(Setting.UNITS, "16");
        assertThat(made.get(2).settings()).doesNotContainKey(Setting.UNITS);
    }

    @Test
    void makesOneForEachCombinationThatTheCellKnows() {
        List<Contender> made = contenders(Map.of(), Map.of(), "clip=none,1", "window=16,all")
                .of(List.of(CellKind.SIMPLE_RNN, CellKind.BAG, CellKind.LINEAR));

        assertThat(made)
                .extracting(Contender::name)
                .containsExactly(
                        "simple-rnn clip-norm=none window=16",
                        "simple-rnn clip-norm=none window=all",
                        "simple-rnn clip-norm=1 window=16",
                        "simple-rnn clip-norm=1 window=all",
                        "bag clip-norm=none",
                        "bag clip-norm=1",
                        "linear");
        assertThat(made).extracting(Contender::variation).containsExactly(0, 1, 2, 3, 0, 1, 0);
    }

    @Test
    void refusesASettingThatNoCellKnows() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> contenders(Map.of(Setting.WINDOW, "16"), Map.of()).of(List.of(CellKind.BAG)))
                .withMessage("window means nothing for any of the cells [bag]");
    }

    @Test
    void refusesASettingThatTheCellItIsForDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> contenders(Map.of(), Map.of(CellKind.GRU, Map.of(Setting.FORGET_BIAS, "1")))
                        .of(List.of(CellKind.GRU)))
                .withMessageContaining("forget-bias means nothing for the cell gru");
    }

    @Test
    void refusesAValueThatNoPlanCanHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        contenders(Map.of(), Map.of(), "window=16,sixteen").of(List.of(CellKind.GRU)))
                .withMessageContaining("window must be");
    }

    @Test
    void runsEachContenderOncePerSeedAndFoldButOnceWhereNothingIsDrawn() {
        ComparisonPlan plan = new ComparisonPlan(
                contenders(Map.of(), Map.of()).of(List.of(CellKind.GRU, CellKind.LINEAR)),
                List.of(1L, 2L),
                2,
                ComparisonPlan.Match.NOTHING);

        assertThat(plan.runs())
                .extracting(Run::toString)
                .containsExactly(
                        "gru, seed 1, fold 1/2",
                        "linear, fold 1/2",
                        "gru, seed 1, fold 2/2",
                        "linear, fold 2/2",
                        "gru, seed 2, fold 1/2",
                        "gru, seed 2, fold 2/2");
    }
}
