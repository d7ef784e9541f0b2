package tritone.cli;

import java.io.PrintWriter;
import java.util.Locale;
import tritone.corpus.BytesRead;
import tritone.corpus.CorpusPart;
import tritone.corpus.Split;
import tritone.training.ReadingWatcher;

/**
 * A line on the terminal that tells how far a reading is. Says nothing in the first two seconds, and nothing at all where
 * standard error is no terminal.
 */
final class Progress implements ReadingWatcher.Reading {
    private static final long QUIET_NANOS = 2_000_000_000L;

    private final String work;
    private final long bytesOnDisk;
    private final TerminalLine line;
    private final long started;

    /** {@code bytesOnDisk} is 0 if no one knows. */
    Progress(String work, long bytesOnDisk, PrintWriter err, boolean terminal, long started) {
        this.work = work;
        this.bytesOnDisk = bytesOnDisk;
        this.started = started;
        line = new TerminalLine(err, terminal, started + QUIET_NANOS);
    }

    /** Of the reading of one part, which is named if there are others. */
    static Progress onTerminal(String work, CorpusPart part, PrintWriter err) {
        String named = part.split() == Split.WHOLE ? work : work + " " + part.split();
        return new Progress(named, part.bytesOnDisk(), err, Boolean.getBoolean("tritone.terminal"), System.nanoTime());
    }

    /** Of many readings. */
    static ReadingWatcher watcher(PrintWriter err) {
        return (work, part) -> onTerminal(work, part, err);
    }

    @Override
    public void at(BytesRead read) {
        line.showSeldom(() -> line(work, read, bytesOnDisk, (System.nanoTime() - started) / 1e9));
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
        line.close();
    }
}
