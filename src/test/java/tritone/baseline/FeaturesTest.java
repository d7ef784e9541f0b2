package tritone.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeaturesTest {
    private static final long[] PAIRS = {Pairs.of(2, 3), Pairs.of(3, 2), Pairs.of(3, 4), Pairs.of(5, 5)};

    private final Features features = new Features(6, new Pairs(6, PAIRS));

    @Test
    void wordsAreTheirIdsAndPairsFollowAllWords() {
        assertThat(features.of(new int[] {2, 3, 4, 2})).containsExactly(2, 3, 4, 6, 8);
        assertThat(features.size()).isEqualTo(10);
    }

    @Test
    void eachIsThereOnce() {
        assertThat(features.of(new int[] {5, 5, 5, 5})).containsExactly(5, 9);
    }

    @Test
    void paddingAndUnknownWordsAreNoneAndPartPairs() {
        assertThat(features.of(new int[] {2, 1, 3, 0, 4, 1, 0})).containsExactly(2, 3, 4);
        assertThat(features.of(new int[] {0, 1})).isEmpty();
        assertThat(features.of(new int[0])).isEmpty();
    }

    @Test
    void aPhraseGoesOnAsLongAsItsBeginningIsKnown() {
        long[] pairs = {Pairs.of(2, 3), Pairs.of(3, 4), Pairs.of(6, 4), Pairs.of(8, 2)}; // 2 3, 3 4, 2 3 4, 2 3 4 2
        Features longer = new Features(6, new Pairs(6, pairs));

        assertThat(longer.of(new int[] {2, 3, 4, 2, 3, 4, 5})).containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(longer.of(new int[] {2, 3, 1, 4, 2})).containsExactly(2, 3, 4, 6);
        assertThat(longer.of(new int[] {3, 4, 2})).containsExactly(2, 3, 4, 7);
        assertThat(longer.of(new int[] {2, 3, 0})).containsExactly(2, 3, 6);
        assertThat(longer.positions(new int[] {1, 3, 4, 2, 3, 4, 2}))
                .isEqualTo(Map.of(2, 3, 3, 1, 4, 2, 6, 3, 7, 1, 8, 3, 9, 3));
    }

    @Test
    void aPhraseHasAsManyWordsAsItsBeginningAndOneMore() {
        long[] pairs = {Pairs.of(2, 3), Pairs.of(3, 4), Pairs.of(6, 4), Pairs.of(8, 2)};

        assertThat(IntStream.of(5, 6, 7, 8, 9).map(feature -> Pairs.words(6, pairs, feature)))
                .containsExactly(1, 2, 2, 3, 4);
        assertThat(new Pairs(6, pairs).longest()).isEqualTo(4);
        assertThat(new Pairs(6, PAIRS).longest()).isEqualTo(2);
        assertThat(new Pairs(6, new long[0]).longest()).isEqualTo(1);
    }

    @Test
    void aPairIsFoundWhereItIs() {
        Pairs pairs = new Pairs(6, PAIRS);

        for (int i = 0; i < PAIRS.length; i++) {
            assertThat(pairs.find(Pairs.first(PAIRS[i]), Pairs.second(PAIRS[i])))
                    .isEqualTo(i);
        }
        assertThat(pairs.find(2, 2)).isNegative();
        assertThat(pairs.find(3, 3)).isNegative();
        assertThat(pairs.find(4, 5)).isNegative();
        assertThat(pairs.find(5, 2)).isNegative();
    }
}
