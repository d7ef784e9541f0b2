package tritone.classification;

import java.util.ArrayList;
import java.util.List;
import tritone.corpus.Row;

/**
 * Rows on their way from the thread that reads them. They are taken by the slice: a full one, or what is there when no more
 * has come for a while, so that answers do not wait for reviews that are not written yet.
 */
final class Intake {
    /** Enough that taking turns costs nothing. */
    private static final int SLICE_ROWS = 64;

    private static final int SLICE_CHARACTERS = 1 << 17;
    private static final long IDLE_NANOS = 50_000_000;

    private List<Row> rows = new ArrayList<>();
    private long characters;
    private long lastAdded;
    private boolean ended;
    private Throwable failure;

    /**
     * Rows that follow each other.
     *
     * @param rows none if there is nothing to tell but the pause
     * @param pauses whether the input held its breath after them
     */
    record Slice(List<Row> rows, long characters, boolean pauses) {}

    /** Adds a row; waits while a slice is full. */
    synchronized void add(Row row) throws InterruptedException {
        while (isFull()) {
            wait();
        }
        rows.add(row);
        characters += row.id().length()
                + row.review().map(review -> review.text().length()).orElse(0);
        lastAdded = System.nanoTime();
        if (rows.size() == 1 || isFull()) {
            notifyAll();
        }
    }

    private boolean isFull() {
        return rows.size() >= SLICE_ROWS || characters >= SLICE_CHARACTERS;
    }

    /** Says that no row follows, because of a failure if it is not null. */
    synchronized void end(Throwable cause) {
        ended = true;
        failure = cause;
        notifyAll();
    }

    /**
     * The next slice; null after the last.
     *
     * @param held whether the taker holds rows back until it has more; then a pause is told even if nothing comes before it
     */
    synchronized Slice take(boolean held) throws InterruptedException {
        while (!isFull() && !ended && (rows.isEmpty() && !held || untilIdle() > 0)) {
            wait(rows.isEmpty() && !held ? 0 : untilIdle() / 1_000_000 + 1);
        }
        if (rows.isEmpty() && ended) {
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
            return null;
        }
        Slice slice = new Slice(rows, characters, !isFull());
        rows = new ArrayList<>();
        characters = 0;
        // Whoever adds may have waited for this: that was no pause of the input.
        lastAdded = System.nanoTime();
        notifyAll();
        return slice;
    }

    private long untilIdle() {
        return lastAdded + IDLE_NANOS - System.nanoTime();
    }
}
