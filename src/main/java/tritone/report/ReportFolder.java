package tritone.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import tritone.comparison.Comparison;
import tritone.comparison.ContenderFindings;
import tritone.comparison.Entrant;
import tritone.comparison.ReviewFacts;
import tritone.comparison.RunFindings;
import tritone.comparison.Trial;
import tritone.corpus.CorpusFormat;
import tritone.corpus.RowWriter;
import tritone.evaluation.Evaluation;
import tritone.files.WholeFile;

/** A report as files in a folder, each whole or not there. */
public record ReportFolder(Path folder) {
    /** The page. */
    public static final String PAGE = "report.html";

    /** Writes the document as {@code report.html} and {@code report.md}. */
    public void write(Document document) throws IOException {
        WholeFile.write(folder.resolve(PAGE), file -> {
            try (Writer out = Files.newBufferedWriter(file)) {
                out.write(HtmlPage.render(document));
            }
        });
        WholeFile.write(folder.resolve("report.md"), file -> Files.writeString(file, MarkdownFile.render(document)));
    }

    /** Writes {@code comparison.json} and {@code curves.csv}. */
    public void writeComparison(Comparison comparison) throws IOException {
        WholeFile.write(
                folder.resolve("comparison.json"), file -> Files.writeString(file, Json.render(comparison) + "\n"));
        List<String> columns = List.of(
                "contender",
                "seed",
                "fold",
                "step",
                "epoch",
                "seconds",
                "training_loss",
                "training_accuracy",
                "validation_loss",
                "validation_accuracy");
        table("curves.csv", columns, rows -> {
            for (ContenderFindings contender : comparison.contenders()) {
                for (RunFindings run : contender.runs()) {
                    for (RunFindings.Point point : run.curve()) {
                        rows.write(row(contender, run, point));
                    }
                }
            }
        });
    }

    private static List<Object> row(ContenderFindings contender, RunFindings run, RunFindings.Point point) {
        return Arrays.asList(
                contender.contender().name(),
                orNull(run.seed()),
                run.fold().orElse(null),
                point.step(),
                point.epoch(),
                point.times().seconds(),
                point.trainingLoss(),
                orNull(point.trainingAccuracy()),
                orNull(point.validationLoss()),
                orNull(point.validationAccuracy()));
    }

    private static Object orNull(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    private static Object orNull(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }

    /** Writes {@code predictions.csv}: what each contender said of each review with each seed. */
    public void writePredictions(ReviewFacts reviews, List<Entrant> entrants) throws IOException {
        List<String> columns = new ArrayList<>(List.of("contender", "seed", "id", "label", "predicted", "probability"));
        reviews.labels().forEach(label -> columns.add("probability_" + label));
        table("predictions.csv", columns, rows -> {
            for (Entrant entrant : entrants) {
                for (Trial trial : entrant.trials()) {
                    for (int review = 0; review < reviews.size(); review++) {
                        rows.write(row(reviews, entrant, trial, review));
                    }
                }
            }
        });
    }

    private static List<Object> row(ReviewFacts reviews, Entrant entrant, Trial trial, int review) {
        int classes = reviews.classes();
        int predicted = Evaluation.mostProbable(trial.probabilities(), review, classes);
        List<Object> row = new ArrayList<>();
        row.add(entrant.identity().name());
        row.add(orNull(trial.seed()));
        row.add(reviews.ids().get(review));
        row.add(reviews.labels().get(reviews.truth()[review]));
        row.add(reviews.labels().get(predicted));
        row.add(trial.probabilities()[review * classes + predicted]);
        for (int label = 0; label < classes; label++) {
            row.add(trial.probabilities()[review * classes + label]);
        }
        return row;
    }

    private interface Rows {
        void to(RowWriter rows) throws IOException;
    }

    private void table(String name, List<String> columns, Rows content) throws IOException {
        WholeFile.write(folder.resolve(name), file -> {
            try (RowWriter rows = RowWriter.of(Files.newBufferedWriter(file), CorpusFormat.CSV, columns)) {
                content.to(rows);
            }
        });
    }
}
