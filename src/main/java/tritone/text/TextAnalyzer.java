package tritone.text;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Runs a chain over one text after the other. Keeps its buffers between texts and therefore belongs to one thread. */
public final class TextAnalyzer {
    private final Optional<CharacterStep> characters;
    private final Consumer<Reader> input;
    private final TokenStream stream;
    private final CharTermAttribute term;
    private final OffsetAttribute offset;

    public TextAnalyzer(Chain chain) {
        characters = chain.characters();
        TokenSource source = chain.tokenizer().open();
        input = source.input();
        TokenStream last = source.tokens();
        for (int i = 0; i < chain.filters().size(); i++) {
            last = chain.filters().get(i).over(last, chain.beginning(i));
        }
        stream = last;
        term = stream.addAttribute(CharTermAttribute.class);
        offset = stream.addAttribute(OffsetAttribute.class);
    }

    /** Hands each token of the text to {@code sink}. */
    public void analyze(String text, TokenSink sink) {
        run(text, () -> sink.accept(term.buffer(), term.length()));
    }

    /** The tokens of the text with their places in it. */
    public List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        run(text, () -> tokens.add(new Token(term.toString(), offset.startOffset(), offset.endOffset())));
        return tokens;
    }

    private void run(String text, Runnable eachToken) {
        try {
            input.accept(open(text));
            stream.reset();
            while (stream.incrementToken()) {
                eachToken.run();
            }
            stream.end();
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from a string", e);
        }
    }

    private Reader open(String text) {
        return characters.isPresent() ? characters.get().open(text) : new StringReader(text);
    }
}
