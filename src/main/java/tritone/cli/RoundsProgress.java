package tritone.cli;

import java.io.PrintWriter;
import java.util.function.IntConsumer;

/** A line on the terminal that tells which round of a measurement runs; nothing where standard error is no terminal. */
final class RoundsProgress implements IntConsumer, AutoCloseable {
    private final String work;
    private final int rounds;
    private final PrintWriter err;
    private final boolean terminal = Boolean.getBoolean("tritone.terminal");

    RoundsProgress(String work, int rounds, PrintWriter err) {
        this.work = work;
        this.rounds = rounds;
        this.err = err;
    }

    @Override
    public void accept(int round) {
        if (terminal) {
            err.print("\r" + work + (round == 0 ? "  warming up" : "  round " + round + " of " + rounds) + "\u001b[K");
            err.flush();
        }
    }

    @Override
    public void close() {
        if (terminal) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
