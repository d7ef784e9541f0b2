package tritone.text;

import java.util.Optional;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;

/** Drops what Lucene counts as the stop words of a language, its negations among them. */
record LanguageStop(Language language) implements FilterStep {
    static final String WORD = "stop";
    static final String DESCRIPTION = "drops Lucene's stop words of a language in lower case, even not and nicht";

    LanguageStop {
        if (!language.has(Language.Use.STOP_WORDS)) {
            throw new IllegalArgumentException("Lucene has no stop words for " + language);
        }
    }

    @Override
    public TokenStream over(TokenStream tokens, Chain before) {
        return new StopFilter(tokens, LanguageStopWords.of(language));
    }

    @Override
    public Optional<Language> madeFor() {
        return Optional.of(language);
    }

    @Override
    public String description() {
        return DESCRIPTION;
    }

    @Override
    public String toString() {
        return WORD + ":" + language;
    }
}
