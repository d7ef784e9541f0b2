package tritone.encoding;

import java.util.Arrays;
import tritone.text.TextAnalyzer;
import tritone.text.TokenSink;
import tritone.vocabulary.Vocabulary;

/** Turns one text after the other into the ids that a model reads. Keeps its buffers and belongs to one thread. */
public final class TextEncoder implements TokenSink {
    /** What is kept of the buffer for the next text. */
    private static final int MOST_KEPT = 1 << 16;

    private final Vocabulary vocabulary;
    private final Truncation truncation;
    private final TextAnalyzer analyzer;
    private int[] ids = new int[1 << 10];
    private int size;

    public TextEncoder(Vocabulary vocabulary, Truncation truncation) {
        this.vocabulary = vocabulary;
        this.truncation = truncation;
        this.analyzer = new TextAnalyzer(vocabulary.chain());
    }

    public EncodedText encode(String text) {
        size = 0;
        analyzer.analyze(text, this);
        int unknown = 0;
        for (int i = 0; i < size; i++) {
            unknown += ids[i] == Vocabulary.UNKNOWN ? 1 : 0;
        }
        EncodedText encoded = new EncodedText(truncation.of(ids, size), size, unknown);
        if (ids.length > MOST_KEPT) {
            ids = new int[MOST_KEPT];
        }
        return encoded;
    }

    @Override
    public void accept(char[] characters, int length) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
        }
        ids[size++] = vocabulary.id(characters, length);
    }
}
