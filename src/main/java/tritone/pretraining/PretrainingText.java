package tritone.pretraining;

import java.util.List;
import java.util.Optional;
import tritone.model.CorpusSource;
import tritone.vocabulary.Vocabulary;

/**
 * Reviews as ids, ready to be pre-trained on.
 *
 * @param learnt one for each part that was read, in the order of the corpora
 * @param heldOut those that a classifier of the first corpus would be validated on; absent where there are none
 * @param sources where all of it came from
 */
public record PretrainingText(
        Vocabulary vocabulary, List<ReviewText> learnt, Optional<ReviewText> heldOut, List<CorpusSource> sources) {
    /** How many ids are learnt from. */
    public long tokens() {
        return learnt.stream().mapToLong(ReviewText::tokens).sum();
    }

    /** How many reviews are learnt from. */
    public long reviews() {
        return learnt.stream().mapToLong(text -> text.reviews().length).sum();
    }

    /** How often each id is learnt from. */
    long[] counts() {
        long[] counts = new long[vocabulary.size()];
        int[] ids = {};
        for (ReviewText text : learnt) {
            for (int review : text.reviews()) {
                int length = text.corpus().length(review);
                ids = ids.length < length ? new int[2 * length] : ids;
                text.corpus().copyIds(review, 0, ids, 0, length);
                for (int i = 0; i < length; i++) {
                    counts[ids[i]]++;
                }
            }
        }
        return counts;
    }
}
