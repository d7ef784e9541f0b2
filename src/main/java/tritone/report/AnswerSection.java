package tritone.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tritone.comparison.Comparison;
import tritone.comparison.Conditions;
import tritone.comparison.ContenderFindings;
import tritone.comparison.Spread;

/** How accurate each contender is, and how sure that is. */
final class AnswerSection {
    private AnswerSection() {}

    static Section of(Comparison comparison) {
        List<ContenderFindings> ranking = comparison.ranking();
        List<Block> blocks = new ArrayList<>();
        blocks.add(table(ranking));
        blocks.add(new Prose(conditions(comparison.conditions())));
        blocks.add(chart(ranking));
        return new Section("How accurate they are", blocks);
    }

    private static Table table(List<ContenderFindings> ranking) {
        return new Table(
                "Contenders by mean accuracy over the seeds; the interval is for the mean that other reviews may give",
                List.of(
                        "",
                        "accuracy",
                        "95 % interval",
                        "± over seeds",
                        "F1",
                        "ROC area",
                        "log loss",
                        "Brier score",
                        "calibration error"),
                ranking.stream().map(AnswerSection::row).toList());
    }

    private static List<String> row(ContenderFindings contender) {
        Spread accuracy = contender.accuracy();
        ContenderFindings.Figures figures = contender.figures();
        return List.of(
                Looks.name(contender),
                Looks.percent(accuracy.mean()),
                String.format(Locale.ROOT, "%.1f to %.1f", 100 * accuracy.low(), 100 * accuracy.high()),
                accuracy.deviation().isPresent()
                        ? String.format(
                                Locale.ROOT, "%.2f", 100 * accuracy.deviation().getAsDouble())
                        : Figures.NONE,
                Looks.four(figures.f1()),
                Looks.four(figures.rocArea()),
                Looks.four(figures.logLoss()),
                Looks.four(figures.brier()),
                Looks.four(figures.calibrationError()));
    }

    private static String conditions(Conditions conditions) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "All were asked about the same %,d reviews (%s, %s), labels %s",
                conditions.reviews(),
                conditions.part(),
                conditions.comparedOn(),
                String.join(", ", conditions.labels())));
        if (!conditions.seeds().isEmpty()) {
            text.append("; each was trained with ")
                    .append(conditions.seeds().size() == 1 ? "seed " : "seeds ")
                    .append(String.join(
                            ", ",
                            conditions.seeds().stream().map(String::valueOf).toList()));
        }
        if (conditions.folds() > 1) {
            text.append(", on ").append(conditions.folds()).append(" folds, each of which was held back once");
        }
        text.append(
                switch (conditions.match()) {
                    case "parameters" -> "; their widths are such that the cells have as many parameters";
                    case "time" -> "; networks learnt for as long as the slowest of them took";
                    default -> "";
                });
        return text.append('.').toString();
    }

    private static Chart chart(List<ContenderFindings> ranking) {
        List<String> names = ranking.stream().map(Looks::name).toList();
        List<Series> series = new ArrayList<>();
        for (int place = 0; place < ranking.size(); place++) {
            ContenderFindings contender = ranking.get(place);
            Spread accuracy = contender.accuracy();
            double at = place;
            series.add(Series.of(
                            Looks.name(contender),
                            Series.Mark.POINTS,
                            Looks.style(contender.contender()),
                            new double[] {at},
                            new double[] {accuracy.mean()})
                    .between(new double[] {accuracy.low()}, new double[] {accuracy.high()}));
            if (accuracy.each().size() > 1) {
                series.add(Series.of(
                        Looks.name(contender) + ", each seed",
                        Series.Mark.POINTS,
                        Style.NEUTRAL,
                        Looks.numbers(accuracy.each(), value -> at),
                        Looks.numbers(accuracy.each(), Double::doubleValue)));
            }
        }
        return new Chart(
                "Accuracy",
                "Means over the seeds with their 95 % intervals, and each seed by itself.",
                List.of(Axis.of("", names)),
                Axis.of("accuracy", Axis.Format.PERCENT),
                series);
    }
}
