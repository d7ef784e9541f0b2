package tritone.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tritone.evaluation.Evaluation;
import tritone.evaluation.Slices;
import tritone.model.EpochRecord;
import tritone.model.Model;
import tritone.model.Uncalibrated;

/**
 * What {@code train} made.
 *
 * @param seconds with all that was read and validated
 * @param validation absent where nothing was validated on
 * @param uncalibrated what two of its figures were before the temperature
 */
record TrainedReport(
        String model,
        String cell,
        double seconds,
        int bestEpoch,
        int trainingReviews,
        int validationReviews,
        List<EpochRecord> epochs,
        Optional<Evaluation> validation,
        double temperature,
        Optional<Uncalibrated> uncalibrated,
        Slices slices) {
    static TrainedReport of(Path folder, Model model) {
        return new TrainedReport(
                folder.toString(),
                model.architecture().cell().toString(),
                model.provenance().seconds(),
                model.training().bestEpoch(),
                model.training().trainingReviews(),
                model.training().validationReviews(),
                model.training().epochs(),
                model.training().validation(),
                model.architecture().temperature(),
                model.training().uncalibrated(),
                model.training().slices());
    }

    String render() {
        String learnt = String.format(
                Locale.ROOT, "%s: %s, learnt from %,d reviews in %.0f s", model, cell, trainingReviews, seconds);
        String best = bestEpoch == 0 ? "" : String.format(Locale.ROOT, ", weights of epoch %d", bestEpoch);
        String accuracy = validation
                .map(figures -> String.format(
                        Locale.ROOT,
                        "%nvalidation: %s of %,d reviews right (95 %% interval %s to %s), log loss %.4f",
                        Figures.percent(figures.accuracy().value()),
                        figures.reviews(),
                        Figures.percent(figures.accuracy().low()),
                        Figures.percent(figures.accuracy().high()),
                        figures.probabilities().logLoss()))
                .orElse("");
        return learnt + best + accuracy + calibration() + "\n";
    }

    private String calibration() {
        if (validation.isEmpty() || uncalibrated.isEmpty()) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "%ncalibration error %s, and %s at a temperature of %s",
                Figures.four(uncalibrated.get().calibrationError()),
                Figures.four(validation.get().probabilities().calibrationError()),
                Figures.four(temperature));
    }
}
