package tritone.corpus;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** The sources of one part after each other; a part without any review is an error. */
final class PartReader implements ReviewReader {
    private final String name;
    private final Split split;
    private final Iterator<Source> sources;
    private final boolean several;
    private final ReadingOptions options;
    private final LabelRule labels;
    private ReviewReader current;
    private BytesRead bytesBefore = BytesRead.NONE;
    private boolean any;
    private long bad;

    PartReader(String name, Split split, List<Source> sources, ReadingOptions options) {
        this.name = name;
        this.split = split;
        this.sources = sources.iterator();
        this.several = sources.size() > 1;
        this.options = options;
        this.labels = new LabelRule(options.labels());
    }

    @Override
    public Review next() throws IOException {
        while (current != null || sources.hasNext()) {
            try {
                Review review = nextOfSource();
                if (review != null) {
                    any = true;
                    return review;
                }
            } catch (IOException | CorpusFormatException e) {
                bad++;
                if (options.passedOver().isEmpty()) {
                    any = true; // a bad row is a row
                    throw e;
                }
                options.passedOver().get().take(split + " of " + name, bad, e);
            }
        }
        if (!any) {
            any = true;
            throw new CorpusFormatException(
                    name,
                    "expected at least one review but found none" + (bad > 0 ? " among " + bad + " bad rows" : ""));
        }
        return null;
    }

    /** The next review of the current source, or null if it has no more; then the next source comes. */
    private Review nextOfSource() throws IOException {
        current = current == null ? opened(sources.next()) : current;
        Review review = current.next();
        if (review == null) {
            bytesBefore = bytesRead();
            close();
        }
        return review;
    }

    private ReviewReader opened(Source source) throws IOException {
        try {
            return source.open(options, labels, several ? source.idStart() : "");
        } catch (CorpusFormatException e) {
            throw e.ending();
        }
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
