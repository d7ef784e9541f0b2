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
    @ValueSource(strings = {"simple", "html,standard,lowercase", "whitespace,urls,emoticons,numbers,ascii"})
    void othersAreForAny(String chain) {
        assertThat(ExpectedLanguage.of(Chain.parse(chain))).isEmpty();
    }
}
