package tritone.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Works through a corpus on several threads with a result that does not depend on how many. Each thread takes the next
 * block, works on it, waits until all blocks before it are delivered and delivers its own: no more blocks than threads
 * are in memory at any time.
 */
public final class ReviewBlocks<R> {
    /** Large enough that taking turns costs nothing, small enough that two threads finish together. */
    private static final int BLOCK_CHARACTERS = 1 << 18;

    private static final int BLOCK_REVIEWS = 2048;

    private static final ReviewBlock END = new ReviewBlock(0, List.of(), BytesRead.NONE);

    private final ReviewReader reader;
    private final Consumer<R> delivery;
    private final Object turn = new Object();

    private long nextIndex; // guarded by reader
    private long nextTicket; // guarded by reader
    private boolean ended; // guarded by reader
    private long delivered; // guarded by turn
    private boolean failed; // guarded by turn

    private ReviewBlocks(ReviewReader reader, Consumer<R> delivery) {
        this.reader = reader;
        this.delivery = delivery;
    }

    /**
     * Reads to the end.
     *
     * @param workers makes one worker per thread, so that a worker may keep buffers
     * @param delivery takes the results in the order of the blocks, one at a time
     */
    public static <R> void process(
            ReviewReader reader, int threads, Supplier<Function<ReviewBlock, R>> workers, Consumer<R> delivery)
            throws IOException {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1 but was " + threads);
        }
        ReviewBlocks<R> blocks = new ReviewBlocks<>(reader, delivery);
        ExecutorService executor = Executors.newFixedThreadPool(threads, ReviewBlocks::daemon);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(executor.submit(() -> {
                    blocks.work(workers.get());
                    return null;
                }));
            }
            await(running);
        } finally {
            executor.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "tritone-reviews");
        thread.setDaemon(true);
        return thread;
    }

    private static void await(List<Future<?>> running) throws IOException {
        Throwable first = null;
        for (Future<?> worker : running) {
            try {
                worker.get();
            } catch (ExecutionException e) {
                first = first == null || first instanceof Overtaken ? e.getCause() : first;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
        if (first instanceof IOException failure) {
            throw failure;
        }
        if (first instanceof RuntimeException failure) {
            throw failure;
        }
        if (first instanceof Error failure) {
            throw failure;
        }
    }

    private void work(Function<ReviewBlock, R> worker) throws IOException, InterruptedException {
        try {
            while (true) {
                ReviewBlock block;
                long ticket;
                synchronized (reader) {
                    block = ended ? END : nextBlock();
                    ticket = nextTicket++;
                }
                if (block == END) {
                    return;
                }
                deliver(ticket, worker.apply(block));
            }
        } catch (Throwable failure) {
            synchronized (turn) {
                failed = true;
                turn.notifyAll();
            }
            throw failure;
        }
    }

    private void deliver(long ticket, R result) throws InterruptedException {
        synchronized (turn) {
            while (delivered < ticket && !failed) {
                turn.wait();
            }
            if (failed) {
                throw new Overtaken();
            }
            delivery.accept(result);
            delivered++;
            turn.notifyAll();
        }
    }

    /** Nothing is read after a bad row, so that the error shown is the first one in the corpus. */
    private ReviewBlock nextBlock() throws IOException {
        ended = true;
        ReviewBlock block = readBlock();
        ended = block.reviews().isEmpty();
        return ended ? END : block;
    }

    private ReviewBlock readBlock() throws IOException {
        List<Review> reviews = new ArrayList<>();
        long characters = 0;
        while (characters < BLOCK_CHARACTERS && reviews.size() < BLOCK_REVIEWS) {
            Review review = reader.next();
            if (review == null) {
                break;
            }
            reviews.add(review);
            characters += review.text().length();
        }
        long firstIndex = nextIndex;
        nextIndex += reviews.size();
        return new ReviewBlock(firstIndex, reviews, reader.bytesRead());
    }

    /** Ends the other threads after one has failed; never seen outside. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
