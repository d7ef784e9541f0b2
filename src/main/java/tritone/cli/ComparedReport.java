package tritone.cli;

import java.nio.file.Path;
import java.util.Locale;
import tritone.comparison.Comparison;
import tritone.comparison.ContenderFindings;
import tritone.comparison.GradientWords;
import tritone.comparison.PairFindings;
import tritone.comparison.Wording;
import tritone.report.ReportFolder;

/** What a comparison comes to, on a terminal. */
final class ComparedReport {
    private ComparedReport() {}

    static String render(Comparison comparison, Path folder) {
        TextTable table = new TextTable()
                .row("", "accuracy", "95 % interval", "over seeds", "log loss", "parameters", "training");
        comparison
                .ranking()
                .forEach(contender ->
                        table.row(Wording.name(contender.contender().name()), row(contender)));
        StringBuilder text = new StringBuilder(table.render()).append('\n');
        comparison.conclusions().forEach(sentence -> text.append(sentence).append('\n'));
        text.append('\n');
        for (PairFindings pair : comparison.pairs()) {
            text.append(pair.sentence()).append('\n');
        }
        comparison
                .contenders()
                .forEach(contender -> contender
                        .why()
                        .gradientFlow()
                        .flatMap(flow ->
                                GradientWords.sentence(contender.contender().name(), flow))
                        .ifPresent(sentence -> text.append(sentence).append('\n')));
        return text.append('\n')
                .append(folder.resolve(ReportFolder.PAGE))
                .append('\n')
                .toString();
    }

    private static String[] row(ContenderFindings contender) {
        return new String[] {
            Figures.percent(contender.accuracy().mean()),
            String.format(
                    Locale.ROOT,
                    "%.1f to %.1f",
                    100 * contender.accuracy().low(),
                    100 * contender.accuracy().high()),
            contender.accuracy().deviation().isPresent()
                    ? String.format(
                            Locale.ROOT,
                            "± %.2f",
                            100 * contender.accuracy().deviation().getAsDouble())
                    : "-",
            Figures.four(contender.figures().logLoss()),
            TextTable.figure(contender.size().parameters()),
            String.format(
                    Locale.ROOT, "%.1f s", contender.times().trainingSeconds().orElse(0))
        };
    }
}
