package tritone.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tritone.comparison.Comparison;
import tritone.comparison.ContenderFindings;
import tritone.comparison.GradientFindings;
import tritone.comparison.Wording;

/** What a grid of settings did, cell by cell. */
final class VariationSection {
    private VariationSection() {}

    static Optional<Section> of(Comparison comparison) {
        if (comparison.conditions().varied().isEmpty()) {
            return Optional.empty();
        }
        String varied = String.join(" and ", comparison.conditions().varied());
        return Optional.of(new Section("What the settings did", List.of(table(comparison), chart(comparison, varied))));
    }

    private static Table table(Comparison comparison) {
        List<List<String>> rows = new ArrayList<>();
        comparison.contenders().forEach(contender -> rows.add(row(contender)));
        comparison
                .absent()
                .forEach(absent -> rows.add(List.of(
                        Wording.name(absent.contender().name()),
                        Figures.NONE,
                        Figures.NONE,
                        Looks.whole(absent.exploded().size()),
                        Figures.NONE,
                        Figures.NONE)));
        return new Table(
                "Every combination; a factor below 1 makes gradients vanish, above 1 explode",
                List.of(
                        "",
                        "accuracy",
                        "log loss",
                        "runs that exploded",
                        "gradient per step back, at the start",
                        "the same, trained"),
                rows);
    }

    private static List<String> row(ContenderFindings contender) {
        Optional<GradientFindings> flow = contender.why().gradientFlow();
        return List.of(
                Looks.name(contender),
                Looks.percent(contender.accuracy().mean()),
                Looks.four(contender.figures().logLoss()),
                Looks.whole(contender.exploded().size()),
                factor(flow.map(GradientFindings::startFactor).orElse(OptionalDouble.empty())),
                factor(flow.map(GradientFindings::trainedFactor).orElse(OptionalDouble.empty())));
    }

    private static String factor(OptionalDouble factor) {
        return factor.isPresent() ? String.format(Locale.ROOT, "%.3f", factor.getAsDouble()) : Figures.NONE;
    }

    /** What stands behind the cell in a contender's name. */
    private static String combination(ContenderFindings contender) {
        String name = contender.contender().name();
        String cell = contender.contender().cell();
        return name.equals(cell) ? "as it is" : name.substring(cell.length() + 1);
    }

    private static Chart chart(Comparison comparison, String varied) {
        List<ContenderFindings> present = Looks.present(comparison);
        List<String> combinations =
                present.stream().map(VariationSection::combination).distinct().toList();
        Map<String, List<ContenderFindings>> byCell = new LinkedHashMap<>();
        present.forEach(
                contender -> byCell.computeIfAbsent(contender.contender().cell(), cell -> new ArrayList<>())
                        .add(contender));
        List<Series> series = new ArrayList<>();
        byCell.forEach((cell, contenders) -> series.add(series(cell, contenders, combinations)));
        return new Chart(
                "Accuracy by setting",
                "Mean accuracy over the seeds for each combination of " + varied + ", with 95 % intervals.",
                List.of(Axis.of("", combinations)),
                Axis.of("accuracy", Axis.Format.PERCENT),
                series);
    }

    private static Series series(String cell, List<ContenderFindings> contenders, List<String> combinations) {
        ContenderFindings.Identity first = contenders.get(0).contender();
        return Series.of(
                        Wording.name(cell),
                        Series.Mark.POINTS,
                        Looks.style(new ContenderFindings.Identity(cell, first.cell(), 0, Map.of())),
                        Looks.numbers(contenders, one -> combinations.indexOf(combination(one))),
                        Looks.numbers(contenders, one -> one.accuracy().mean()))
                .between(
                        Looks.numbers(contenders, one -> one.accuracy().low()),
                        Looks.numbers(contenders, one -> one.accuracy().high()));
    }
}
