package tritone.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;

/** A line on the terminal that is written over again and again; nothing where standard error is no terminal. */
final class TerminalLine implements AutoCloseable {
    private static final long PAUSE_NANOS = 200_000_000;
    private static final String TO_THE_END = "\u001b[K"; // clears what is left of a longer line before
    private static final String CLEAR = "\r" + TO_THE_END;

    private final PrintWriter err;
    private final boolean terminal;
    private long next;
    private boolean shown;

    /** {@code first} is the {@link System#nanoTime()} before which what is shown seldom is not shown at all. */
    TerminalLine(PrintWriter err, boolean terminal, long first) {
        this.err = err;
        this.terminal = terminal;
        this.next = first;
    }

    static TerminalLine of(PrintWriter err) {
        return new TerminalLine(err, Boolean.getBoolean("tritone.terminal"), System.nanoTime());
    }

    void show(String line) {
        if (terminal) {
            shown = true;
            err.print("\r" + line + TO_THE_END);
            err.flush();
        }
    }

    /** Shows a line, unless it is too early or the last one is hardly there yet. */
    void showSeldom(Supplier<String> line) {
        long now = System.nanoTime();
        if (terminal && now - next >= 0) {
            next = now + PAUSE_NANOS;
            show(line.get());
        }
    }

    /** Writes a line that stays; the next one begins below it. */
    void keep(String line) {
        close();
        err.print(line + "\n");
        err.flush();
    }

    /** Takes the line off the terminal, so that what is said next has one of its own. */
    @Override
    public void close() {
        if (shown) {
            shown = false;
            err.print(CLEAR);
            err.flush();
        }
    }
}
