package tritone.text;

import org.apache.lucene.analysis.TokenStream;

/** What is done to tokens. */
public sealed interface FilterStep extends Step
        permits PlainFilter, LanguageStop, StopList, Synonyms, Snowball, WordGrams, CharacterGrams {
    /**
     * The tokens after this step.
     *
     * @param before what makes the tokens that come in
     */
    TokenStream over(TokenStream tokens, Chain before);
}
