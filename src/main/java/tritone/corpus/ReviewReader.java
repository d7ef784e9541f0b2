package tritone.corpus;

import java.io.Closeable;
import java.io.IOException;

/** Reviews of one input, in its order. Belongs to one thread. */
public interface ReviewReader extends Closeable {
    /**
     * The next review, or null after the last.
     *
     * @throws CorpusFormatException if this row is bad; the next call goes on with the row after it
     * @throws IOException if the input cannot be read on; the next call goes on after it, or ends
     */
    Review next() throws IOException;

    /** What the row that was read or refused last is called if it says nothing of that: its line number or its file. */
    String rowId();

    /** Where the row that was read or refused last stands: file and line, or the file that it is. */
    String place();

    /** How much of the input has been taken so far. */
    BytesRead bytesRead();
}
