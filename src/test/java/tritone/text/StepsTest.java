package tritone.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static tritone.text.Tokens.assertTokens;

import java.util.Collections;
import java.util.stream.Stream;
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

    @Test
    void lucenesAnalyzersDropNoWord() {
        String german = "Die Filme waren nicht schlecht";

        assertTokens("lucene:de", german, "die", "film", "war", "nicht", "schlecht");
        assertTokens("lucene-stop:de", german, "film", "schlecht");
        assertTokens("lucene:en", "It was not the worst", "it", "wa", "not", "the", "worst");
        assertTokens(
                "lucene:zh",
                "\u7535\u5f71\u4e0d\u597d\u770b",
                "\u7535\u5f71",
                "\u5f71\u4e0d",
                "\u4e0d\u597d",
                "\u597d\u770b");
        assertTokens("lucene:ko", "\uc548 \ubd24\uc5b4\uc694", "\uc548", "\ubcf4", "\uc558", "\uc5b4\uc694");
        assertTokens("lucene:th", "\u0e44\u0e21\u0e48\u0e14\u0e35", "\u0e44\u0e21\u0e48", "\u0e14\u0e35");
    }

    @Test
    void markupAndAnAnalyzersOwnCharactersMovePlacesTogether() {
        String text = "<p>\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645</p>";

        assertThat(new TextAnalyzer(Chain.parse("html,lucene:fa")).tokens(text))
                .extracting(Token::start, Token::end)
                .containsExactly(tuple(3, 5), tuple(6, 11));
    }

    @Test
    void stopWordsOfALanguageAreLucenes() {
        assertTokens("standard,lowercase,stop:de", "Die Filme waren nicht schlecht", "filme", "schlecht");
        assertTokens("standard,lowercase,stop:en", "It is not the end", "end");
        assertTokens("standard,lowercase,stop:fr", "Le film n'est pas mal", "film", "n'est", "mal");
    }

    @Test
    void ownStopWordsAreComparedAsTheyStand() {
        assertTokens("simple,stop=film|the", "The film", "The");
        assertTokens("simple,lowercase,ngrams:2,stop=the%20film", "The film", "the", "film");
    }

    @Test
    void snowballKnowsMoreLanguagesThanEnglish() {
        assertTokens("standard,lowercase,snowball:de", "Filme aufeinanderfolgenden", "film", "aufeinanderfolg");
        assertTokens("standard,lowercase,snowball:fr", "continuellement", "continuel");
        assertTokens("standard,lowercase,snowball:es", "chicharrones", "chicharron");
        assertTokens("standard,lowercase,snowball:en", "generously news", "generous", "news");
    }

    @Test
    void phrasesFollowTheirLastWord() {
        assertTokens("simple,ngrams:2", "not so good", "not", "so", "not so", "good", "so good");
        assertTokens("simple,ngrams:3", "a b c d", "a", "b", "a b", "c", "b c", "a b c", "d", "c d", "b c d");
        assertTokens("simple,ngrams:5", "");
        assertTokens("simple,lowercase,stop=so,ngrams:2", "not so good", "not", "good", "not good");
        assertThat(new TextAnalyzer(Chain.parse("html,simple,ngrams:2")).tokens("a &amp; b"))
                .contains(new Token("a &", 0, 7), new Token("& b", 2, 9));
    }

    @Test
    void piecesOfWordsAreCutBetweenCharacters() {
        assertTokens("simple,chargrams:3-4", "good I", "goo", "good", "ood", "I");
        assertTokens("simple,chargrams:2-2", "abc", "ab", "bc", "abc");
        assertTokens("whitespace,chargrams:1-1", "\ud83d\ude0da", "\ud83d\ude0d", "a", "\ud83d\ude0da");
    }

    @Test
    void synonymsTakeTheLongestPhrase() {
        String chain =
                "simple,lowercase,synonyms=film|motion%20picture|Sci-Fi%20film>movie;motion>move;tv>tele%20vision|set";

        assertTokens(chain, "A motion picture", "a", "movie");
        assertTokens(chain, "motion pictures, a sci-fi", "move", "pictures", ",", "a", "sci", "-", "fi");
        assertTokens(chain, "The Sci-Fi film on TV", "the", "movie", "on", "tele", "vision", "set");
        assertTokens("standard,synonyms=!!!>x;bad>...", "bad !!! end", "end");
    }

    @Test
    void aSynonymStandsWhereItsWordsStood() {
        assertThat(new TextAnalyzer(Chain.parse("html,simple,synonyms=rock%20%26%20roll>x|y"))
                        .tokens("I rock &amp; roll."))
                .containsExactly(
                        new Token("I", 0, 1), new Token("x", 2, 17), new Token("y", 2, 17), new Token(".", 17, 18));
    }

    @Test
    void aSynonymMayBeAsLongAsALine() {
        String hundred = "a%20".repeat(99).replaceAll("%20$", "");

        assertTokens(
                "simple,synonyms=" + hundred + ">x",
                "a ".repeat(98) + "b " + "a ".repeat(99),
                Stream.concat(Collections.nCopies(98, "a").stream(), Stream.of("b", "x"))
                        .toArray(String[]::new));
    }
}
