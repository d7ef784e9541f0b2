package tritone.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.corpus.Corpus;
import tritone.corpus.ReadingOptions;
import tritone.corpus.RowReader;
import tritone.model.ModelFolder;
import tritone.model.TinyModels;
import tritone.network.CellKind;

/** Whatever is put together for speed, each row has the answer that its text alone would have. */
class BulkClassifierTest {
    private static final int ROWS = 5000;

    @TempDir
    private Path folder;

    private Path model;
    private Path input;

    /** More than two windows; every 40th row is bad. */
    @BeforeEach
    void write() throws IOException {
        model = folder.resolve("tiny");
        ModelFolder.write(TinyModels.at(1.75, TinyModels.of(CellKind.GRU, 3)), model, ModelFolder.More.NOTHING);
        StringBuilder rows = new StringBuilder("pos\tfirst\n");
        List<String> texts = ClassifierTest.texts(ROWS);
        for (int i = 1; i < ROWS; i++) {
            rows.append(i % 40 == 7 ? "bad" : "pos\t" + texts.get(i)).append('\n');
        }
        input = Files.writeString(folder.resolve("in.tsv"), rows);
    }

    private RowReader reader() throws IOException {
        return new RowReader(Corpus.open(input, ReadingOptions.DEFAULTS).parts());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void eachRowHasTheAnswerOfItsText(int threads) throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        try (Classifier classifier = Classifier.open(model);
                RowReader rows = reader()) {
            new BulkClassifier(classifier, threads, new StageTimes()).run(rows, outcomes::addAll);

            List<String> texts = outcomes.stream()
                    .flatMap(outcome -> outcome.row().review().stream())
                    .map(review -> review.text())
                    .toList();
            List<Prediction> predictions = outcomes.stream()
                    .flatMap(outcome -> outcome.prediction().stream())
                    .toList();
            assertThat(predictions).isEqualTo(classifier.classify(texts));
        }
        assertThat(outcomes).hasSize(ROWS);
        for (int i = 0; i < ROWS; i++) {
            assertThat(outcomes.get(i).row().id()).isEqualTo(Integer.toString(i + 1));
            assertThat(outcomes.get(i).prediction().isPresent()).isEqualTo(i % 40 != 7);
        }
    }

    /** The reader then waits as well, and that is no pause of the input. */
    @Test
    void aSlowTakerGetsWholeWindowsAllTheSame() throws IOException {
        Files.writeString(input, Files.readString(input).repeat(4));
        List<Integer> sizes = new ArrayList<>();
        try (Classifier classifier = Classifier.open(model);
                RowReader rows = reader()) {
            new BulkClassifier(classifier, 2, new StageTimes()).run(rows, outcomes -> {
                sizes.add(outcomes.size());
                LockSupport.parkNanos(150_000_000);
                return true;
            });
        }

        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(4 * ROWS);
        assertThat(sizes).hasSizeLessThan(15);
    }

    @Test
    void endsWhenNoMoreIsWanted() throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        try (Classifier classifier = Classifier.open(model);
                RowReader rows = reader()) {
            new BulkClassifier(classifier, 2, new StageTimes()).run(rows, some -> {
                outcomes.addAll(some);
                return false;
            });
        }

        assertThat(outcomes).hasSizeBetween(1, 2048);
    }

    @Test
    void whatADeliveryThrowsComesOut() throws IOException {
        try (Classifier classifier = Classifier.open(model);
                RowReader rows = reader()) {
            BulkClassifier bulk = new BulkClassifier(classifier, 2, new StageTimes());

            assertThatThrownBy(() -> bulk.run(rows, some -> {
                        throw new IOException("disk full");
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessage("disk full");
        }
    }

    @Test
    void needsAThread() throws IOException {
        try (Classifier classifier = Classifier.open(model)) {
            assertThatThrownBy(() -> new BulkClassifier(classifier, 0, new StageTimes()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("threads must be at least 1 but was 0");
        }
    }
}
