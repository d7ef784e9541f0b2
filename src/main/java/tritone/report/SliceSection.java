package tritone.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tritone.comparison.Comparison;
import tritone.comparison.ContenderFindings;
import tritone.comparison.Detail;
import tritone.evaluation.Slice;

/** Where contenders are right and where not. */
final class SliceSection {
    private SliceSection() {}

    static Section of(Comparison comparison) {
        List<ContenderFindings> present = Looks.present(comparison);
        List<Block> blocks = new ArrayList<>();
        add(blocks, "Accuracy by length", "tokens", present, Detail::lengths);
        add(blocks, "Accuracy by rating", "rating", present, Detail::ratings);
        blocks.add(confusion(present, comparison.conditions().labels()));
        return new Section("Where they are right", blocks);
    }

    private static void add(
            List<Block> blocks,
            String title,
            String what,
            List<ContenderFindings> present,
            Function<Detail, List<Slice>> slices) {
        if (present.isEmpty() || slices.apply(present.get(0).detail()).isEmpty()) {
            return;
        }
        List<String> names = slices.apply(present.get(0).detail()).stream()
                .map(slice -> String.format(Locale.ROOT, "%s (%,d)", slice.name(), slice.reviews()))
                .toList();
        List<Series> series = new ArrayList<>();
        for (ContenderFindings contender : present) {
            List<Slice> own = slices.apply(contender.detail());
            series.add(Series.of(
                            Looks.name(contender),
                            Series.Mark.BARS,
                            Looks.style(contender.contender()),
                            Looks.places(own.size()),
                            Looks.numbers(own, slice -> slice.accuracy().value()))
                    .between(
                            Looks.numbers(own, slice -> slice.accuracy().low()),
                            Looks.numbers(own, slice -> slice.accuracy().high())));
        }
        blocks.add(new Chart(
                title,
                "Mean over the seeds with 95 % intervals; how many reviews there are stands in brackets.",
                List.of(Axis.of(what, names)),
                Axis.of("accuracy", Axis.Format.PERCENT),
                series));
    }

    private static Table confusion(List<ContenderFindings> present, List<String> labels) {
        List<String> head = new ArrayList<>(List.of("contender, label"));
        labels.forEach(label -> head.add("taken for " + label));
        List<List<String>> rows = new ArrayList<>();
        for (ContenderFindings contender : present) {
            for (int truth = 0; truth < labels.size(); truth++) {
                List<String> row = new ArrayList<>(List.of(Looks.name(contender) + ", " + labels.get(truth)));
                contender.detail().confusion().get(truth).forEach(count -> row.add(count(count)));
                rows.add(row);
            }
        }
        return new Table("Confusion: answers by the label that reviews have, the mean over the seeds", head, rows);
    }

    private static String count(double count) {
        return String.format(Locale.ROOT, count == Math.rint(count) ? "%,.0f" : "%,.1f", count);
    }
}
