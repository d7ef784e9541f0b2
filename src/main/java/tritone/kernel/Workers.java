package tritone.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/**
 * Threads that share out numbered tasks, the caller's among them. Which thread runs a task is left to chance, so no result
 * may depend on it. Idle threads end by themselves and keep no program alive.
 */
public final class Workers {
    /** Runs everything in the caller's thread. */
    public static final Workers NONE = new Workers(1);

    /** As many threads as the machine has processors. */
    public static final Workers ALL = of(Runtime.getRuntime().availableProcessors());

    private final int threads;
    private final ThreadPoolExecutor pool;

    private Workers(int threads) {
        this.threads = threads;
        pool = new ThreadPoolExecutor(
                Math.max(1, threads - 1),
                Math.max(1, threads - 1),
                5,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> {
                    Thread thread = new Thread(work, "tritone-worker");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
    }

    /** So many threads, the caller's included. */
    public static Workers of(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1 but was " + threads);
        }
        return threads == 1 ? NONE : new Workers(threads);
    }

    public int threads() {
        return threads;
    }

    /** Runs tasks 0 to {@code tasks - 1} and returns when none runs any more. The first failure comes out here; tasks
     * that were not begun by then are left. */
    public void run(int tasks, IntConsumer task) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable share = () -> {
            try {
                for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                    task.accept(i);
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
                next.set(tasks);
            }
        };
        List<Future<?>> others = new ArrayList<>();
        for (int i = 1; i < Math.min(threads, tasks); i++) {
            others.add(pool.submit(share));
        }
        share.run();
        others.forEach(Workers::await);
        if (failure.get() instanceof Error error) {
            throw error;
        }
        if (failure.get() instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private static void await(Future<?> other) {
        boolean interrupted = false;
        for (boolean done = false; !done; ) {
            try {
                other.get();
                done = true;
            } catch (InterruptedException e) {
                // Its arrays are ours until it is done.
                interrupted = true;
            } catch (ExecutionException e) {
                throw new AssertionError("a share keeps its failure to itself", e);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
