package tritone.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedRatingTest {
    @ParameterizedTest
    @CsvSource({
        "I give it 10/10., 10/10",
        "7 out of 10 from me, 7/10",
        "Seven out of ten., 7/10",
        "7.5/10!, 7.5/10",
        "(3 / 5), 3/5",
        "Five stars, 5 stars",
        "a 1 star film, 1 star",
        "four-star fun, 4 stars",
        "Two thumbs down!, thumbs down",
        "THUMBS UP, thumbs up",
        "85/100, 85/100",
    })
    void aRatingInSoManyWordsIsFound(String text, String name) {
        assertThat(NamedRating.in(text)).extracting(NamedRating::name).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seen on 10/10/2001",
                "open 24/7",
                "11/10",
                "on 9/11",
                "a starring role of 3 starlets",
                "she stars in it",
                "10/10ths",
                "hit my thumb on the up side",
                "one out of many",
                "v1.4/5"
            })
    void otherFiguresAreNone(String text) {
        assertThat(NamedRating.in(text)).isEmpty();
    }
}
