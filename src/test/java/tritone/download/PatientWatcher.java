package tritone.download;

import java.util.ArrayList;
import java.util.List;

/** Remembers what it is told, and wants a stop once so many bytes have come. */
final class PatientWatcher implements FetchWatcher {
    final List<String> failures = new ArrayList<>();
    long most;
    volatile boolean stop;
    private final long stopAfter;

    PatientWatcher() {
        this(Long.MAX_VALUE);
    }

    PatientWatcher(long stopAfter) {
        this.stopAfter = stopAfter;
    }

    @Override
    public void downloaded(long bytes, long of) {
        most = Math.max(most, bytes);
        stop |= bytes >= stopAfter;
    }

    @Override
    public void failed(String reason, long pauseMillis) {
        failures.add(reason);
    }

    @Override
    public void checked(long bytes, long of) {}

    @Override
    public void converted(double share) {}

    @Override
    public boolean isStopWanted() {
        return stop;
    }
}
