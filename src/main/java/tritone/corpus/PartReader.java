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
    private boolean anyReview;

    PartReader(String name, List<Source> sources, ReadingOptions options) {
        this.name = name;
        this.sources = sources.iterator();
        this.options = options;
        this.labels = new LabelRule(options.labels());
    }

    @Override
    public Review next() throws IOException {
        while (current != null || sources.hasNext()) {
            if (current == null) {
                current = sources.next().open(options, labels);
            }
            Review review = current.next();
            if (review != null) {
                anyReview = true;
                return review;
            }
            bytesBefore = bytesRead();
            close();
        }
        if (!anyReview) {
            throw new CorpusFormatException(name, "expected at least one review but found none");
        }
        return null;
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
