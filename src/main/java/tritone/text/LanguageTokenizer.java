package tritone.text;

import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.th.ThaiTokenizer;

/** Lucene's analyzer for a language: it cuts, changes case and spelling, and stems. */
record LanguageTokenizer(Language language, Words words) implements TokenizerStep {
    /** What becomes of its stop words. */
    enum Words {
        ALL("lucene", "cuts and stems as Lucene does for a language, but drops no word"),
        NO_STOP_WORDS("lucene-stop", "the same, and drops stop words, even not and nicht");

        private final String word;
        private final String description;

        Words(String word, String description) {
            this.word = word;
            this.description = description;
        }

        String description() {
            return description;
        }

        /** The word before the colon. */
        @Override
        public String toString() {
            return word;
        }
    }

    LanguageTokenizer {
        if (!language.has(Language.Use.ANALYZER)) {
            throw new IllegalArgumentException("Lucene has no analyzer for " + language);
        }
        if (language == Language.THAI && !ThaiTokenizer.DBBI_AVAILABLE) {
            throw new IllegalArgumentException(
                    words + ":th needs a Java that knows the words of Thai (module jdk.localedata)");
        }
    }

    @Override
    public TokenSource open() {
        Parts parts = new Parts(
                switch (words) {
                    case ALL -> LanguageAnalyzers.keepingAllWords(language);
                    case NO_STOP_WORDS -> LanguageAnalyzers.shipped(language);
                });
        Analyzer.TokenStreamComponents components = parts.fresh();
        TokenStream tokens = new NonEmptyFilter(components.getTokenStream());
        return new TokenSource(reader -> components.getSource().accept(parts.initReader("", reader)), tokens);
    }

    /** Takes an analyzer apart: asked for tokens as a whole, it would keep a stream for each thread. */
    private static final class Parts extends AnalyzerWrapper {
        private final Analyzer analyzer;

        Parts(Analyzer analyzer) {
            super(GLOBAL_REUSE_STRATEGY);
            this.analyzer = analyzer;
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            return analyzer;
        }

        TokenStreamComponents fresh() {
            return createComponents("");
        }
    }

    @Override
    public Optional<Language> madeFor() {
        return Optional.of(language);
    }

    @Override
    public String description() {
        return words.description();
    }

    @Override
    public String toString() {
        return words + ":" + language;
    }
}
