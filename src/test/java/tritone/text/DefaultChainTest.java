package tritone.text;

import static org.assertj.core.api.Assertions.assertThat;
import static tritone.text.Tokens.assertTokens;

import org.junit.jupiter.api.Test;

class DefaultChainTest {
    @Test
    void keepsWhatSentimentHangsOn() {
        assertTokens(
                "default",
                "I didn't like it, but no: not bad! Why? :(",
                "i",
                "did",
                "n't",
                "like",
                "it",
                ",",
                "but",
                "no",
                ":",
                "not",
                "bad",
                "!",
                "why",
                "?",
                ":(");
    }

    @Test
    void takesMarkupAndEntitiesOut() {
        assertTokens("default", "A<br /><br />B &amp; <b class=\"x\">C</b>&nbsp;D", "a", "b", "&", "c", "d");
    }

    @Test
    void joinsEmoticons() {
        assertTokens(
                "default",
                "wow!!! :-) ;) :))) :D =( <3 :'( (:",
                "wow",
                "!!!",
                ":-)",
                ";)",
                ":)",
                ":d",
                "=(",
                "<3",
                ":'(",
                "(",
                ":");
    }

    @Test
    void leavesOrdinaryMarksApart() {
        assertTokens(
                "default",
                "(see: this) -- a low-budget 9:30 w/ 2;",
                "(",
                "see",
                ":",
                "this",
                ")",
                "--",
                "a",
                "low",
                "-",
                "budget",
                "9",
                ":",
                "30",
                "w",
                "/",
                "2",
                ";");
    }

    @Test
    void partsContractionsHoweverTheyAreWritten() {
        assertTokens(
                "default",
                "DON'T can\u2019t it's they'll I'd we've I'm you're won't",
                "do",
                "n't",
                "ca",
                "n't",
                "it",
                "'s",
                "they",
                "'ll",
                "i",
                "'d",
                "we",
                "'ve",
                "i",
                "'m",
                "you",
                "'re",
                "wo",
                "n't");
    }

    @Test
    void leavesOtherApostrophesAlone() {
        assertTokens(
                "default",
                "'tis o'clock 'n' rock'n'roll dogs' n't",
                "'",
                "tis",
                "o",
                "'",
                "clock",
                "'",
                "n",
                "'",
                "rock",
                "'",
                "n",
                "'",
                "roll",
                "dogs",
                "'",
                "n't");
    }

    @Test
    void keepsWhatIsSeenAsOneCharacterTogether() {
        assertTokens(
                "default",
                "\ud83d\ude00\ud83d\ude00 cafe\u0301s \u2764\ufe0f \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
                "\ud83d\ude00",
                "\ud83d\ude00",
                "cafe\u0301s",
                "\u2764\ufe0f",
                "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67");
    }

    @Test
    void controlCharactersPartTokensAndVanish() {
        assertTokens("default", "a\u0000b \u0085\u0085c\u0096d \ufeffe", "a", "b", "c", "d", "e");
    }

    @Test
    void makesNothingOfNothing() {
        assertTokens("default", "");
        assertTokens("default", " \n\t\u00a0 ");
        assertTokens("default", "<br />");
    }

    @Test
    void tellsWhereTokensStandInTheOriginal() {
        String text = "<p>It&#39;s</p><br />don't :-)";

        assertThat(new TextAnalyzer(Chain.DEFAULT).tokens(text))
                .extracting(token -> token.text() + "=" + text.substring(token.start(), token.end()))
                .containsExactly("it=It", "'s=&#39;s", "do=do", "n't=n't", ":-)=:-)");
    }

    @Test
    void givesTheSameTokensAfterAnyOtherText() {
        TextAnalyzer analyzer = new TextAnalyzer(Chain.DEFAULT);
        analyzer.tokens("a long text with many tokens, ending on an open contraction: didn'");
        analyzer.tokens(":");

        assertThat(analyzer.tokens("t )")).extracting(Token::text).containsExactly("t", ")");
    }
}
