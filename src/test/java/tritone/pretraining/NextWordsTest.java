package tritone.pretraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.kernel.SequenceLayout;

class NextWordsTest {
    private static SequenceLayout layout(int[][] texts) {
        return SequenceLayout.of(
                Arrays.stream(texts).mapToInt(text -> text.length).toArray());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void areTheNeighboursInTheReadingDirection(boolean reversed) {
        int[][] texts = new int[40][];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = new int[i * 5 % 17];
            Arrays.setAll(texts[i], at -> 100 * at + 7);
        }
        SequenceLayout layout = layout(texts);

        int[] targets = NextWords.of(texts, layout, reversed);

        assertThat(targets).hasSize(layout.places());
        for (int i = 0; i < texts.length; i++) {
            for (int at = 0; at < texts[i].length; at++) {
                int next = reversed ? at - 1 : at + 1;
                assertThat(targets[layout.place(layout.rank(i), at)])
                        .isEqualTo(next < 0 || next >= texts[i].length ? NextWords.NONE : texts[i][next]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingIsGuessedOfOneWordOrNone(boolean reversed) {
        int[][] texts = {{3}, {}, {4}};

        assertThat(NextWords.of(texts, layout(texts), reversed)).containsExactly(NextWords.NONE, NextWords.NONE);
        assertThat(NextWords.of(new int[0][], layout(new int[0][]), reversed)).isEmpty();
    }

    @Test
    void idZeroIsAWordToGuess() {
        int[][] texts = {{5, 0}};

        assertThat(NextWords.of(texts, layout(texts), false)).containsExactly(0, NextWords.NONE);
        assertThat(NextWords.of(texts, layout(texts), true)).containsExactly(NextWords.NONE, 5);
    }
}
