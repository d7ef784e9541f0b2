package tritone.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.kernel.Workers;

class FeatureCounterTest {
    @Test
    void aPairCountsOnceInAReview() {
        int[][] reviews = {{2, 3, 2, 3}, {3, 2}, {2, 3}};

        assertThat(new FeatureCounter(reviews, 4, 2).pairs(Workers.NONE))
                .containsExactly(Pairs.of(2, 3), Pairs.of(3, 2));
        assertThat(new FeatureCounter(reviews, 4, 3).pairs(Workers.NONE)).isEmpty();
    }

    @Test
    void paddingAndUnknownWordsFormNoPair() {
        int[][] reviews = {{0, 2, 1, 3, 1, 1}, {0, 2, 1, 3, 0}};

        assertThat(new FeatureCounter(reviews, 4, 1).pairs(Workers.NONE)).isEmpty();
    }

    @Test
    void rareWordsBecomeUnknown() {
        FeatureCounter counter = new FeatureCounter(new int[][] {{2, 3, 3}, {4, 2, 0}}, 5, 2);

        assertThat(counter.withoutRareWords(new int[] {2, 3, 1, 2, 4})).containsExactly(2, 1, 1, 2, 1);
    }

    @ParameterizedTest(name = "in {0} reviews")
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void findsWhatCountingInAMapFinds(int minCount) {
        int[][] reviews = SeededReviews.of(300, 60, 80, 2, 1).ids();
        Map<Long, Integer> counts = new HashMap<>();
        for (int[] review : reviews) {
            Set<Long> pairs = new HashSet<>();
            for (int i = 1; i < review.length; i++) {
                if (review[i - 1] > 1 && review[i] > 1) {
                    pairs.add(Pairs.of(review[i - 1], review[i]));
                }
            }
            pairs.forEach(pair -> counts.merge(pair, 1, Integer::sum));
        }
        long[] expected = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= minCount)
                .mapToLong(Map.Entry::getKey)
                .sorted()
                .toArray();

        assertThat(new FeatureCounter(reviews, 60, minCount).pairs(Workers.of(3)))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 5, Integer.MAX_VALUE})
    void refusesIdsOutsideTheVocabulary(int id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeatureCounter(new int[][] {{2, id}}, 5, 1))
                .withMessage("an id must be at least 0 and below 5 but was " + id);
    }
}
