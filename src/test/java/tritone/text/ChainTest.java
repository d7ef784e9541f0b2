package tritone.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
                "html,simple,contractions,urls,emoticons,numbers,lowercase,ascii,stop,stem",
                "html,lucene:de",
                "lucene-stop:pt-br,ngrams:3",
                "standard,emoji,lowercase,stop:fr,snowball:fr,chargrams:3-5",
                "simple,stop=a|don%27t|f%C3%BCr,synonyms=film|motion%20picture>movie;awful>bad|poor,stem"
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
            delimiter = ' ',
            value = {
                "HTML,Simple,LowerCase html,simple,lowercase",
                "lucene:German,snowball:ENGLISH lucene:de,snowball:en",
                "simple,STOP=b|%61|b simple,stop=a|b",
                "simple,stop=f\u00fcr|%c3%9f simple,stop=f%C3%BCr|%C3%9F",
                "simple,synonyms=a|b|c simple,synonyms=b|c>a"
            })
    void aChainThatIsWrittenOtherwiseIsTheSame(String typed, String text) {
        assertThat(Chain.parse(typed)).hasToString(text).isEqualTo(Chain.parse(text));
    }

    @Test
    void peopleReadHowManyWordsThereAre() {
        assertThat(Chain.parse("html,simple,stop=a|b|c,synonyms=a|b|c;x>y,ngrams:2")
                        .summary())
                .isEqualTo("html,simple,stop(3 words),synonyms(2 rules),ngrams:2");
        assertThat(Chain.parse("simple,stop=a,synonyms=a>b").summary())
                .isEqualTo("simple,stop(1 word),synonyms(1 rule)");
        assertThat(Chain.DEFAULT.summary()).isEqualTo(Chain.DEFAULT.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "ngrams:1000000 'ngrams must have from 2 to 5 words but was 1000000'",
                "ngrams:1 'ngrams must have from 2 to 5 words but was 1'",
                "ngrams: 'ngrams must have from 2 to 5 words but was '",
                "chargrams:3 'chargrams must have two numbers of characters, as in chargrams:3-5, but was 3'",
                "chargrams:5-3 'chargrams must have from 1 to 10 characters, the smaller number first, but was 5-3'",
                "chargrams:1-999 'chargrams must have from 1 to 10 characters, the smaller number first, but was 1-999'",
                "stop:@/etc/passwd 'a chain that was written down must hold its words but names the file /etc/passwd'",
                "synonyms:@x 'a chain that was written down must hold its words but names the file x'",
                "stop=%4 'a word of a chain must have two digits of base 16 after a % but was %4'",
                "stop=%G0 'a word of a chain must have two digits of base 16 after a % but was %G0'",
                "stop=a%FF 'a word of a chain must be UTF-8 in percent signs but was a%FF'",
                "synonyms=a 'words that mean the same must be two at least but found 1'",
                "synonyms=a>b>c 'a rule of synonyms must have one > at most but was a>b>c'",
                "synonyms=a>b;a>c 'a word may be replaced by one rule only but found again a'",
                "lowercse 'a chain has no step \"lowercse\"; did you mean lowercase?'",
                "ngram:2 'a chain has no step \"ngram:2\"; did you mean ngrams:N?'"
            })
    void aStepThatIsNoneIsRefused(String step, String message) {
        assertThatThrownBy(() -> Chain.parse("simple," + step))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stop=",
                "stop=a||b",
                "stop=%00",
                "stop=%1B[31m",
                "stop=a%20%0A",
                "stop=%20",
                "stop=\ud800",
                "synonyms=",
                "synonyms=>",
                "synonyms=a>",
                "synonyms=>a",
                "synonyms=a>b;",
                "synonyms=%F0%9F>a",
                "lucene:",
                "lucene:yi",
                "stop:ko",
                "snowball:zh",
                "stop:",
                "stem:",
                "stem=x",
                ":",
                "=",
                "@x",
                "lucene:@x",
                "stop=%ED%A0%80"
            })
    void whatIsMalformedIsASentenceToo(String step) {
        assertThatThrownBy(() -> Chain.parse("simple," + step)).isExactlyInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMistypedLanguageIsGuessed() {
        assertThatThrownBy(() -> Chain.parse("lucene:germn"))
                .hasMessageStartingWith("the language of lucene must be one of ar, bg, bn, ")
                .hasMessageEndingWith(", tr, zh but was \"germn\"; did you mean lucene:de?");
    }

    @Test
    void aChainIsBounded() {
        String letters = "a".repeat(Chain.MOST_CHARACTERS);

        assertThatThrownBy(() -> Chain.parse("simple," + letters))
                .hasMessage("a chain must have at most 201000 characters but found 201007");
        String words = IntStream.range(0, 20_000).mapToObj(i -> "w" + i).collect(Collectors.joining("|"));
        assertThatThrownBy(() -> Chain.parse("simple,stop=" + words))
                .hasMessage("a chain must carry at most 100,000 characters of words in one step but found 128,894");
        assertThatThrownBy(() -> Chain.parse("simple,synonyms=" + words + ">x"))
                .hasMessage("a chain must carry at most 100,000 characters of words in one step but found 128,900");
        assertThatThrownBy(() -> Chain.parse("simple," + "a".repeat(1000))).hasMessageEndingWith("aaa...\"");
    }

    @Test
    void gramsOfGramsAreRefused() {
        assertThatThrownBy(() -> Chain.parse("simple,ngrams:2,synonyms=a>b"))
                .hasMessage("synonyms must stand before ngrams and chargrams but found [ngrams:2, synonyms(1 rule)]");
        assertThatThrownBy(() -> Chain.parse("simple,ngrams:2,ngrams:5"))
                .hasMessage("a step may stand only once in a chain but found [ngrams:2, ngrams:5]");
        assertThat(Chain.parse("standard,lowercase,stop,stop:en,stop=film").filters())
                .hasSize(4);
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
                .hasMessage("a chain must have one of the tokenizers simple, english, standard, whitespace,"
                        + " lucene:LANGUAGE but was html");
        assertThatThrownBy(() -> Chain.parse("simple,lowercase,lowercase"))
                .hasMessage("a step may stand only once in a chain but found [lowercase, lowercase]");
        assertThatThrownBy(() -> Chain.parse("simple,,stem"))
                .hasMessage("a chain must be made of html, simple, english, standard, whitespace, lucene:LANGUAGE,"
                        + " lucene-stop:LANGUAGE, contractions, urls, emoji, emoticons, numbers, lowercase, ascii, stop,"
                        + " stem, stop:LANGUAGE, stop:@FILE, synonyms:@FILE, snowball:LANGUAGE, ngrams:N,"
                        + " chargrams:MIN-MAX but found \"\"");
    }
}
