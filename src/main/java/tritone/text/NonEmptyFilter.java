package tritone.text;

import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Drops tokens of which a language's spelling or stems left nothing, such as a mark that only lengthens a letter. */
final class NonEmptyFilter extends FilteringTokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    NonEmptyFilter(TokenStream input) {
        super(input);
    }

    @Override
    protected boolean accept() {
        return term.length() > 0;
    }
}
