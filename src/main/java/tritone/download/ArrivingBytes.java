package tritone.download;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The body of an answer as it comes, piece by piece, to one thread that neither waits for ever nor stays deaf to a stop. No
 * more than one piece is asked for at a time, so that a fast server fills no memory.
 */
final class ArrivingBytes implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {
    private static final long TICK_MILLIS = 50;

    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private volatile Flow.Subscription subscription;
    private volatile boolean closed;

    /** A piece, the end, or why there is no more. */
    private record Signal(List<ByteBuffer> piece, Throwable failure) {}

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (closed) {
            given.cancel();
        } else {
            given.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> piece) {
        signals.add(new Signal(piece, null));
    }

    @Override
    public void onError(Throwable failure) {
        signals.add(new Signal(null, failure));
    }

    @Override
    public void onComplete() {
        signals.add(new Signal(null, null));
    }

    /** The next piece, or null after the last. */
    List<ByteBuffer> next(Duration longest, BooleanSupplier stop) throws IOException {
        long started = System.nanoTime();
        while (true) {
            if (stop.getAsBoolean()) {
                throw new CancellationException();
            }
            Signal signal = poll();
            if (signal != null) {
                return piece(signal);
            }
            if (System.nanoTime() - started > longest.toNanos()) {
                throw new HttpTimeoutException("nothing came for " + longest.toMillis() / 1000.0 + " s");
            }
        }
    }

    private Signal poll() throws IOException {
        try {
            return signals.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private List<ByteBuffer> piece(Signal signal) throws IOException {
        if (signal.failure != null) {
            throw new IOException("the connection broke off", signal.failure);
        }
        if (signal.piece != null) {
            subscription.request(1);
        }
        return signal.piece;
    }

    /** Ends the connection if something was to come yet. */
    @Override
    public void close() {
        closed = true;
        Flow.Subscription open = subscription;
        if (open != null) {
            open.cancel();
        }
    }
}
