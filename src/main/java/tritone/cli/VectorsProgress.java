package tritone.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import tritone.pretraining.SkipGramWatcher;

/** A line on the terminal that tells how far the learning of vectors is; nothing where standard error is no terminal. */
final class VectorsProgress implements SkipGramWatcher, AutoCloseable {
    private final int rounds;
    private final TerminalLine line;
    private final BooleanSupplier stop;
    private final long started = System.nanoTime();

    VectorsProgress(int rounds, PrintWriter err, BooleanSupplier stop) {
        this.rounds = rounds;
        line = TerminalLine.of(err);
        this.stop = stop;
    }

    @Override
    public void learnt(long tokens, long all) {
        line.show(line(tokens, all, rounds, (System.nanoTime() - started) / 1e9));
    }

    static String line(long tokens, long all, int rounds, double seconds) {
        long round = Math.min(rounds, 1 + tokens * rounds / all);
        return String.format(
                Locale.ROOT,
                "round %d of %d  %3.0f %%  %,.0f tokens/s, %.0f s left",
                round,
                rounds,
                100.0 * tokens / all,
                tokens / seconds,
                seconds * (all - tokens) / tokens);
    }

    @Override
    public boolean wantsToStop() {
        return stop.getAsBoolean();
    }

    @Override
    public void close() {
        line.close();
    }
}
