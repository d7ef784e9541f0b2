package tritone.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tritone.network.CellKind;
import tritone.network.NetworkSpec;
import tritone.training.Setting;

class ParameterMatchTest {
    private static Contender contender(CellKind cell) {
        return new Contender(cell.toString(), cell, 0, Map.of(Setting.CORPUS, "sample", Setting.CELL, cell.toString()));
    }

    private static long beyondWords(Contender contender) {
        NetworkSpec spec = contender.plan().network().orElseThrow().shape();
        return StatedMemory.parameters(spec) - (long) spec.vocabulary() * spec.embedding();
    }

    @Test
    void makesCellsAsLargeAsTheMiddleOne() {
        List<Contender> matched = ParameterMatch.of(
                List.of(contender(CellKind.SIMPLE_RNN), contender(CellKind.LSTM), contender(CellKind.GRU)));

        // By hand: a GRU of 128 units on 100 numbers has 3 * (100 + 128 + 1) * 128 parameters, and 129 behind it.
        assertThat(beyondWords(matched.get(2))).isEqualTo(3 * 229 * 128 + 129);
        assertThat(matched.get(2).settings()).containsEntry(Setting.UNITS, "128");
        for (Contender contender : matched) {
            assertThat((double) beyondWords(contender) / beyondWords(matched.get(2)))
                    .isBetween(0.99, 1.01);
        }
    }

    @Test
    void leavesYardsticksAloneAndRefusesThemAlone() {
        Contender bag = contender(CellKind.BAG);

        assertThat(ParameterMatch.of(List.of(bag, contender(CellKind.GRU)))).startsWith(bag);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ComparisonPlan(List.of(bag), List.of(1L), 1, ComparisonPlan.Match.PARAMETERS));
    }
}
