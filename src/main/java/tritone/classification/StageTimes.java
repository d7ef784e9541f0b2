package tritone.classification;

import java.util.concurrent.atomic.AtomicLongArray;

/** How long the stages of a run worked, over all threads. Safe for any number of threads. */
public final class StageTimes {
    /** What a run does to every review. */
    public enum Stage {
        READING,
        TOKENIZING,
        CELLS,
        WRITING
    }

    private final AtomicLongArray nanos = new AtomicLongArray(Stage.values().length);

    void add(Stage stage, long started) {
        nanos.addAndGet(stage.ordinal(), System.nanoTime() - started);
    }

    public double seconds(Stage stage) {
        return nanos.get(stage.ordinal()) / 1e9;
    }
}
