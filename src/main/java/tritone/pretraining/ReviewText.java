package tritone.pretraining;

import java.util.Arrays;
import tritone.encoding.EncodedCorpus;

/**
 * Some reviews of an encoded corpus, whatever their labels.
 *
 * @param reviews which ones
 */
public record ReviewText(EncodedCorpus corpus, int[] reviews) {
    /** How many ids the reviews have together. */
    public long tokens() {
        return Arrays.stream(reviews).mapToLong(corpus::length).sum();
    }
}
