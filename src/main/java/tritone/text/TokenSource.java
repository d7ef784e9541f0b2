package tritone.text;

import java.io.Reader;
import java.util.function.Consumer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;

/**
 * The head of a chain: takes the characters of a text and hands on tokens.
 *
 * @param input to which the next text is given before the stream is reset
 */
record TokenSource(Consumer<Reader> input, TokenStream tokens) {
    static TokenSource of(Tokenizer tokenizer) {
        return new TokenSource(tokenizer::setReader, tokenizer);
    }
}
