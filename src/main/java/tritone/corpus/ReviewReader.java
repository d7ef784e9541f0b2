package tritone.corpus;

import java.io.Closeable;
import java.io.IOException;

/** Reviews of one input, in its order. Belongs to one thread. */
public interface ReviewReader extends Closeable {
    /**
     * The next review, or null after the last.
     *
     * @throws CorpusFormatException if this row is bad; the next call goes on with the row after it
     */
    Review next() throws IOException;

    /** How much of the input has been taken so far. */
    BytesRead bytesRead();
}
