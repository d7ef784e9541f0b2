package tritone.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import tritone.model.EpochRecord;
import tritone.training.TrainingWatcher;

/** A line that tells how far a training is, on a terminal; and a line for each epoch, which stays. */
final class TrainingProgress implements TrainingWatcher, AutoCloseable {
    private final TerminalLine line;
    private final BooleanSupplier stop;

    TrainingProgress(PrintWriter err, BooleanSupplier stop) {
        line = TerminalLine.of(err);
        this.stop = stop;
    }

    @Override
    public void step(Progress progress) {
        line.showSeldom(() -> line(progress));
    }

    static String line(Progress progress) {
        String accuracy = progress.accuracy().isPresent()
                ? String.format(
                        Locale.ROOT,
                        ", validation %.1f %%",
                        100 * progress.accuracy().getAsDouble())
                : "";
        return String.format(
                Locale.ROOT,
                "epoch %d of %d  %3.0f %%  loss %.4f%s  %,.0f reviews/s, %.0f s left",
                progress.epoch(),
                progress.epochs(),
                100.0 * progress.step() / progress.steps(),
                progress.loss(),
                accuracy,
                progress.reviewsPerSecond(),
                progress.secondsLeft());
    }

    @Override
    public void epoch(EpochRecord record) {
        line.keep(line(record));
    }

    static String line(EpochRecord record) {
        String validation = record.validation()
                .map(figures -> String.format(
                        Locale.ROOT,
                        ", validation %.2f %%, log loss %.4f",
                        100 * figures.accuracy(),
                        figures.logLoss()))
                .orElse("");
        return String.format(
                Locale.ROOT,
                "epoch %d: loss %.4f%s, %.0f s",
                record.epoch(),
                record.loss(),
                validation,
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
