package tritone.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ko.KoreanAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LanguageTokenizerTest {
    private static final String TEXT = "Die Filme waren nicht schlecht; l'\u00e9t\u00e9 n'est pas d'hier. De fietsen en"
            + " kinderen, the films of their sons: \u0130STANBUL'DA \u0444\u0438\u043b\u044c\u043c\u044b \u043d\u0435"
            + " \u043f\u043b\u043e\u0445\u0438\u0435 \u0641\u06cc\u0644\u0645 \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
            + " \u0640\u0640 \u0e20\u0e32\u0e1e\u0e22\u0e19\u0e15\u0e23\u0e4c\u0e44\u0e21\u0e48\u0e14\u0e35"
            + " \u65e5\u672c\u306e\u6620\u753b \ud55c\uad6d\uc601\ud654\ub294 \uc7ac\ubbf8\uc788\uc9c0 \uc54a\ub2e4";

    private static Stream<Arguments> whole() {
        return Stream.of(
                Arguments.of("de", new GermanAnalyzer()),
                Arguments.of("en", new EnglishAnalyzer()),
                Arguments.of("fa", new PersianAnalyzer()),
                Arguments.of("fr", new FrenchAnalyzer()),
                Arguments.of("ja", new CJKAnalyzer()),
                Arguments.of("ko", new KoreanAnalyzer()),
                Arguments.of("nl", new DutchAnalyzer()),
                Arguments.of("ru", new RussianAnalyzer()),
                Arguments.of("th", new ThaiAnalyzer()),
                Arguments.of("tr", new TurkishAnalyzer()));
    }

    /** As Lucene is used everywhere else: an analyzer as a whole, which is made without a word from here. */
    @ParameterizedTest
    @MethodSource("whole")
    void givesWhatTheAnalyzerGivesAsAWhole(String language, Analyzer analyzer) throws IOException {
        List<Token> expected = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", TEXT)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (term.length() > 0) {
                    expected.add(new Token(term.toString(), offset.startOffset(), offset.endOffset()));
                }
            }
        }

        assertThat(new TextAnalyzer(Chain.parse("lucene-stop:" + language)).tokens(TEXT))
                .isEqualTo(expected);
        assertThat(new TextAnalyzer(Chain.parse("lucene:" + language)).tokens(TEXT))
                .hasSizeGreaterThan(expected.size());
    }

    @Test
    void eachLanguageHasItsOwn() {
        for (Language language : Language.with(Language.Use.STEMMER)) {
            assertThat(SnowballStemmers.of(language).getClass().getSimpleName())
                    .isEqualToIgnoringCase(language.english() + "Stemmer");
        }
        for (Language language : Language.with(Language.Use.STOP_WORDS)) {
            assertThat(LanguageStopWords.of(language)).as(language.english()).hasSizeGreaterThan(20);
            assertThat(LanguageAnalyzers.shipped(language).getClass().getSimpleName())
                    .isEqualToIgnoringCase(language.english() + "Analyzer");
            assertThat(LanguageAnalyzers.keepingAllWords(language).getClass())
                    .isEqualTo(LanguageAnalyzers.shipped(language).getClass());
        }
    }

    @Test
    void whatALanguageHasNotIsRefused() {
        assertThatThrownBy(() -> new LanguageTokenizer(Language.YIDDISH, LanguageTokenizer.Words.ALL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LanguageStop(Language.KOREAN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Snowball(Language.THAI)).isInstanceOf(IllegalArgumentException.class);
    }
}
