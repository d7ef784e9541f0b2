package tritone.text;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** A filter that is told nothing more. */
enum PlainFilter implements FilterStep {
    CONTRACTIONS("didn't becomes did and n't, it's becomes it and 's", ContractionFilter::new),
    URLS("one token <url> for a web address; stands before emoticons", UrlFilter::new),
    EMOJI("the name of each emoji, such as :pouting_face:, whatever its tone of skin or gender", EmojiFilter::new),
    EMOTICONS("joins the marks of :( and :-) and their like", EmoticonFilter::new),
    NUMBERS("one token <number> for a number", NumberFilter::new),
    LOWERCASE("lower case (Lucene)", LowerCaseFilter::new),
    ASCII("letters without their accents (Lucene)", ASCIIFoldingFilter::new),
    STOP("drops English stop words in lower case (Lucene's, but never no, not and but)", StopWords::drop),
    STEM("English stems of words in lower case (Porter's, by Lucene)", PorterStemFilter::new);

    private final String description;
    private final UnaryOperator<TokenStream> factory;

    PlainFilter(String description, UnaryOperator<TokenStream> factory) {
        this.description = description;
        this.factory = factory;
    }

    @Override
    public TokenStream over(TokenStream tokens, Chain before) {
        return factory.apply(tokens);
    }

    @Override
    public Optional<Language> madeFor() {
        return switch (this) {
            case CONTRACTIONS, STOP, STEM -> Optional.of(Language.ENGLISH);
            case URLS, EMOJI, EMOTICONS, NUMBERS, LOWERCASE, ASCII -> Optional.empty();
        };
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
