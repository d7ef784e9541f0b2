package tritone.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;
import tritone.corpus.BytesRead;
import tritone.corpus.CorpusPart;
import tritone.corpus.Split;

/**
 * A line on the terminal that tells how far a reading is. Says nothing in the first two seconds, and nothing at all where
 * standard error is no terminal.
 */
final class Progress implements Consumer<BytesRead>, AutoCloseable {
    private static final long QUIET_NANOS = 2_000_000_000L;
    private static final long PAUSE_NANOS = 200_000_000L;

    private final String work;
    private final long bytesOnDisk;
    private final PrintWriter err;
    private final boolean terminal;
    private final long started;
    private long lastShown;
    private boolean shown;

    /** {@code bytesOnDisk} is 0 if no one knows. */
    Progress(String work, long bytesOnDisk, PrintWriter err, boolean terminal, long started) {
        this.work = work;
        this.bytesOnDisk = bytesOnDisk;
        this.err = err;
        this.terminal = terminal;
        this.started = started;
        this.lastShown = started + QUIET_NANOS - PAUSE_NANOS;
    }

    /** Of the reading of one part, which is named if there are others. */
    static Progress onTerminal(String work, CorpusPart part, PrintWriter err) {
        String named = part.split() == Split.WHOLE ? work : work + " " + part.split();
        return new Progress(named, part.bytesOnDisk(), err, Boolean.getBoolean("tritone.terminal"), System.nanoTime());
    }

    @Override
    public void accept(BytesRead read) {
        long now = System.nanoTime();
        if (terminal && now - lastShown >= PAUSE_NANOS) {
            lastShown = now;
            shown = true;
            err.print("\r" + line(work, read, bytesOnDisk, (now - started) / 1e9) + "\u001b[K");
            err.flush();
        }
    }

    static String line(String work, BytesRead read, long bytesOnDisk, double seconds) {
        String speed = String.format(
                Locale.ROOT, "%,d MB, %.1f MB/s", read.unzipped() / 1_000_000, read.unzipped() / 1e6 / seconds);
        if (bytesOnDisk == 0 || read.onDisk() == 0) {
            return work + "  " + speed;
        }
        double share = Math.min(1, (double) read.onDisk() / bytesOnDisk);
        return String.format(
                Locale.ROOT, "%s  %3.0f %%  %s, %.0f s left", work, 100 * share, speed, seconds * (1 / share - 1));
    }

    @Override
    public void close() {
        if (shown) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
