package tritone.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.util.Set;

/** Reviews on their way into one format. */
interface ReviewSink extends Closeable {
    /**
     * Writes one review.
     *
     * @param place what a refusal begins with
     * @return the fields that this review has and the format could not hold
     * @throws CorpusFormatException if the format cannot hold what must not be lost
     */
    Set<Field> write(Review review, String place) throws IOException;
}
