package tritone.text;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;

/**
 * The pieces of each word.
 *
 * @param least characters of a piece
 * @param most characters of a piece
 */
record CharacterGrams(int least, int most) implements FilterStep {
    static final int MOST = 10;
    static final String WORD = "chargrams";
    static final String DESCRIPTION =
            "pieces of MIN to MAX (1 to 10) characters; also words that are shorter or longer";

    CharacterGrams {
        if (least < 1 || most < least || most > MOST) {
            throw new IllegalArgumentException("chargrams must have from 1 to " + MOST
                    + " characters, the smaller number first, but was " + least + "-" + most);
        }
    }

    @Override
    public TokenStream over(TokenStream tokens, Chain before) {
        return new NGramTokenFilter(tokens, least, most, true);
    }

    @Override
    public String description() {
        return DESCRIPTION;
    }

    @Override
    public String toString() {
        return WORD + ":" + least + "-" + most;
    }
}
