package tritone.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.kernel.Workers;

class FeatureCounterTest {
    @Test
    void aPairCountsOnceInAReview() {
        int[][] reviews = {{2, 3, 2, 3}, {3, 2}, {2, 3}};

        assertThat(new FeatureCounter(reviews, 4, 2).pairs(2, Workers.NONE))
                .containsExactly(Pairs.of(2, 3), Pairs.of(3, 2));
        assertThat(new FeatureCounter(reviews, 4, 3).pairs(2, Workers.NONE)).isEmpty();
    }

    @Test
    void paddingAndUnknownWordsFormNoPair() {
        int[][] reviews = {{0, 2, 1, 3, 1, 1}, {0, 2, 1, 3, 0}};

        assertThat(new FeatureCounter(reviews, 4, 1).pairs(2, Workers.NONE)).isEmpty();
    }

    @Test
    void rareWordsBecomeUnknown() {
        FeatureCounter counter = new FeatureCounter(new int[][] {{2, 3, 3}, {4, 2, 0}}, 5, 2);

        assertThat(counter.withoutRareWords(new int[] {2, 3, 1, 2, 4})).containsExactly(2, 1, 1, 2, 1);
    }

    @Test
    void aPhraseOfThreeWordsBeginsWithOneOfTwo() {
        int[][] reviews = {{2, 3, 2, 3, 2}, {3, 2}, {2, 3, 2}};

        assertThat(new FeatureCounter(reviews, 4, 2).pairs(3, Workers.NONE))
                .containsExactly(Pairs.of(2, 3), Pairs.of(3, 2), Pairs.of(4, 2));
        assertThat(new FeatureCounter(reviews, 4, 2).pairs(1, Workers.NONE)).isEmpty();
    }

    @ParameterizedTest(name = "of {0} words in {1} reviews")
    @CsvSource({"1, 2", "2, 1", "2, 2", "2, 3", "2, 7", "2, 1000", "3, 1", "3, 2", "3, 5", "3, 1000", "5, 1", "5, 2"})
    void findsWhatCountingInAMapFinds(int phraseWords, int minCount) {
        int[][] reviews = SeededReviews.of(300, 60, 80, 2, 1).ids();
        Map<List<Integer>, Integer> counts = new HashMap<>();
        for (int[] review : reviews) {
            Set<List<Integer>> phrases = new HashSet<>();
            List<Integer> ids = Arrays.stream(review).boxed().toList();
            for (int words = 2; words <= phraseWords; words++) {
                for (int i = 0; i + words <= review.length; i++) {
                    phrases.add(ids.subList(i, i + words));
                }
            }
            phrases.forEach(phrase -> counts.merge(phrase, 1, Integer::sum));
        }
        List<List<Integer>> expected = counts.keySet().stream()
                .filter(phrase -> counts.get(phrase) >= minCount)
                .filter(phrase -> phrase.stream().allMatch(id -> id > 1))
                .toList();

        long[] pairs = new FeatureCounter(reviews, 60, minCount).pairs(phraseWords, Workers.of(3));

        assertThat(spelt(pairs, 60)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(pairs).isSorted();
    }

    /** The words of each phrase. */
    private static List<List<Integer>> spelt(long[] pairs, int vocabulary) {
        List<List<Integer>> spelt = new ArrayList<>();
        for (long pair : pairs) {
            int first = Pairs.first(pair);
            List<Integer> words = new ArrayList<>(first < vocabulary ? List.of(first) : spelt.get(first - vocabulary));
            words.add(Pairs.second(pair));
            spelt.add(words);
        }
        return spelt;
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 5, Integer.MAX_VALUE})
    void refusesIdsOutsideTheVocabulary(int id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeatureCounter(new int[][] {{2, id}}, 5, 1))
                .withMessage("an id must be at least 0 and below 5 but was " + id);
    }
}
