package tritone.model;

import java.util.ArrayList;
import java.util.List;
import tritone.evaluation.CalibrationBin;
import tritone.evaluation.ClassFigures;
import tritone.evaluation.Evaluation;
import tritone.evaluation.ProbabilityFigures;
import tritone.evaluation.Slice;
import tritone.tensors.Precision;

/** The part of a card that says how well a model does. */
final class CardFigures {
    private final Model model;
    private final Evaluation validation;
    private final CardText text;

    private CardFigures(Model model, Evaluation validation, CardText text) {
        this.model = model;
        this.validation = validation;
        this.text = text;
    }

    /** Writes it, if there are figures. */
    static void write(Model model, CardText text) {
        model.training().validation().ifPresent(validation -> {
            CardFigures figures = new CardFigures(model, validation, text);
            text.heading("How well it does");
            figures.accuracy();
            figures.labels();
            figures.probabilities();
            figures.slices("length", "tokens", model.training().slices().lengths());
            figures.slices("rating", "rating", model.training().slices().ratings());
            figures.calibration();
        });
    }

    private void accuracy() {
        text.line(
                "On %,d validation reviews%s%s: %.2f %% right (95 %% interval %s).",
                validation.reviews(),
                chosen(),
                model.precision() == Precision.FLOAT32 ? "" : ", before its matrices became " + model.precision(),
                100 * validation.accuracy().value(),
                CardText.interval(validation.accuracy()));
    }

    private String chosen() {
        List<String> chosen = new ArrayList<>();
        if (!model.training().epochs().isEmpty()
                && !"none".equals(model.training().plan().get("stop-on"))) {
            chosen.add("its best epoch");
        }
        if (model.training().uncalibrated().isPresent()) {
            chosen.add("its temperature");
        }
        return chosen.isEmpty()
                ? ""
                : ", by which " + String.join(" and ", chosen) + (chosen.size() == 1 ? " was chosen" : " were chosen");
    }

    private void labels() {
        text.line("");
        text.tableHead("", "precision", "recall", "F1", "reviews");
        List<String> labels = model.architecture().labels();
        for (int i = 0; i < labels.size(); i++) {
            ClassFigures own = validation.classes().get(i);
            text.line(
                    "| %s | %.4f | %.4f | %.4f | %,d |",
                    CardText.cell(labels.get(i)), own.precision(), own.recall(), own.f1(), own.support());
        }
    }

    private void probabilities() {
        ProbabilityFigures figures = validation.probabilities();
        text.line("");
        text.line(
                "ROC area %s, log loss %.4f, Brier score %.4f, expected calibration error %.4f.",
                figures.rocArea().isPresent()
                        ? CardText.format("%.4f", figures.rocArea().getAsDouble())
                        : "none",
                figures.logLoss(),
                figures.brier(),
                figures.calibrationError());
    }

    private void slices(String what, String column, List<Slice> slices) {
        if (slices.isEmpty()) {
            return;
        }
        text.line("");
        text.line("By %s:", what);
        text.line("");
        text.tableHead(column, "right", "95 % interval", "reviews");
        for (Slice slice : slices) {
            text.line(
                    "| %s | %s | %s | %,d |",
                    CardText.cell(slice.name()),
                    CardText.percent(slice.accuracy().value()),
                    CardText.interval(slice.accuracy()),
                    slice.reviews());
        }
    }

    private void calibration() {
        text.line("");
        text.line("Calibration, by confidence, the probability of the label that is answered:");
        text.line("");
        text.tableHead("confidence", "mean confidence", "right", "reviews");
        for (CalibrationBin bin : validation.calibration()) {
            if (bin.count() > 0) {
                text.line(
                        "| %.3f to %.3f | %s | %s | %,d |",
                        bin.lower(),
                        bin.upper(),
                        CardText.percent(bin.meanConfidence()),
                        CardText.percent(bin.accuracy()),
                        bin.count());
            }
        }
        model.training().uncalibrated().ifPresent(this::temperature);
    }

    private void temperature(Uncalibrated before) {
        text.line("");
        text.line(
                "Log odds are divided by a temperature of %.4f, which was fitted to these reviews: expected calibration"
                        + " error %.4f before and %.4f after, log loss %.4f before and %.4f after.",
                model.architecture().temperature(),
                before.calibrationError(),
                validation.probabilities().calibrationError(),
                before.logLoss(),
                validation.probabilities().logLoss());
    }
}
