package tritone.classification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import tritone.corpus.Row;
import tritone.corpus.RowReader;

/**
 * Classifies any number of rows in their order: one thread reads, one puts together, some tokenize and compute, and the
 * caller's takes the outcomes. No more than {@value #WINDOWS} windows are in memory at any time, however long the input is.
 * Explanations take so long, and so much memory, that no review waits for others of its length: a slice is a window.
 */
public final class BulkClassifier {
    private static final int WINDOWS = 3;
    private static final int WINDOW_ROWS = 2048;
    private static final long WINDOW_CHARACTERS = 1 << 22;

    /** An input of more characters than this is worth a second in which nothing else happens. */
    private static final long LARGE_CHARACTERS = 1 << 18;

    private final Classifier classifier;
    private final int threads;
    private final StageTimes times;
    private final Answer answer;

    /** @param times is told how long each stage worked */
    public BulkClassifier(Classifier classifier, int threads, StageTimes times) {
        this(classifier, threads, times, Answer.PLAIN);
    }

    /** @param times is told how long each stage worked; an explanation is the cells' */
    public BulkClassifier(Classifier classifier, int threads, StageTimes times, Answer answer) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1 but was " + threads);
        }
        this.classifier = classifier;
        this.threads = threads;
        this.times = times;
        this.answer = answer;
    }

    /** Takes outcomes. */
    @FunctionalInterface
    public interface Delivery {
        /** Takes outcomes that follow each other; false if no more of them are wanted. */
        boolean take(List<Outcome> outcomes) throws IOException;
    }

    private static final CompletableFuture<List<Outcome>> END = CompletableFuture.completedFuture(List.of());

    /** One run, from the first row to the last. */
    private final class Run {
        private final RowReader reader;
        private final Intake intake = new Intake();
        private final Semaphore room = new Semaphore(WINDOWS);
        private final BlockingQueue<CompletableFuture<List<Outcome>>> windows = new LinkedBlockingQueue<>();
        private final ExecutorService workers;
        private Window window; // that is being filled; none between two

        Run(RowReader reader, ExecutorService workers) {
            this.reader = reader;
            this.workers = workers;
        }

        void read() {
            try {
                long started = System.nanoTime();
                for (Row row = reader.next(); row != null; row = reader.next()) {
                    times.add(StageTimes.Stage.READING, started);
                    intake.add(row);
                    started = System.nanoTime();
                }
                intake.end(null);
            } catch (RuntimeException | Error e) {
                intake.end(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void putTogether() {
            try {
                for (Intake.Slice slice : beginning()) {
                    add(slice);
                }
                for (Intake.Slice slice = next(); slice != null; slice = next()) {
                    add(slice);
                }
                close();
                windows.add(END);
            } catch (RuntimeException | Error e) {
                windows.add(CompletableFuture.failedFuture(e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /**
         * The first slices. If there are many, the kernels are made fast before the first of them is worked on, since the
         * virtual machine would come to them last.
         */
        private List<Intake.Slice> beginning() throws InterruptedException {
            List<Intake.Slice> slices = new ArrayList<>();
            long characters = 0;
            Intake.Slice slice = intake.take(false);
            while (slice != null) {
                slices.add(slice);
                characters += slice.characters();
                if (slice.pauses() || characters >= LARGE_CHARACTERS) {
                    break;
                }
                slice = intake.take(true);
            }
            if (characters >= LARGE_CHARACTERS) {
                classifier.rehearse();
            }
            return slices;
        }

        private Intake.Slice next() throws InterruptedException {
            return intake.take(window != null);
        }

        private void add(Intake.Slice slice) throws InterruptedException {
            if (slice.rows().isEmpty()) {
                close();
                return;
            }
            if (answer == Answer.EXPLAINED) {
                room.acquire();
                windows.add(ExplainedSlice.of(slice, classifier, workers, times));
                return;
            }
            if (window == null) {
                room.acquire();
                window = new Window(classifier, workers, times);
            }
            window.add(slice);
            if (slice.pauses() || window.rows() >= WINDOW_ROWS || window.characters() >= WINDOW_CHARACTERS) {
                close();
            }
        }

        private void close() {
            if (window != null) {
                windows.add(window.close());
                window = null;
            }
        }

        void deliver(Delivery delivery) throws IOException, InterruptedException {
            for (var window = windows.take(); window != END; window = windows.take()) {
                List<Outcome> outcomes = window.join();
                long started = System.nanoTime();
                boolean more = delivery.take(outcomes);
                times.add(StageTimes.Stage.WRITING, started);
                room.release();
                if (!more) {
                    return;
                }
            }
        }
    }

    /**
     * Reads to the end, or until no more is wanted.
     *
     * @throws ArithmeticException if a model's weights are beyond all numbers
     */
    public void run(RowReader reader, Delivery delivery) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(threads, work -> daemon(work, "tritone-classify"));
        Run run = new Run(reader, workers);
        Thread reading = daemon(run::read, "tritone-read");
        Thread puttingTogether = daemon(run::putTogether, "tritone-window");
        reading.start();
        puttingTogether.start();
        try {
            run.deliver(delivery);
        } catch (CompletionException e) {
            throw unwrapped(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            // The reader may wait for input that never comes; as a daemon it holds up no one.
            reading.interrupt();
            puttingTogether.interrupt();
            workers.shutdownNow();
        }
    }

    private static RuntimeException unwrapped(CompletionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        if (e.getCause() instanceof IOException cause) {
            return new UncheckedIOException(cause);
        }
        return e.getCause() instanceof RuntimeException cause ? cause : e;
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
