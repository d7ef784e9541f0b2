package tritone.cli;

import java.io.PrintWriter;
import java.util.function.IntConsumer;

/** A line on the terminal that tells which round of a measurement runs; nothing where standard error is no terminal. */
final class RoundsProgress implements IntConsumer, AutoCloseable {
    private final String work;
    private final int rounds;
    private final TerminalLine line;

    RoundsProgress(String work, int rounds, PrintWriter err) {
        this.work = work;
        this.rounds = rounds;
        line = TerminalLine.of(err);
    }

    @Override
    public void accept(int round) {
        line.show(work + (round == 0 ? "  warming up" : "  round " + round + " of " + rounds));
    }

    @Override
    public void close() {
        line.close();
    }
}
