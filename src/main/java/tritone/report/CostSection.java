package tritone.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import tritone.comparison.Comparison;
import tritone.comparison.ContenderFindings;

/** What accuracy costs. */
final class CostSection {
    private CostSection() {}

    static Optional<Section> of(Comparison comparison) {
        List<ContenderFindings> present = Looks.present(comparison).stream()
                .filter(contender -> contender.size().parameters() > 0)
                .toList();
        if (present.isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>(List.of(table(present)));
        boolean timed = present.stream()
                .allMatch(contender -> contender.times().trainingSeconds().isPresent());
        if (timed) {
            blocks.add(chart(present));
        }
        return Optional.of(new Section("What they cost", blocks));
    }

    private static Table table(List<ContenderFindings> present) {
        return new Table(
                "Medians over the runs on this machine; memory is what a plan's full batch takes, by its sizes",
                List.of(
                        "",
                        "parameters",
                        "training",
                        "reviews/s learnt",
                        "memory in training",
                        "model on disk",
                        "ms for an answer"),
                present.stream()
                        .map(contender -> List.of(
                                Looks.name(contender),
                                Looks.whole(contender.size().parameters()),
                                contender.times().trainingSeconds().isPresent()
                                        ? Looks.seconds(contender
                                                .times()
                                                .trainingSeconds()
                                                .getAsDouble())
                                        : Figures.NONE,
                                figure("%,.0f", contender.times().reviewsPerSecond()),
                                contender.size().trainingBytes().isPresent()
                                        ? Looks.megabytes(
                                                contender.size().trainingBytes().getAsLong())
                                        : Figures.NONE,
                                Looks.megabytes(contender.size().modelBytes()),
                                figure("%.3f", contender.times().millisecondsPerReview())))
                        .toList());
    }

    private static String figure(String format, OptionalDouble figure) {
        return figure.isPresent() ? String.format(Locale.ROOT, format, figure.getAsDouble()) : Figures.NONE;
    }

    private static Chart chart(List<ContenderFindings> present) {
        List<Series> series = new ArrayList<>();
        for (ContenderFindings contender : present) {
            series.add(new Series(
                            Looks.name(contender),
                            Series.Mark.POINTS,
                            Looks.style(contender.contender()),
                            List.of(
                                    new double[] {
                                        contender.times().trainingSeconds().getAsDouble()
                                    },
                                    new double[] {
                                        contender
                                                .times()
                                                .millisecondsPerReview()
                                                .orElse(Double.NaN)
                                    },
                                    new double[] {contender.size().parameters()}),
                            new double[] {contender.accuracy().mean()},
                            new double[0],
                            new double[0])
                    .between(
                            new double[] {contender.accuracy().low()},
                            new double[] {contender.accuracy().high()}));
        }
        return new Chart(
                "Accuracy and its price",
                "Up is more accurate, left is cheaper.",
                List.of(
                        Axis.log("seconds of training", Axis.Format.NUMBER),
                        Axis.log("milliseconds for an answer", Axis.Format.NUMBER),
                        Axis.log("parameters", Axis.Format.NUMBER)),
                Axis.of("accuracy", Axis.Format.PERCENT),
                series);
    }
}
