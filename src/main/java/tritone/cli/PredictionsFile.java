package tritone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import tritone.corpus.CorpusFormat;
import tritone.corpus.RowWriter;
import tritone.files.WholeFile;

/** A row for each review and model: what it is, what the model says, and how sure it is. */
final class PredictionsFile {
    private static final List<CorpusFormat> TABLES = List.of(CorpusFormat.CSV, CorpusFormat.TSV, CorpusFormat.JSONL);

    private PredictionsFile() {}

    /** Before anything is computed. */
    static void checkName(CommandLine command, String option, Path file) {
        if (CorpusFormat.ofName(file.toString()).filter(TABLES::contains).isEmpty()
                || file.toString().endsWith(".gz")) {
            throw new ParameterException(
                    command, option + " must be a file that ends in .csv, .tsv or .jsonl but was " + file);
        }
    }

    /** One table has a column for each label. */
    static void checkLabels(CommandLine command, List<EvaluatedModel> evaluated) {
        EvaluatedModel first = evaluated.get(0);
        for (EvaluatedModel other : evaluated) {
            if (!other.labels().equals(first.labels())) {
                throw new ParameterException(
                        command,
                        "--predictions needs models of the same labels but " + first.name() + " says "
                                + String.join(", ", first.labels()) + " and " + other.name() + " "
                                + String.join(", ", other.labels()));
            }
        }
    }

    static void write(List<EvaluatedModel> evaluated, Path file) throws IOException {
        CorpusFormat format = CorpusFormat.ofName(file.toString()).orElseThrow();
        List<String> labels = evaluated.get(0).labels();
        List<String> columns = new ArrayList<>(List.of("model", "id", "label", "predicted", "probability"));
        labels.forEach(label -> columns.add("probability_" + label));
        WholeFile.write(file, part -> {
            try (RowWriter rows = RowWriter.of(Files.newBufferedWriter(part), format, columns)) {
                for (EvaluatedModel model : evaluated) {
                    writeRows(model, rows);
                }
            }
        });
    }

    private static void writeRows(EvaluatedModel model, RowWriter rows) throws IOException {
        List<String> labels = model.labels();
        for (int i = 0; i < model.reviews().length; i++) {
            int predicted = model.predicted(i);
            List<Object> row = new ArrayList<>();
            row.add(model.name());
            row.add(model.corpus().id(model.reviews()[i]));
            row.add(labels.get(model.truth()[i]));
            row.add(labels.get(predicted));
            row.add(model.probabilities()[i * labels.size() + predicted]);
            for (int label = 0; label < labels.size(); label++) {
                row.add(model.probabilities()[i * labels.size() + label]);
            }
            rows.write(row);
        }
    }
}
