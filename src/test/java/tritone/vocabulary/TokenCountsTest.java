package tritone.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import tritone.vocabulary.TokenCounts.Count;

class TokenCountsTest {
    private static TokenCounts counts(int limit, String tokens) {
        TokenCounts counts = new TokenCounts(limit);
        if (!tokens.isEmpty()) {
            List.of(tokens.split(" ")).forEach(counts::add);
        }
        return counts;
    }

    @Test
    void ranksByCountThenByAlphabet() {
        TokenCounts counts = counts(100, "b a c c d a b e");

        assertThat(counts.ranked(10, 1))
                .containsExactly(
                        new Count("a", 2), new Count("b", 2), new Count("c", 2), new Count("d", 1), new Count("e", 1));
        assertThat(counts.ranked(2, 1)).extracting(Count::token).containsExactly("a", "b");
        assertThat(counts.ranked(4, 1)).extracting(Count::token).containsExactly("a", "b", "c", "d");
        assertThat(counts.ranked(10, 2)).extracting(Count::token).containsExactly("a", "b", "c");
        assertThat(counts(100, "").ranked(10, 1)).isEmpty();
    }

    @Test
    void countsTotalsAndRareOnes() {
        TokenCounts counts = counts(100, "b a c c d a b e");

        assertThat(counts.total()).isEqualTo(8);
        assertThat(counts.distinct()).isEqualTo(5);
        assertThat(counts.seen(1)).isEqualTo(2);
        assertThat(counts.count("c")).isEqualTo(2);
        assertThat(counts.count("z")).isZero();
    }

    @Test
    void isExactUpToItsLimit() {
        TokenCounts counts = counts(3, "a b");

        counts.addAll(counts(3, "b c"));

        assertThat(counts.forgottenUpTo()).isZero();
        assertThat(counts.ranked(10, 1)).extracting(Count::toString).hasSize(3);
        assertThat(counts.count("b")).isEqualTo(2);
    }

    @Test
    void forgetsTheRarestBeyondItsLimitAndSaysSo() {
        TokenCounts counts = counts(3, "a a a b b c");

        counts.addAll(counts(3, "a b d e"));

        assertThat(counts.forgottenUpTo()).isEqualTo(1);
        assertThat(counts.ranked(10, 1)).containsExactly(new Count("a", 4), new Count("b", 3));
        assertThat(counts.total()).isEqualTo(10);
    }

    @Test
    void forgetsHigherCountsIfThatIsNotEnough() {
        TokenCounts counts = counts(1, "");

        counts.addAll(counts(1, "a a b b c c c"));

        assertThat(counts.forgottenUpTo()).isEqualTo(2);
        assertThat(counts.ranked(10, 1)).containsExactly(new Count("c", 3));
    }

    @Test
    void coverageIsTheShareOfTokensAmongTheMostFrequent() {
        TokenCounts learnt = counts(100, "a a a b b c");
        TokenCounts others = counts(100, "a b c d");

        double[] own = learnt.coverageOf(learnt, new int[] {0, 1, 2, 50});
        double[] foreign = learnt.coverageOf(others, new int[] {1, 2, 3});

        assertThat(own).containsExactly(new double[] {0, 3 / 6.0, 5 / 6.0, 1}, within(1e-12));
        assertThat(foreign).containsExactly(new double[] {1 / 4.0, 2 / 4.0, 3 / 4.0}, within(1e-12));
        assertThat(learnt.coverageOf(counts(100, ""), new int[] {1})).containsExactly(0);
    }
}
