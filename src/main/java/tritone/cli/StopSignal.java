package tritone.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, or another polite way to end a process, as a wish that work may grant: once it is worth waiting for, the process
 * ends when this is closed.
 */
final class StopSignal implements AutoCloseable {
    /** Longer than any step and any checkpoint. */
    private static final long PATIENCE_SECONDS = 120;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::await, "tritone-stop");
    private volatile boolean held;
    private volatile boolean wanted;

    StopSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void await() {
        wanted = true;
        if (!held) {
            return;
        }
        try {
            done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From now on there is something to lose. */
    void hold() {
        held = true;
    }

    boolean isWanted() {
        return wanted;
    }

    /** Lets the process end, if it is to end. */
    @Override
    public void close() {
        done.countDown();
        if (!wanted) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // It ends just now.
            }
        }
    }
}
