package tritone.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {
    @ParameterizedTest
    @CsvSource({
        "pos, 1",
        "Positive, 1",
        "1, 1",
        "+1, 1",
        "TRUE, 1",
        "good, 1",
        "neg, 0",
        "negative, 0",
        "0, 0",
        "-1, 0",
        "false, 0",
        "' bad ', 0",
        "neutral, -1",
        "2, -1"
    })
    void polarityGoesByManySpellings(String spelling, int index) {
        assertThat(Labels.POLARITY.indexOf(spelling)).isEqualTo(index);
    }

    @Test
    void spellingsThatMeanTheSameAreOneClass() {
        assertThat(Labels.observed(List.of("drama", "Drama", "comedy")).names()).containsExactly("comedy", "Drama");
        assertThat(Labels.observed(List.of("1.0", "1", "3")).names()).containsExactly("1", "3");
    }

    @Test
    void zeroAndOneAreObservedAsPolarity() {
        assertThat(Labels.observed(List.of("1", "0"))).isSameAs(Labels.POLARITY);
    }

    @Test
    void starsAreObservedAsClassesOrderedByNumber() {
        assertThat(Labels.observed(List.of("10", "2", "1", "9.5")).names()).containsExactly("1", "2", "9.5", "10");
    }

    @Test
    void wordsAreObservedAsClassesOrderedByAlphabet() {
        assertThat(Labels.observed(List.of("pos", "neutral", "neg")).names()).containsExactly("neg", "neutral", "pos");
    }

    @Test
    void declaredPolarityKeepsItsSpellings() {
        assertThat(Labels.of(List.of("negative", "positive"))).isSameAs(Labels.POLARITY);
    }

    @Test
    void declaredClassesKeepTheirOrder() {
        assertThat(Labels.of(List.of("pos", "neg")).names()).containsExactly("pos", "neg");
    }

    @Test
    void declaredWordsForGoodAndBadKeepTheirSpellingsBesideOthers() {
        Labels labels = Labels.of(List.of("pos", " neutral", "neg"));

        assertThat(labels.names()).containsExactly("pos", "neutral", "neg");
        assertThat(List.of("Positive", "neutral", "0", "meh"))
                .extracting(labels::indexOf)
                .containsExactly(0, 1, 2, -1);
    }

    @Test
    void declaredStarsAreNoPolarity() {
        assertThat(Labels.of(List.of("1", "2")).indexOf("pos")).isEqualTo(-1);
    }

    @Test
    void wholeNumbersMayHaveAPoint() {
        assertThat(Labels.observed(List.of("0.0", "1.0"))).isSameAs(Labels.POLARITY);
        assertThat(Labels.of(List.of("1", "2")).indexOf("2.0")).isEqualTo(1);
    }

    @Test
    void refusesOneLabelTwice() {
        assertThatThrownBy(() -> Labels.of(List.of("good", "so-so", "Good")))
                .hasMessage("labels must differ but Good is there twice");
    }
}
