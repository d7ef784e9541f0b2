package tritone.text;

import java.util.Optional;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/** Stems of a language. */
record Snowball(Language language) implements FilterStep {
    static final String WORD = "snowball";
    static final String DESCRIPTION = "stems of a language's words in lower case (Snowball's, by Lucene)";

    Snowball {
        if (!language.has(Language.Use.STEMMER)) {
            throw new IllegalArgumentException("Snowball has no stemmer for " + language);
        }
    }

    @Override
    public TokenStream over(TokenStream tokens, Chain before) {
        return new NonEmptyFilter(new SnowballFilter(tokens, SnowballStemmers.of(language)));
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
