package tritone.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import tritone.download.FetchWatcher;

/** A line on the terminal that tells how far a fetching is; attempts that failed are told of everywhere. */
final class FetchProgress implements FetchWatcher {
    private final PrintWriter err;
    private final TerminalLine line;
    private final BooleanSupplier stop;
    private long startNanos;
    private long startBytes;

    FetchProgress(PrintWriter err, BooleanSupplier stop) {
        this.err = err;
        this.line = TerminalLine.of(err);
        this.stop = stop;
        begin(0);
    }

    private void begin(long bytes) {
        startNanos = System.nanoTime();
        startBytes = bytes;
    }

    @Override
    public void downloaded(long bytes, long of) {
        if (startBytes == 0 || bytes < startBytes) {
            begin(bytes);
        }
        line.showSeldom(() -> line(bytes, bytes - startBytes, of, (System.nanoTime() - startNanos) / 1e9));
    }

    /** {@code come} of the bytes came in these seconds, the others were there before. */
    static String line(long bytes, long come, long of, double seconds) {
        String start = String.format(
                Locale.ROOT, "downloading  %3.0f %%  %.1f of %.1f MB", 100.0 * bytes / of, bytes / 1e6, of / 1e6);
        return come == 0
                ? start
                : start
                        + String.format(
                                Locale.ROOT,
                                ", %.1f MB/s, %.0f s left",
                                come / 1e6 / seconds,
                                seconds * (of - bytes) / come);
    }

    @Override
    public void failed(String reason, long pauseMillis) {
        line.keep(String.format(
                Locale.ROOT, "tritone: %s; next attempt in %.0f s", Escaped.text(reason), pauseMillis / 1e3));
        begin(0);
    }

    @Override
    public void checked(long bytes, long of) {
        line.showSeldom(() -> String.format(Locale.ROOT, "checking  %3.0f %%", 100.0 * bytes / of));
    }

    @Override
    public void converted(double share) {
        line.showSeldom(() -> String.format(Locale.ROOT, "converting  %3.0f %%", 100 * share));
    }

    @Override
    public boolean isStopWanted() {
        return stop.getAsBoolean();
    }

    /** Says that nothing is lost by a stop. */
    void stopped(String kept) {
        end();
        err.print("tritone: stopped; " + kept + "\n");
        err.flush();
    }

    /** Leaves the terminal to what is said next. */
    void end() {
        line.close();
    }
}
