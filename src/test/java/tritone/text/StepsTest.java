package tritone.text;

import static org.assertj.core.api.Assertions.assertThat;
import static tritone.text.Tokens.assertTokens;

import org.junit.jupiter.api.Test;

class StepsTest {
    @Test
    void tokenizersDiffer() {
        String text = "I didn't ... wow!!! :(";

        assertTokens("simple", text, "I", "didn", "'", "t", "...", "wow", "!!!", ":", "(");
        assertTokens("standard", text, "I", "didn't", "wow");
        assertTokens("whitespace", text, "I", "didn't", "...", "wow!!!", ":(");
    }

    @Test
    void theTrainedTokenizerKnowsEnglish() {
        assertTokens("english", "Mr. Smith didn't go. Well...", "Mr.", "Smith", "didn't", "go", ".", "Well", "...");
    }

    @Test
    void controlCharactersAreWhiteSpaceForBothOfOpenNlpsTokenizers() {
        assertTokens("english", "Hello \u0085Great a\u0001b \ufeffWow film", "Hello", "Great", "a", "b", "Wow", "film");
        assertTokens("simple", "Hello \u0085Great a\u0001b \ufeffWow film", "Hello", "Great", "a", "b", "Wow", "film");
    }

    @Test
    void contractionsInOnePieceArePartedToo() {
        assertTokens(
                "whitespace,contractions",
                "didn't it's O'Brien n't 's",
                "did",
                "n't",
                "it",
                "'s",
                "O'Brien",
                "n't",
                "'s");
        assertTokens("standard,contractions", "they\u2019ll couldn\u2019t", "they", "'ll", "could", "n't");
    }

    @Test
    void urlsBecomeOneToken() {
        assertTokens(
                "simple,urls",
                "see (http://a.b/c?d=1) and www.x.org!!! https ok.",
                "see",
                "(",
                "<url>",
                ")",
                "and",
                "<url>",
                "!!!",
                "https",
                "ok",
                ".");
        assertTokens("whitespace,urls", "see https://a.b www.x.org", "see", "<url>", "<url>");
    }

    @Test
    void numbersBecomeOneToken() {
        assertTokens(
                "simple,numbers",
                "7/10, 1,000 or 3.5 in 1999.",
                "<number>",
                "/",
                "<number>",
                ",",
                "<number>",
                "or",
                "<number>",
                "in",
                "<number>",
                ".");
        assertTokens("whitespace,numbers", "3.5 2nd 10", "<number>", "2nd", "<number>");
    }

    @Test
    void stopWordsNeverTakeANegation() {
        assertTokens("simple,lowercase,stop", "It is not the end but no good", "not", "end", "but", "no", "good");
    }

    @Test
    void foldsAndStems() {
        assertTokens(
                "simple,lowercase,ascii,stem", "Na\u00efve caf\u00e9s were amazing", "naiv", "cafe", "were", "amaz");
    }

    @Test
    void cutsTokensWithoutEnd() {
        assertThat(Tokens.of("simple", "a".repeat(600)))
                .extracting(String::length)
                .containsExactly(255, 255, 90);
        assertThat(Tokens.of("simple", "a" + "\ud835\udc9c".repeat(200)).get(0)).isEqualTo("a");
    }

    @Test
    void aWordOfAMillionLettersIsNoProblem() {
        assertThat(Tokens.of("default", "n".repeat(1_000_000))).hasSize(3922);
    }
}
