package tritone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What fewer bits cost.
 *
 * @param changedAnswers share of the reviews for which another class is the most probable one
 * @param meanDifference of probabilities, without signs
 */
record QuantizationReport(
        String model,
        String output,
        int reviews,
        Side before,
        Side after,
        double changedAnswers,
        double meanDifference,
        double greatestDifference) {
    /** The model before or after. */
    record Side(String precision, long bytes, double accuracy, double logLoss) {
        private static Side of(EvaluatedModel evaluated, long bytes) {
            return new Side(
                    evaluated.model().precision().toString(),
                    bytes,
                    evaluated.evaluation().accuracy().value(),
                    evaluated.evaluation().probabilities().logLoss());
        }
    }

    /** What a model's files take together. */
    static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /** {@code bytes} are those of the folder before. */
    static QuantizationReport of(EvaluatedModel before, EvaluatedModel after, Path folder, long bytes, Path output)
            throws IOException {
        float[] one = before.probabilities();
        float[] other = after.probabilities();
        double sum = 0;
        double greatest = 0;
        for (int i = 0; i < one.length; i++) {
            double difference = Math.abs(one[i] - other[i]);
            sum += difference;
            greatest = Math.max(greatest, difference);
        }
        int changed = 0;
        for (int review = 0; review < before.reviews().length; review++) {
            changed += before.predicted(review) == after.predicted(review) ? 0 : 1;
        }
        int reviews = before.reviews().length;
        return new QuantizationReport(
                folder.toString(),
                output.toString(),
                reviews,
                Side.of(before, bytes),
                Side.of(after, bytes(output)),
                (double) changed / reviews,
                sum / one.length,
                greatest);
    }

    String render() {
        TextTable table = new TextTable()
                .row("", before.precision, after.precision)
                .row("bytes", TextTable.figure(before.bytes), TextTable.figure(after.bytes))
                .row("accuracy", Figures.percent(before.accuracy), Figures.percent(after.accuracy))
                .row("log loss", Figures.four(before.logLoss), Figures.four(after.logLoss));
        return String.format(
                Locale.ROOT,
                "%s: made of %s and measured on %,d reviews%n%n%s%n%s of the answers changed; probabilities by %.6f in"
                        + " the mean and %.6f at most%n",
                output,
                model,
                reviews,
                table.render(),
                Figures.percent(changedAnswers),
                meanDifference,
                greatestDifference);
    }
}
