package tritone.corpus;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** The sources of one part after each other; a part without any review is an error. */
final class PartReader implements ReviewReader {
    private final String name;
    private final Iterator<Source> sources;
    private final ReadingOptions options;
    private final LabelRule labels;
    private ReviewReader current;
    private BytesRead bytesBefore = BytesRead.NONE;
    private boolean anyRow;

    PartReader(String name, List<Source> sources, ReadingOptions options) {
        this.name = name;
        this.sources = sources.iterator();
        this.options = options;
        this.labels = new LabelRule(options.labels());
    }

    @Override
    public Review next() throws IOException {
        while (current != null || sources.hasNext()) {
            boolean last = false;
            try {
                if (current == null) {
                    current = sources.next().open(options, labels);
                }
                Review review = current.next();
                last = review == null;
                if (!last) {
                    return review;
                }
            } finally {
                // A bad row is a row.
                anyRow |= !last;
            }
            bytesBefore = bytesRead();
            close();
        }
        if (!anyRow) {
            anyRow = true;
            throw new CorpusFormatException(name, "expected at least one review but found none");
        }
        return null;
    }

    @Override
    public String rowId() {
        return current == null ? name : current.rowId();
    }

    @Override
    public String place() {
        return current == null ? name : current.place();
    }

    @Override
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
