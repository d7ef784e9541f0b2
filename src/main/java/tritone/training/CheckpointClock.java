package tritone.training;

import java.time.Duration;

/** A checkpoint, and when the next one is due. */
final class CheckpointClock {
    private final Checkpoint checkpoint;
    private final Duration pause;
    private long last = System.nanoTime();

    CheckpointClock(Checkpoint checkpoint, Duration pause) {
        this.checkpoint = checkpoint;
        this.pause = pause;
    }

    Checkpoint checkpoint() {
        return checkpoint;
    }

    /** Whether the pause is over; then the next one begins. */
    boolean isDue() {
        long now = System.nanoTime();
        if (now - last < pause.toNanos()) {
            return false;
        }
        last = now;
        return true;
    }
}
