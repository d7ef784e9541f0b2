package tritone.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.text.Chain;
import tritone.text.Language;

class ExpectedLanguageTest {
    @ParameterizedTest
    @ValueSource(strings = {"default", "english", "whitespace,contractions", "simple,lowercase,stop", "standard,stem"})
    void chainsWithAnEnglishStepAreForEnglish(String chain) {
        assertThat(ExpectedLanguage.of(Chain.parse(chain))).contains(Language.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lucene:de", "standard,lowercase,stop:de", "html,simple,lowercase,snowball:german"})
    void stepsOfALanguageAreForThat(String chain) {
        assertThat(ExpectedLanguage.of(Chain.parse(chain))).contains(Language.GERMAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lucene:et",
                "lucene:pt-br",
                "simple",
                "html,standard,lowercase",
                "whitespace,urls,emoticons,numbers,ascii"
            })
    void othersAreForAny(String chain) {
        assertThat(ExpectedLanguage.of(Chain.parse(chain))).isEmpty();
    }
}
