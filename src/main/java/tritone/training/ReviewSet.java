package tritone.training;

import java.util.Arrays;
import tritone.encoding.EncodedCorpus;

/**
 * Some labelled reviews of an encoded corpus.
 *
 * @param reviews which ones
 * @param classes of every review of the corpus
 */
public record ReviewSet(EncodedCorpus corpus, int[] reviews, int[] classes) {
    public int size() {
        return reviews.length;
    }

    /** The classes of these reviews, in their order. */
    public int[] ownClasses() {
        return Arrays.stream(reviews).map(review -> classes[review]).toArray();
    }
}
