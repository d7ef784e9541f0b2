package tritone.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    /** The id at each place of the layout. */
    private static int[] idsByPlace(Words words) {
        return Arrays.stream(words.rowOf()).map(row -> words.ids()[row]).toArray();
    }

    @Test
    void aWordThatRepeatsIsOneRow() {
        Words words = Words.of(new int[][] {{4, 4, 2}, {2, 4}}, 5);

        assertThat(words.ids()).containsExactlyInAnyOrder(2, 4);
        assertThat(words.rowOf()).hasSize(5);
        assertThat(words.layout().places()).isEqualTo(5);
    }

    @Test
    void everyPlaceHasItsWord() {
        int[][] reviews = new RandomWeights(1).reviews(9, 3, 0, 8, 1, 8, 2, 5, 0, 4, 7, 7, 7, 1, 2, 3, 4, 5, 6, 7, 8);

        Words words = Words.of(reviews, 9);

        assertThat(words.ids()).doesNotHaveDuplicates();
        int[] ids = idsByPlace(words);
        for (int review = 0; review < reviews.length; review++) {
            int rank = words.layout().rank(review);
            assertThat(words.layout().length(rank)).isEqualTo(reviews[review].length);
            for (int step = 0; step < reviews[review].length; step++) {
                assertThat(ids[words.layout().place(rank, step)]).isEqualTo(reviews[review][step]);
            }
        }
    }

    @Test
    void rowsAreInTheOrderInWhichReviewsByRankFirstUseThem() {
        Words words = Words.of(new int[][] {{8, 1}, {5, 8, 6}, {3, 0, 5}}, 9);

        assertThat(words.ids()).containsExactly(5, 8, 6, 3, 0, 1);
    }

    @Test
    void rowsOfOneReviewAreInTheOrderOfItsWords() {
        Words words = Words.of(new int[][] {{7, 2, 7, 0, 2, 5}}, 8);

        assertThat(words.ids()).containsExactly(7, 2, 0, 5);
        assertThat(words.rowOf()).containsExactly(0, 1, 0, 2, 1, 3);
    }

    @Test
    void noWordsHaveNoRows() {
        assertThat(Words.of(new int[0][], 3).ids()).isEmpty();
        assertThat(Words.of(new int[2][0], 3).ids()).isEmpty();
        assertThat(Words.of(new int[2][0], 3).rowOf()).isEmpty();
        assertThat(Words.of(new int[2][0], 3).layout().sequences()).isEqualTo(2);
    }

    @Test
    void theLastIdOfAVocabularyIsKnown() {
        assertThat(Words.of(new int[][] {{0}, {2}}, 3).ids()).containsExactly(0, 2);
        assertThat(Words.of(new int[][] {{0, 0}}, 1).ids()).containsExactly(0);
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "-1, 3", "2147483647, 3", "-2147483648, 3", "1, 1"})
    void anIdOutsideTheVocabularyIsRefused(int id, int vocabulary) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Words.of(new int[][] {{}, {0, id}}, vocabulary))
                .withMessageContaining("id")
                .withMessageContaining("below " + vocabulary)
                .withMessageContaining("was " + id);
    }
}
