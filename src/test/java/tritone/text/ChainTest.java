package tritone.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChainTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "simple",
                "html,english,lowercase",
                "whitespace,ascii,stop,stem",
                "html,simple,contractions,urls,emoticons,numbers,lowercase,ascii,stop,stem"
            })
    void textFormLeadsBackToTheChain(String text) {
        assertThat(Chain.parse(text)).hasToString(text).isEqualTo(Chain.parse(text));
    }

    @Test
    void theDefaultHasAName() {
        assertThat(Chain.parse("default")).isEqualTo(Chain.DEFAULT);
        assertThat(Chain.DEFAULT).hasToString("html,simple,contractions,emoticons,lowercase");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "html,lowercase | lowercase is out of place in html,lowercase",
                "simple,standard | standard is out of place in simple,standard",
                "simple,html | html is out of place in simple,html"
            })
    void stepsStandInTheirOrder(String text, String end) {
        assertThatThrownBy(() -> Chain.parse(text))
                .hasMessage("a chain must be html or nothing, one tokenizer, then filters but " + end);
    }

    @Test
    void refusesWhatIsNoChain() {
        assertThatThrownBy(() -> Chain.parse("html"))
                .hasMessage(
                        "a chain must have one of the tokenizers simple, english, standard, whitespace but was html");
        assertThatThrownBy(() -> Chain.parse("simple,lowercase,lowercase"))
                .hasMessage("a step may stand only once in a chain but found [lowercase, lowercase]");
        assertThatThrownBy(() -> Chain.parse("simple,,stem"))
                .hasMessage("a chain must be made of html, simple, english, standard, whitespace, contractions, urls,"
                        + " emoticons, numbers, lowercase, ascii, stop, stem but found \"\"");
    }
}
