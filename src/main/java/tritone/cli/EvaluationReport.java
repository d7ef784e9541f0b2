package tritone.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import tritone.evaluation.Averages;
import tritone.evaluation.CalibrationBin;
import tritone.evaluation.ClassFigures;
import tritone.evaluation.Evaluation;
import tritone.evaluation.Interval;
import tritone.evaluation.Slices;

/** What {@code evaluate} found, model by model. */
record EvaluationReport(String corpus, List<Result> results) {
    /** One class. */
    record LabelResult(String label, double precision, double recall, double f1, int support) {}

    /** One model. */
    record Result(
            String model,
            String cell,
            int reviews,
            int unlabelled,
            double accuracy,
            Interval accuracyInterval,
            List<LabelResult> labels,
            Averages macro,
            OptionalDouble rocArea,
            double logLoss,
            double brier,
            double calibrationError,
            List<CalibrationBin> calibration,
            List<List<Integer>> confusion,
            Slices slices) {
        static Result of(EvaluatedModel evaluated) {
            Evaluation figures = evaluated.evaluation();
            return new Result(
                    evaluated.name(),
                    evaluated.model().architecture().cell().toString(),
                    figures.reviews(),
                    evaluated.unlabelled(),
                    figures.accuracy().value(),
                    figures.accuracy(),
                    labels(evaluated.model().architecture().labels(), figures.classes()),
                    figures.macro(),
                    figures.probabilities().rocArea(),
                    figures.probabilities().logLoss(),
                    figures.probabilities().brier(),
                    figures.probabilities().calibrationError(),
                    figures.calibration(),
                    figures.confusion(),
                    evaluated.slices());
        }

        private static List<LabelResult> labels(List<String> names, List<ClassFigures> classes) {
            List<LabelResult> labels = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                ClassFigures own = classes.get(i);
                labels.add(new LabelResult(names.get(i), own.precision(), own.recall(), own.f1(), own.support()));
            }
            return labels;
        }
    }

    static EvaluationReport of(String corpus, List<EvaluatedModel> evaluated) {
        return new EvaluationReport(corpus, evaluated.stream().map(Result::of).toList());
    }

    String render() {
        StringBuilder text = new StringBuilder();
        text.append(corpus)
                .append(", ")
                .append(TextTable.figure(results.get(0).reviews))
                .append(" reviews");
        if (results.get(0).unlabelled > 0) {
            text.append(", ")
                    .append(TextTable.figure(results.get(0).unlabelled))
                    .append(" without one of its labels left out");
        }
        text.append("\n\n").append(figures().render());
        for (Result result : results) {
            text.append('\n').append(labels(result).render());
        }
        for (Result result : results) {
            SliceTables.of(results.size() == 1 ? "" : result.model, result.slices)
                    .forEach(table -> text.append('\n').append(table.render()));
        }
        return text.toString();
    }

    private TextTable figures() {
        return new TextTable()
                .row("", each(Result::model))
                .row("cell", each(Result::cell))
                .row("accuracy", each(result -> Figures.percent(result.accuracy)))
                .row("95 % interval, from", each(result -> Figures.percent(result.accuracyInterval.low())))
                .row("to", each(result -> Figures.percent(result.accuracyInterval.high())))
                .row("precision, mean", each(result -> Figures.four(result.macro.precision())))
                .row("recall, mean", each(result -> Figures.four(result.macro.recall())))
                .row("F1, mean", each(result -> Figures.four(result.macro.f1())))
                .row(
                        "ROC area",
                        each(result -> result.rocArea.isPresent() ? Figures.four(result.rocArea.getAsDouble()) : "-"))
                .row("log loss", each(result -> Figures.four(result.logLoss)))
                .row("Brier score", each(result -> Figures.four(result.brier)))
                .row("calibration error", each(result -> Figures.four(result.calibrationError)));
    }

    private List<String> each(Function<Result, String> cell) {
        return results.stream().map(cell).toList();
    }

    /** Figures of each label, and how often it was taken for which. */
    private TextTable labels(Result result) {
        List<String> head = new ArrayList<>(List.of("precision", "recall", "F1", "reviews"));
        result.labels.forEach(label -> head.add("as " + label.label));
        TextTable table = new TextTable().row(results.size() == 1 ? "" : result.model, head);
        for (int i = 0; i < result.labels.size(); i++) {
            LabelResult own = result.labels.get(i);
            List<String> row = new ArrayList<>(List.of(
                    Figures.four(own.precision),
                    Figures.four(own.recall),
                    Figures.four(own.f1),
                    TextTable.figure(own.support)));
            result.confusion.get(i).forEach(count -> row.add(TextTable.figure(count)));
            table.row(own.label, row);
        }
        return table;
    }
}
