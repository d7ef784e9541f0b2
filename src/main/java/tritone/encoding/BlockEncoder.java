package tritone.encoding;

import java.util.Arrays;
import java.util.List;
import tritone.corpus.Review;
import tritone.text.TextAnalyzer;
import tritone.text.TokenSink;
import tritone.vocabulary.Vocabulary;

/** Turns the texts of a block into ids. Keeps its buffers and belongs to one thread. */
final class BlockEncoder implements TokenSink {
    private final Vocabulary vocabulary;
    private final TextAnalyzer analyzer;
    private int[] ids = new int[1 << 16];
    private int size;

    BlockEncoder(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.analyzer = new TextAnalyzer(vocabulary.chain());
    }

    EncodedReviews encode(List<Review> reviews) {
        size = 0;
        int[] ends = new int[reviews.size()];
        for (int i = 0; i < ends.length; i++) {
            analyzer.analyze(reviews.get(i).text(), this);
            ends[i] = size;
        }
        return new EncodedReviews(Arrays.copyOf(ids, size), ends);
    }

    @Override
    public void accept(char[] characters, int length) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
        }
        ids[size++] = vocabulary.id(characters, length);
    }
}
