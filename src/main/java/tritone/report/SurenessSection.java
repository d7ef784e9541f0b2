package tritone.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import tritone.comparison.Comparison;
import tritone.comparison.ContenderFindings;
import tritone.comparison.Detail;
import tritone.evaluation.CalibrationBin;

/** What probabilities are worth. */
final class SurenessSection {
    private SurenessSection() {}

    static Section of(Comparison comparison) {
        List<ContenderFindings> present = Looks.present(comparison);
        List<Block> blocks = new ArrayList<>();
        blocks.add(calibration(present));
        boolean curves = present.stream().anyMatch(one -> !one.detail().roc().isEmpty());
        if (curves) {
            blocks.add(places(
                    "Receiver operating characteristic",
                    "How many reviews of the class are found while how many others are taken for it, over all thresholds; the"
                            + " grey line is guessing.",
                    List.of("false positive rate", "true positive rate"),
                    present,
                    Detail::roc,
                    true));
            blocks.add(places(
                    "Precision and recall",
                    "What share of what is found is right, while how much is found.",
                    List.of("recall", "precision"),
                    present,
                    Detail::precisionRecall,
                    false));
        }
        return new Section("How sure they are, and rightly so", blocks);
    }

    private static Chart calibration(List<ContenderFindings> present) {
        List<Series> series = new ArrayList<>();
        for (ContenderFindings contender : present) {
            List<CalibrationBin> bins = contender.detail().calibration();
            series.add(Series.of(
                    Looks.name(contender),
                    Series.Mark.LINE,
                    Looks.style(contender.contender()),
                    Looks.numbers(bins, CalibrationBin::meanConfidence),
                    Looks.numbers(bins, CalibrationBin::accuracy)));
        }
        series.add(diagonal(0.5));
        return new Chart(
                "Calibration",
                "How often answers are right that are given with this confidence; below the grey line a contender is too sure."
                        + " The error is the mean distance.",
                List.of(Axis.of("confidence", Axis.Format.PERCENT)),
                Axis.of("share of right answers", Axis.Format.PERCENT),
                series);
    }

    private static Series diagonal(double from) {
        return Series.of("", Series.Mark.GUIDE, Style.NEUTRAL, new double[] {from, 1}, new double[] {from, 1});
    }

    private static Chart places(
            String title,
            String caption,
            List<String> axes,
            List<ContenderFindings> present,
            Function<Detail, List<Detail.Place>> curve,
            boolean diagonal) {
        List<Series> series = new ArrayList<>();
        for (ContenderFindings contender : present) {
            List<Detail.Place> all = curve.apply(contender.detail());
            List<Detail.Place> places = Arrays.stream(Looks.thinned(all.size(), Looks.mostPoints(present.size())))
                    .mapToObj(all::get)
                    .toList();
            series.add(Series.of(
                    Looks.name(contender),
                    Series.Mark.LINE,
                    Looks.style(contender.contender()),
                    Looks.numbers(places, Detail.Place::x),
                    Looks.numbers(places, Detail.Place::y)));
        }
        if (diagonal) {
            series.add(diagonal(0));
        }
        return new Chart(
                title,
                caption,
                List.of(Axis.of(axes.get(0), Axis.Format.PERCENT)),
                Axis.of(axes.get(1), Axis.Format.PERCENT),
                series);
    }
}
