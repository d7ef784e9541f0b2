package tritone.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusPart;
import tritone.corpus.ReadingOptions;
import tritone.corpus.Review;
import tritone.corpus.ReviewReader;

class LanguageGuesserTest {
    private final TextAnalyzer words = new TextAnalyzer(Chain.parse("html,standard,lowercase"));
    private final LanguageGuesser guesser = new LanguageGuesser();

    private LanguageGuess guess(String text) {
        words.analyze(text, guesser::add);
        return guesser.guess();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|I did not like the end, but it was worth my time.",
                "de|Der Film war nicht so gut, wie ich nach dem ersten Teil gehofft hatte.",
                "fr|Je ne sais pas pourquoi on a fait ce film, mais il est dans mon coeur.",
                "es|No me ha gustado nada, pero los actores y la música son muy buenos.",
                "it|Non è un film per tutti, ma io sono stato contento di quello che ho visto.",
                "pt|Eu não gostei do filme, mas a música é muito boa e os atores também.",
                "nl|Ik vond het een mooie film, maar het einde was niet wat ik had verwacht.",
                "sv|Jag tyckte inte om den här filmen, men musiken var mycket bra och det räcker.",
                "fi|En pitänyt tästä elokuvasta, mutta se oli kuitenkin parempi kuin se, joka oli ennen.",
                "hu|Nem tetszett ez a film, de a zene nagyon jó volt, és ez is valami.",
                "pl_none|Bardzo dobry film.",
                "ru|Мне не понравился этот фильм, но музыка была очень хорошая и я не жалею.",
                "tr|Bu film çok güzel ama ben daha iyi bir son bekliyordum, yine de her şey için sağ olun.",
                "el|Δεν μου άρεσε η ταινία",
                "ja|この映画はとても面白かったです。音楽も良かった。",
                "zh|这部电影很好看，音乐也不错。",
                "ko|이 영화는 정말 재미있었어요.",
                "he|הסרט היה טוב מאוד",
                "ar|الفيلم كان جيدا جدا",
            })
    void aSentenceShowsItsLanguage(String code, String text) {
        assertThat(guess(text).likeliest().map(Language::code).orElse("pl_none"))
                .isEqualTo(code);
    }

    @Test
    void fewForeignWordsInATextDoNotChangeItsLanguage() {
        LanguageGuess guess = guess("The title, La vie est à nous, is what the film is about, and it is not for all.");

        assertThat(guess.likeliest()).contains(Language.ENGLISH);
        assertThat(guess.rulesOut(Language.ENGLISH)).isFalse();
        assertThat(guess.rulesOut(Language.FRENCH)).isTrue();
    }

    @Test
    void oneWordSaidOftenIsOneWord() {
        assertThat(guess("der der der der der")).isEqualTo(LanguageGuess.NONE);
        assertThat(guess("der und die")).isNotEqualTo(LanguageGuess.NONE);
    }

    @Test
    void aTextLeavesNothingForTheNext() {
        LanguageGuess first = guess("Der Film und das Buch sind nicht gleich.");

        assertThat(first.likeliest()).contains(Language.GERMAN);
        assertThat(guess("")).isEqualTo(LanguageGuess.NONE);
        assertThat(guess("Der Film und das Buch sind nicht gleich.")).isEqualTo(first);
    }

    @Test
    void noReviewOfTheSampleSeemsForeign() throws IOException {
        List<String> foreign = new ArrayList<>();
        for (CorpusPart part :
                Corpus.open(Path.of("corpora/sample"), ReadingOptions.DEFAULTS).parts()) {
            try (ReviewReader reader = part.open()) {
                for (Review review = reader.next(); review != null; review = reader.next()) {
                    if (guess(review.text()).rulesOut(Language.ENGLISH)) {
                        foreign.add(review.text());
                    }
                }
            }
        }

        assertThat(foreign).isEmpty();
    }

    @Test
    void codesAreUnique() {
        for (Language language : Language.values()) {
            assertThat(Language.ofCode(language.code())).contains(language);
        }
        assertThat(Language.ofCode("xx")).isEmpty();
        assertThat(Language.values().length).isLessThan(64); // a common word has a bit for each
    }
}
