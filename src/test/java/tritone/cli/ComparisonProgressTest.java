package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tritone.comparison.ComparisonPlan;
import tritone.comparison.Contender;
import tritone.network.CellKind;
import tritone.training.Setting;

class ComparisonProgressTest {
    private final StringWriter written = new StringWriter();

    private static ComparisonPlan plan(int contenders) {
        return new ComparisonPlan(
                IntStream.range(0, contenders)
                        .mapToObj(i -> new Contender(
                                "gru units=" + (i + 1),
                                CellKind.GRU,
                                i,
                                Map.of(Setting.CELL, "gru", Setting.CORPUS, "sample")))
                        .toList(),
                List.of(1L),
                1,
                ComparisonPlan.Match.NOTHING);
    }

    private ComparisonProgress progress(ComparisonPlan plan, boolean terminal) {
        return new ComparisonProgress(plan, new PrintWriter(written), () -> false, terminal);
    }

    @Test
    void saysALineForEachRunWhereThereIsNoTerminal() {
        ComparisonPlan plan = plan(2);
        ComparisonProgress progress = progress(plan, false);

        plan.runs().forEach(run -> {
            progress.begin(run);
            progress.end(run, 0.875);
        });

        assertThat(written.toString().lines())
                .containsExactly("gru units=1, seed 1: 87.5 %  (1 of 2)", "gru units=2, seed 1: 87.5 %  (2 of 2)");
    }

    @Test
    void drawsATableOverTheOneBefore() {
        ComparisonPlan plan = plan(2);
        ComparisonProgress progress = progress(plan, true);

        progress.end(plan.runs().get(0), 0.875);
        progress.exploded(plan.runs().get(1), "the loss exploded");

        assertThat(written.toString())
                .contains("GRU units=1  1 of 1    87.5 %", "GRU units=2  1 of 1  exploded", "\u001b[3A");
    }

    @Test
    void fitsOnTheScreenAndShowsWhoIsAtWork() {
        ComparisonPlan plan = plan(60);
        ComparisonProgress progress = progress(plan, true);

        progress.begin(plan.runs().get(50));
        progress.end(plan.runs().get(50), 0.5);

        assertThat(written.toString()).contains("GRU units=51", "\u001b[23A").doesNotContain("GRU units=1 ");
    }
}
