package tritone.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import tritone.pretraining.LanguageModelWatcher;
import tritone.pretraining.PassRecord;

/** A line for each pass, and on a terminal one that tells how far it is. */
final class LanguageModelProgress implements LanguageModelWatcher, AutoCloseable {
    private final TerminalLine line;
    private final BooleanSupplier stop;

    LanguageModelProgress(PrintWriter err, BooleanSupplier stop) {
        line = TerminalLine.of(err);
        this.stop = stop;
    }

    @Override
    public void step(Progress progress) {
        line.showSeldom(() -> line(progress));
    }

    static String line(Progress progress) {
        return String.format(
                Locale.ROOT,
                "pass %d of %d  step %,d of %,d  loss %.4f  %,.0f tokens/s, %.0f s left",
                progress.pass(),
                progress.passes(),
                progress.step(),
                progress.steps(),
                progress.loss(),
                progress.tokensPerSecond(),
                progress.secondsLeft());
    }

    @Override
    public void pass(PassRecord record) {
        line.keep(line(record));
    }

    static String line(PassRecord record) {
        String perplexity = record.perplexity().isPresent()
                ? String.format(
                        Locale.ROOT, "  perplexity %.2f", record.perplexity().getAsDouble())
                : "";
        return String.format(
                Locale.ROOT,
                "pass %d  loss %.4f%s  %.0f s",
                record.pass(),
                record.loss(),
                perplexity,
                record.seconds());
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
