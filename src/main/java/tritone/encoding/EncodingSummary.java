package tritone.encoding;

import java.util.stream.IntStream;
import tritone.vocabulary.Vocabulary;

/**
 * What a network would see of an encoded corpus.
 *
 * @param unknown share of all ids that stand for unknown tokens
 * @param cut reviews that lose tokens
 * @param padding share of the places in all batches that no review fills
 */
public record EncodingSummary(long reviews, long tokens, double unknown, long cut, int batches, double padding) {
    /** Walks over every id once. */
    public static EncodingSummary of(EncodedCorpus corpus, Truncation truncation, int batch, long seed) {
        long unknown = 0;
        long cut = 0;
        int[] ids = new int[1 << 12];
        for (int review = 0; review < corpus.size(); review++) {
            int length = corpus.length(review);
            ids = ids.length < length ? new int[2 * length] : ids;
            corpus.copyIds(review, 0, ids, 0, length);
            for (int i = 0; i < length; i++) {
                unknown += ids[i] == Vocabulary.UNKNOWN ? 1 : 0;
            }
            cut += length > truncation.maxTokens() ? 1 : 0;
        }
        int[] all = IntStream.range(0, corpus.size()).toArray();
        Batches batches = Batches.shuffled(corpus, all, truncation, batch, seed);
        return new EncodingSummary(
                corpus.size(),
                corpus.tokens(),
                share(unknown, corpus.tokens()),
                cut,
                batches.size(),
                batches.padding());
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
