package tritone.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/**
 * The rows of parts after each other, of which ids and texts are read, each with exactly one outcome. An input that cannot be read to its end counts as a bad
 * row where it breaks off. Belongs to one thread.
 */
public final class RowReader implements Closeable {
    private final Iterator<CorpusPart> parts;
    private ReviewReader current;
    private String partName = "";
    private BytesRead bytesBefore = BytesRead.NONE;

    public RowReader(List<CorpusPart> parts) {
        this.parts = parts.iterator();
    }

    /** The next row, or null after the last. */
    public Row next() {
        while (current != null || parts.hasNext()) {
            try {
                if (current == null) {
                    CorpusPart part = parts.next();
                    partName = part.name();
                    current = part.openTexts();
                }
                Review review = current.next();
                if (review != null) {
                    return Row.of(review);
                }
                bytesBefore = bytesRead();
                close();
            } catch (IOException | CorpusFormatException e) {
                // A reader that cannot go on says so by ending at the next call.
                return Row.bad(current == null ? partName : current.rowId(), e);
            }
        }
        return null;
    }

    /** How much of the input has been taken so far. */
    public BytesRead bytesRead() {
        return current == null ? bytesBefore : bytesBefore.plus(current.bytesRead());
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            ReviewReader open = current;
            current = null;
            open.close();
        }
    }
}
