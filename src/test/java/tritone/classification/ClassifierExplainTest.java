package tritone.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.corpus.Corpus;
import tritone.corpus.ReadingOptions;
import tritone.corpus.RowReader;
import tritone.encoding.Truncation;
import tritone.model.Architecture;
import tritone.model.Model;
import tritone.model.ModelFolder;
import tritone.model.TinyModels;

class ClassifierExplainTest {
    private static final Path SHIPPED = Path.of("models/imdb-gru");
    private static final Path GOLDEN = Path.of("src/test/resources/tritone/model/golden");

    /** The shipped model with other truncation. */
    private static Classifier truncating(Path folder, Truncation truncation) throws IOException {
        Model model = ModelFolder.read(SHIPPED);
        Architecture shape = model.architecture();
        Architecture other =
                new Architecture(shape.cell(), shape.labels(), truncation, shape.network(), shape.temperature());
        ModelFolder.write(
                new Model(other, model.training(), model.provenance(), model.vocabulary(), model.weights()),
                folder.resolve("other"),
                ModelFolder.More.NOTHING);
        return Classifier.open(folder.resolve("other"));
    }

    private static List<Outcome> explained(Classifier classifier, String corpus, int threads) throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        var parts = Corpus.open(Path.of(corpus), ReadingOptions.DEFAULTS).parts();
        try (RowReader rows = new RowReader(parts)) {
            new BulkClassifier(classifier, threads, new StageTimes(), Answer.EXPLAINED).run(rows, some -> {
                outcomes.addAll(some);
                return outcomes.size() < 10;
            });
        }
        return outcomes.subList(0, 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"models/imdb-gru", "src/test/resources/tritone/model/golden/linear"})
    void wordsReproduceTheTextAndTheirAttributionsTheChange(String model) throws IOException {
        try (Classifier classifier = Classifier.open(Path.of(model))) {
            for (Outcome outcome : explained(classifier, "corpora/sample/test.tsv", 2)) {
                String text = outcome.row().review().orElseThrow().text();
                ExplainedPrediction said = outcome.explained().orElseThrow();

                double change =
                        said.explanation().logOdds() - said.explanation().baseline();
                assertThat(said.words())
                        .allSatisfy(
                                word -> assertThat(word.text()).isEqualTo(text.substring(word.start(), word.end())));
                assertThat(said.words().stream()
                                .mapToDouble(ExplainedWord::attribution)
                                .sum())
                        .isCloseTo(change, within(1e-3 * Math.max(1, Math.abs(change))));
                assertThat(said.explanation().isComplete()).isTrue();
                assertThat(outcome.prediction()).contains(said.prediction());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"lstm-both-levels, 0.4", "linear-five, 2.5", "linear, 0.4", "gru-before-max, 3"})
    void explainsTheProbabilityThatIsShownAtAnyTemperature(String golden, double temperature, @TempDir Path folder)
            throws IOException {
        Model plain = ModelFolder.read(GOLDEN.resolve(golden));
        ModelFolder.write(TinyModels.at(temperature, plain), folder.resolve("other"), ModelFolder.More.NOTHING);
        String text = String.join(" ", tokens(plain));
        try (Classifier classifier = Classifier.open(folder.resolve("other"));
                Classifier before = Classifier.open(GOLDEN.resolve(golden))) {
            ExplainedPrediction said = classifier.explain(text);

            double probability = said.prediction().probability();
            assertThat(said.explanation().isComplete()).isTrue();
            assertThat(said.explanation().logOdds()).isCloseTo(Math.log(probability / (1 - probability)), within(1e-5));
            assertThat(said.running()[said.running().length - 1]).isEqualTo((float) probability);
            assertThat(said.prediction()).isEqualTo(classifier.classify(text));
            assertThat(said.prediction().label())
                    .isEqualTo(before.classify(text).label());
            assertThat(said.prediction().probability())
                    .isNotEqualTo(before.classify(text).probability());
            if (said.prediction().probabilities().size() == 2) {
                assertThat(said.explanation().logOdds())
                        .isCloseTo(before.explain(text).explanation().logOdds() / temperature, within(1e-9));
            }
        }
    }

    private static List<String> tokens(Model model) {
        return IntStream.range(2, Math.min(22, model.vocabulary().size()))
                .mapToObj(model.vocabulary()::token)
                .toList();
    }

    @Test
    void saysTheSameAsWithoutAnExplanation() throws IOException {
        try (Classifier classifier = Classifier.open(SHIPPED)) {
            String text = "A <b>zorkish</b> film, but I couldn't stop smiling &amp; clapping.";

            ExplainedPrediction said = classifier.explain(text);

            float[] running = said.running();
            double probability = said.prediction().probability();
            assertThat(said.prediction()).isEqualTo(classifier.classify(text));
            assertThat(running).hasSize(said.words().size());
            assertThat(running[running.length - 1]).isEqualTo(said.prediction().probability());
            assertThat(said.explanation().logOdds()).isCloseTo(Math.log(probability / (1 - probability)), within(1e-5));
        }
    }

    @Test
    void tellsWhatTheModelMadeOfAWord() throws IOException {
        try (Classifier classifier = Classifier.open(SHIPPED)) {
            List<ExplainedWord> words =
                    classifier.explain("The FILM didn't zork").words();

            assertThat(words).extracting(ExplainedWord::text).containsExactly("The", "FILM", "did", "n't", "zork");
            assertThat(words).extracting(ExplainedWord::token).containsExactly("the", "film", "did", "n't", "zork");
            assertThat(words).extracting(ExplainedWord::known).containsExactly(true, true, true, true, false);
            assertThat(words).extracting(ExplainedWord::read).containsOnly(true);
            assertThat(words).allMatch(word -> word.occlusion().isPresent());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TAIL, 3, dull but lovely, 4 5 6",
        "HEAD, 3, the film was, 0 1 2",
        "ENDS, 3, the but lovely, 0 5 6",
        "ENDS, 9, the film was never dull but lovely, 0 1 2 3 4 5 6"
    })
    void knowsWhichWordsWereCutAway(
            Truncation.Keep keep, int maxTokens, String read, String places, @TempDir Path folder) throws IOException {
        String text = "the film was never dull but lovely";
        try (Classifier classifier = truncating(folder, new Truncation(keep, maxTokens))) {
            List<ExplainedWord> words = classifier.explain(text).words();
            List<ExplainedWord> alone = classifier.explain(read).words();

            List<ExplainedWord> kept =
                    words.stream().filter(ExplainedWord::read).toList();
            assertThat(words).hasSize(7);
            assertThat(IntStream.range(0, 7).filter(i -> words.get(i).read()).boxed())
                    .containsExactlyElementsOf(List.of(places.split(" ")).stream()
                            .map(Integer::valueOf)
                            .toList());
            assertThat(kept)
                    .extracting(ExplainedWord::attribution)
                    .isEqualTo(alone.stream().map(ExplainedWord::attribution).toList());
            assertThat(words.stream().filter(word -> !word.read()))
                    .allMatch(
                            word -> word.attribution() == 0 && word.occlusion().isEmpty());
        }
    }

    @Test
    void anEmptyTextHasNoWords() throws IOException {
        try (Classifier classifier = Classifier.open(SHIPPED)) {
            ExplainedPrediction said = classifier.explain("");

            assertThat(said.words()).isEmpty();
            assertThat(said.running()).isEmpty();
            assertThat(said.strongest()).isZero();
            assertThat(said.explanation().isComplete()).isTrue();
        }
    }

    @Test
    void threadsChangeNothing() throws IOException {
        try (Classifier classifier = Classifier.open(SHIPPED)) {
            List<Outcome> alone = explained(classifier, "corpora/sample/test.tsv", 1);
            List<Outcome> together = explained(classifier, "corpora/sample/test.tsv", 4);

            assertThat(together).extracting(outcome -> outcome.row().id()).isEqualTo(ids(alone));
            for (int i = 0; i < alone.size(); i++) {
                assertThat(together.get(i).explained().orElseThrow().words())
                        .isEqualTo(alone.get(i).explained().orElseThrow().words());
            }
        }
    }

    private static List<String> ids(List<Outcome> outcomes) {
        return outcomes.stream().map(outcome -> outcome.row().id()).toList();
    }

    @Test
    void severalModelsHaveNoSingleExplanation() throws IOException {
        try (Classifier classifier = Classifier.open(SHIPPED, SHIPPED)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> classifier.explain("good"))
                    .withMessageStartingWith("the answer of one model can be explained but there are 2: [imdb-gru, ");
        }
    }

    @Test
    void aClosedClassifierExplainsNothing() throws IOException {
        Classifier classifier = Classifier.open(GOLDEN.resolve("linear"));
        classifier.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> classifier.explain("good"))
                .withMessage("the classifier is closed");
    }
}
