package tritone.inspection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import tritone.corpus.BytesRead;
import tritone.corpus.CorpusFormatException;
import tritone.corpus.Review;
import tritone.corpus.ReviewReader;

/**
 * Reads a part to its end whatever is wrong with its rows: those that are bad are counted and passed over. An input that
 * cannot be read on counts as a bad row where it breaks off. A review that is named by its line or file alone has no id here.
 */
final class SteadyReader implements ReviewReader {
    private final ReviewReader reader;
    private final BiConsumer<Review, String> watcher;
    private final List<Fault> firstFaults = new ArrayList<>();
    private long faults;

    /**
     * Reads on.
     *
     * @param watcher is told of every review in its order, and of where it stands
     */
    SteadyReader(ReviewReader reader, BiConsumer<Review, String> watcher) {
        this.reader = reader;
        this.watcher = watcher;
    }

    /** A row that cannot be read. */
    record Fault(String place, Exception cause) {}

    @Override
    public Review next() throws IOException {
        while (true) {
            try {
                Review review = reader.next();
                if (review != null) {
                    watcher.accept(review, reader.place());
                }
                return review == null ? null : named(review);
            } catch (IOException | CorpusFormatException e) {
                // A reader that cannot go on says so by ending at the next call.
                faults++;
                if (firstFaults.size() < Example.MOST) {
                    firstFaults.add(new Fault(reader.place(), e));
                }
            }
        }
    }

    private Review named(Review review) {
        return review.id().equals(reader.rowId())
                ? new Review("", review.text(), review.label(), review.rating(), review.group())
                : review;
    }

    long faults() {
        return faults;
    }

    List<Fault> firstFaults() {
        return firstFaults;
    }

    @Override
    public String rowId() {
        return reader.rowId();
    }

    @Override
    public String place() {
        return reader.place();
    }

    @Override
    public BytesRead bytesRead() {
        return reader.bytesRead();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
