package tritone.text;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** A tokenizer that is told nothing more. */
enum PlainTokenizer implements TokenizerStep {
    SIMPLE("cuts where letters, digits, marks and white space meet (OpenNLP)", OpenNlpTokenizer::simple),
    ENGLISH("cuts as learnt from English text (OpenNLP's trained tokenizer); slow", OpenNlpTokenizer::english),
    STANDARD("cuts at Unicode word boundaries and drops all punctuation (Lucene)", StandardTokenizer::new),
    WHITESPACE("cuts at white space only (Lucene)", WhitespaceTokenizer::new);

    private final String description;
    private final Supplier<Tokenizer> factory;

    PlainTokenizer(String description, Supplier<Tokenizer> factory) {
        this.description = description;
        this.factory = factory;
    }

    @Override
    public TokenSource open() {
        return TokenSource.of(factory.get());
    }

    @Override
    public Optional<Language> madeFor() {
        return this == ENGLISH ? Optional.of(Language.ENGLISH) : Optional.empty();
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
