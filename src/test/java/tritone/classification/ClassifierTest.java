package tritone.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tritone.model.ModelFolder;
import tritone.model.TinyModels;
import tritone.network.CellKind;

class ClassifierTest {
    @TempDir
    private static Path shared;

    private static Path gru;
    private static Path linear;

    @BeforeAll
    static void write() throws IOException {
        gru = model("gru", CellKind.GRU, 2);
        linear = model("linear", CellKind.LINEAR, 2);
    }

    private static Path model(String name, CellKind kind, int classes) throws IOException {
        Path folder = shared.resolve(name);
        double temperature = kind == CellKind.LINEAR ? 1.8 : 0.6;
        ModelFolder.write(TinyModels.at(temperature, TinyModels.of(kind, classes)), folder, ModelFolder.More.NOTHING);
        return folder;
    }

    /** Texts of all lengths, most of them more than once, so that batches are of every shape. */
    static List<String> texts(int count) {
        String[] words = {"the", "film", "was", "dull", "lovely", "unheard", "<br />", "isn't", ":("};
        return IntStream.range(0, count)
                .mapToObj(i -> IntStream.range(0, i * 7 % 61)
                        .mapToObj(word -> words[(i + word * word) % words.length])
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    @Test
    void oneByOneTogetherAndAsAStreamAreTheSameBits() throws IOException {
        List<String> texts = texts(1100);
        try (Classifier classifier = Classifier.open(gru, linear)) {
            List<Prediction> oneByOne = new ArrayList<>();
            for (String text : texts) {
                oneByOne.add(classifier.classify(text));
            }

            assertThat(classifier.classify(texts)).isEqualTo(oneByOne);
            assertThat(classifier.classify(texts.stream())).isEqualTo(oneByOne);
        }
    }

    @Test
    void theMeanOfTheProbabilitiesDecides() throws IOException {
        try (Classifier both = Classifier.open(gru, linear);
                Classifier first = Classifier.open(gru);
                Classifier second = Classifier.open(linear)) {
            for (String text : texts(60)) {
                Prediction together = both.classify(text);
                Prediction one = first.classify(text);
                Prediction other = second.classify(text);

                for (String label : both.labels()) {
                    double mean = ((double) one.probabilities().get(label)
                                    + other.probabilities().get(label))
                            / 2;
                    assertThat(together.probabilities().get(label)).isEqualTo((float) mean);
                }
                assertThat(together.votes()).containsEntry("gru", one.label()).containsEntry("linear", other.label());
                assertThat(together.probability())
                        .isEqualTo(together.probabilities().get(together.label()))
                        .isGreaterThanOrEqualTo(0.5f);
            }
        }
    }

    @Test
    void countsWhatItReads() throws IOException {
        try (Classifier classifier = Classifier.open(gru)) {
            Prediction empty = classifier.classify("");
            Prediction some = classifier.classify("The film was qqq");
            Prediction much = classifier.classify("dull ".repeat(41));

            assertThat(empty.tokens()).isZero();
            assertThat(empty.unknown()).isZero();
            assertThat(some.tokens()).isEqualTo(4);
            assertThat(some.unknown()).isEqualTo(0.25f);
            assertThat(some.truncated()).isFalse();
            assertThat(much.tokens()).isEqualTo(41);
            assertThat(much.truncated()).isTrue();
            assertThat(much.probabilities().keySet()).containsExactlyElementsOf(classifier.labels());
            assertThatThrownBy(() -> much.probabilities().clear()).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void noTextsHaveNoPredictions() throws IOException {
        try (Classifier classifier = Classifier.open(gru)) {
            assertThat(classifier.classify(List.of())).isEmpty();
            assertThat(classifier.classify(Stream.empty())).isEmpty();
        }
    }

    @Test
    void takesFromAStreamWhatItNeeds() throws IOException {
        AtomicInteger taken = new AtomicInteger();
        AtomicBoolean closed = new AtomicBoolean();
        Stream<String> endless =
                Stream.generate(() -> "film " + taken.incrementAndGet()).onClose(() -> closed.set(true));
        try (Classifier classifier = Classifier.open(gru)) {
            try (Stream<Prediction> predictions = classifier.classify(endless)) {
                assertThat(taken).hasValue(0);

                assertThat(predictions.limit(1500)).hasSize(1500);
            }
        }

        assertThat(taken.get()).isBetween(1500, 2048);
        assertThat(closed).isTrue();
    }

    @Test
    void refusesWhoComesAfterTheEnd() throws IOException {
        Classifier classifier = Classifier.open(gru);
        Stream<Prediction> begun = classifier.classify(Stream.of("late"));
        classifier.close();
        classifier.close();

        for (Runnable late : List.<Runnable>of(
                () -> classifier.classify("late"),
                () -> classifier.classify(List.of("late")),
                () -> classifier.classify(List.of()),
                begun::toList)) {
            assertThatThrownBy(late::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the classifier is closed");
        }
    }

    @Test
    void refusesModelsOfDifferentClasses() throws IOException {
        Path five = model("five", CellKind.GRU, 5);

        assertThatThrownBy(() -> Classifier.open(gru, five))
                .isInstanceOf(DifferentLabelsException.class)
                .hasMessage("models that vote must tell the same classes apart, but gru knows neg, pos and five"
                        + " 1 stars, 2 stars, 3 stars, 4 stars, 5 stars");
    }

    @Test
    void everyKindOfModelAnswers() throws IOException {
        for (CellKind kind : CellKind.values()) {
            try (Classifier classifier = Classifier.open(model("a-" + kind, kind, 3))) {
                for (Prediction prediction : classifier.classify(texts(70))) {
                    double sum = prediction.probabilities().values().stream()
                            .mapToDouble(Float::doubleValue)
                            .sum();
                    assertThat(sum).isBetween(0.99999, 1.00001);
                }
            }
        }
    }

    @Test
    void modelsOfTheSameNameVoteEachForItself() throws IOException {
        Path namesake = model("other/gru", CellKind.LSTM, 2);
        try (Classifier one = Classifier.open(gru);
                Classifier thrice = Classifier.open(gru, gru, gru);
                Classifier both = Classifier.open(gru, namesake, gru, namesake)) {
            for (String text : texts(20)) {
                assertThat(thrice.classify(text).probabilities())
                        .isEqualTo(one.classify(text).probabilities());
                assertThat(both.classify(text).probability()).isBetween(0.5f, 1f);
                assertThat(both.classify(text).votes()).hasSize(4);
            }
        }
    }
}
