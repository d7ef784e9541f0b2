package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each of the five learns from the sample corpus, and that it learns nothing from labels that mean nothing. */
class ContendersTest {
    @TempDir
    private Path folder;

    private static final List<String> CELL = List.of("--units", "16", "--readout", "last-mean-max");
    private static final List<String> NETWORK = List.of(
            "--embedding",
            "16",
            "--stop-on",
            "none",
            "--epochs",
            "12",
            "--rate",
            "0.01",
            "--batch",
            "16",
            "--max-tokens",
            "128");

    private Path trained(String cell, String corpus) {
        List<Object> arguments = new ArrayList<>(List.of(corpus, "--cell", cell, "--validation", "none"));
        if (!cell.equals("linear")) {
            arguments.addAll(NETWORK);
        }
        if (!cell.equals("linear") && !cell.equals("bag")) {
            arguments.addAll(CELL);
        }
        TinyCorpora.train(folder.resolve(cell), arguments.toArray());
        return folder.resolve(cell);
    }

    private static double accuracy(Path model, String part) throws IOException {
        return TinyCorpora.json("evaluate", "sample", "--model", model, "--part", part, "--json")
                .get("results")
                .get(0)
                .get("accuracy")
                .asDouble();
    }

    /** The sample with the same reviews and the same labels, which belong to others now. */
    private Path shuffledSample(long seed) throws IOException {
        List<String> rows = Files.readAllLines(Path.of("corpora/sample/train.tsv"));
        List<String> labels = new ArrayList<>();
        rows.stream().skip(1).forEach(row -> labels.add(row.split("\t")[2]));
        Collections.shuffle(labels, new Random(seed));
        StringBuilder shuffled = new StringBuilder("id\tlabel\ttext\n");
        for (int i = 0; i < labels.size(); i++) {
            String[] columns = rows.get(i + 1).split("\t", 5);
            shuffled.append(columns[0]).append('\t').append(labels.get(i)).append('\t');
            shuffled.append(columns[4]).append('\n');
        }
        return Files.writeString(folder.resolve("shuffled.tsv"), shuffled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"simple-rnn", "lstm", "gru", "bag", "linear"})
    void fitsTheReviewsItLearnsFrom(String cell) throws IOException {
        assertThat(accuracy(trained(cell, "sample"), "train")).isGreaterThanOrEqualTo(0.95);
    }

    @ParameterizedTest
    @ValueSource(strings = {"simple-rnn", "lstm", "gru", "bag", "linear"})
    void learnsNothingThatHoldsFromShuffledLabels(String cell) throws IOException {
        Path model = trained(cell, shuffledSample(7).toString());

        assertThat(accuracy(model, "test")).isLessThanOrEqualTo(0.65);
    }
}
