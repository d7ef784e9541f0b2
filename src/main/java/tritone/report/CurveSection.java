package tritone.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tritone.comparison.Comparison;
import tritone.comparison.ContenderFindings;
import tritone.comparison.RunFindings;

/** How contenders learnt. */
final class CurveSection {
    private CurveSection() {}

    static Optional<Section> of(Comparison comparison) {
        List<ContenderFindings> learners = Looks.present(comparison).stream()
                .filter(contender -> points(contender) > 0)
                .toList();
        if (learners.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Section(
                "How they learnt",
                List.of(
                        chart(
                                "Loss while learning",
                                "loss",
                                Axis.Format.NUMBER,
                                learners,
                                RunFindings.Point::validationLoss,
                                point -> OptionalDouble.of(point.trainingLoss())),
                        chart(
                                "Accuracy while learning",
                                "accuracy",
                                Axis.Format.PERCENT,
                                learners,
                                RunFindings.Point::validationAccuracy,
                                RunFindings.Point::trainingAccuracy),
                        table(learners))));
    }

    /** As far as all runs have points. */
    private static int points(ContenderFindings contender) {
        return contender.runs().stream()
                .mapToInt(run -> run.curve().size())
                .min()
                .orElse(0);
    }

    private static Chart chart(
            String title,
            String figure,
            Axis.Format format,
            List<ContenderFindings> learners,
            Function<RunFindings.Point, OptionalDouble> validation,
            Function<RunFindings.Point, OptionalDouble> training) {
        List<Series> series = new ArrayList<>();
        for (ContenderFindings learner : learners) {
            add(series, learner, Looks.name(learner), Series.Mark.LINE, validation);
            add(series, learner, Looks.name(learner) + ", training", Series.Mark.DASHED, training);
        }
        return new Chart(
                title,
                "On validation reviews, and dashed on those that were just learnt from; means over the runs, and bands from"
                        + " the lowest to the highest of them.",
                List.of(
                        Axis.of("epoch", Axis.Format.NUMBER),
                        Axis.of("step", Axis.Format.NUMBER),
                        Axis.of("seconds of learning", Axis.Format.NUMBER)),
                Axis.of(figure, format),
                series);
    }

    /** Adds a line where there is a figure at all. */
    private static void add(
            List<Series> series,
            ContenderFindings learner,
            String name,
            Series.Mark mark,
            Function<RunFindings.Point, OptionalDouble> figure) {
        int points = points(learner);
        double[] mean = new double[points];
        double[] low = new double[points];
        double[] high = new double[points];
        for (int i = 0; i < points; i++) {
            int at = i;
            double[] values = learner.runs().stream()
                    .mapToDouble(run -> figure.apply(run.curve().get(at)).orElse(Double.NaN))
                    .toArray();
            mean[i] = IntStream.range(0, values.length)
                    .mapToDouble(k -> values[k])
                    .average()
                    .orElse(Double.NaN);
            low[i] = IntStream.range(0, values.length)
                    .mapToDouble(k -> values[k])
                    .min()
                    .orElse(Double.NaN);
            high[i] = IntStream.range(0, values.length)
                    .mapToDouble(k -> values[k])
                    .max()
                    .orElse(Double.NaN);
        }
        if (points == 0 || IntStream.range(0, points).allMatch(i -> Double.isNaN(mean[i]))) {
            return;
        }
        Series line = new Series(
                name,
                mark,
                Looks.style(learner.contender()),
                List.of(
                        means(learner, points, RunFindings.Point::epoch),
                        means(learner, points, RunFindings.Point::step),
                        means(learner, points, point -> point.times().seconds())),
                mean,
                new double[0],
                new double[0]);
        series.add(learner.runs().size() > 1 && mark == Series.Mark.LINE ? line.between(low, high) : line);
    }

    private static double[] means(ContenderFindings learner, int points, ToDoubleFunction<RunFindings.Point> figure) {
        double[] means = new double[points];
        for (int i = 0; i < points; i++) {
            int at = i;
            means[i] = learner.runs().stream()
                    .mapToDouble(run -> figure.applyAsDouble(run.curve().get(at)))
                    .average()
                    .orElse(0);
        }
        return means;
    }

    private static Table table(List<ContenderFindings> learners) {
        return new Table(
                "The weights that were kept, and by how much they know reviews better that they learnt from; means over the"
                        + " runs",
                List.of("", "best step", "best epoch", "accuracy on reviews learnt from", "overfitting gap in points"),
                learners.stream()
                        .map(learner -> List.of(
                                Looks.name(learner),
                                mean(learner, run -> run.bestStep().orElse(0)),
                                mean(learner, run -> run.bestEpoch().orElse(0)),
                                Looks.percent(learner.runs().stream()
                                        .mapToDouble(run -> run.fit().orElse(Double.NaN))
                                        .average()
                                        .orElse(Double.NaN)),
                                Looks.points(learner.figures().overfitting().orElse(Double.NaN))))
                        .toList());
    }

    private static String mean(ContenderFindings learner, ToDoubleFunction<RunFindings> figure) {
        double mean = learner.runs().stream().mapToDouble(figure).average().orElse(0);
        return String.format(Locale.ROOT, mean == Math.rint(mean) ? "%,.0f" : "%,.1f", mean);
    }
}
