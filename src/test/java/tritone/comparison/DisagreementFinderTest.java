package tritone.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DisagreementFinderTest {
    /** Five reviews, of classes 0, 1, 1, 0, 1. */
    private static final ReviewFacts REVIEWS = new ReviewFacts(
            List.of("neg", "pos"),
            List.of("a", "b", "c", "d", "e"),
            new int[] {10, 11, 12, 13, 14},
            new int[] {0, 1, 1, 0, 1},
            new int[5],
            new double[5]);

    /** By the probability of pos. */
    static Entrant entrant(String name, String cell, double... positive) {
        float[] probabilities = new float[2 * positive.length];
        for (int i = 0; i < positive.length; i++) {
            probabilities[2 * i] = (float) (1 - positive[i]);
            probabilities[2 * i + 1] = (float) positive[i];
        }
        return new Entrant(
                new ContenderFindings.Identity(name, cell, 0, Map.of()),
                new ContenderFindings.Size(1, 1, OptionalLong.empty()),
                List.of(new Trial(OptionalLong.of(1), probabilities, new int[positive.length])),
                List.of(),
                Map.of(),
                ContenderFindings.Why.NOTHING,
                ContenderFindings.Times.NONE);
    }

    @Test
    void findsReviewsThatOneCellAloneIsRightAboutTheSurestFirst() {
        Disagreements found = new DisagreementFinder(
                        REVIEWS,
                        List.of(
                                entrant("gru", "gru", 0.1, 0.9, 0.6, 0.9, 0.4),
                                entrant("lstm", "lstm", 0.8, 0.2, 0.3, 0.2, 0.45),
                                entrant("bag", "bag", 0.1, 0.9, 0.9, 0.1, 0.9)))
                .find();

        assertThat(found.loners())
                .containsExactly(new Disagreements.Loner("gru", 3), new Disagreements.Loner("lstm", 1));
        assertThat(found.onlyOneRight())
                .extracting(about -> about.contender() + " " + about.id() + " " + about.place())
                .containsExactly("gru a 10", "gru b 11", "gru c 12", "lstm d 13");
        assertThat(found.onlyOneRight().get(3).said().get(0).contender()).isEqualTo("lstm");
        assertThat(found.onlyOneRight().get(3).label()).isEqualTo("neg");
    }

    @Test
    void findsTheSurestErrors() {
        Disagreements found =
                new DisagreementFinder(REVIEWS, List.of(entrant("gru", "gru", 0.6, 0.9, 0.05, 0.9, 0.4))).find();

        assertThat(found.loners()).isEmpty();
        assertThat(found.worstErrors())
                .extracting(Disagreements.Case::id)
                .containsExactly("c", "d", "a"); // e is wrong with 0.6 as well, but comes after a
        assertThat(found.worstErrors().get(0).said())
                .extracting(Disagreements.Said::label)
                .containsExactly("neg");
    }

    @Test
    void asksYardsticksWhereThereIsNoCell() {
        Disagreements found = new DisagreementFinder(
                        REVIEWS,
                        List.of(entrant("bag", "bag", 1, 1, 1, 1, 1), entrant("linear", "linear", 0, 0, 0, 0, 0)))
                .find();

        assertThat(found.loners())
                .containsExactly(new Disagreements.Loner("bag", 3), new Disagreements.Loner("linear", 2));
        assertThat(IntStream.range(0, 3)
                        .mapToObj(i -> found.onlyOneRight().get(i).contender()))
                .containsOnly("bag");
    }
}
