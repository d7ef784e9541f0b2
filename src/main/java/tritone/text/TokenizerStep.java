package tritone.text;

/** What cuts characters into tokens. */
public sealed interface TokenizerStep extends Step permits PlainTokenizer, LanguageTokenizer {
    /** Tokens of one text after the other. */
    TokenSource open();
}
