package tritone.text;

import org.apache.lucene.analysis.TokenStream;

/**
 * Words, and beside them what words that follow each other are together.
 *
 * @param most words of a gram
 */
record WordGrams(int most) implements FilterStep {
    static final int MOST = 5;
    static final String WORD = "ngrams";
    static final String DESCRIPTION = "words and phrases of up to N (2 to 5): not, good, not good";

    WordGrams {
        if (most < 2 || most > MOST) {
            throw new IllegalArgumentException("ngrams must have from 2 to " + MOST + " words but was " + most);
        }
    }

    @Override
    public TokenStream over(TokenStream tokens, Chain before) {
        return new WordGramFilter(tokens, most);
    }

    @Override
    public String description() {
        return DESCRIPTION;
    }

    @Override
    public String toString() {
        return WORD + ":" + most;
    }
}
