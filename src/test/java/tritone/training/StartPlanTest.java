package tritone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.corpus.Corpus;
import tritone.corpus.ReadingOptions;
import tritone.encoding.EncodingCache;
import tritone.kernel.CellVariant;
import tritone.model.CorpusSource;
import tritone.model.LanguageModel;
import tritone.network.CellSpec;
import tritone.network.Direction;
import tritone.network.LanguageModelShape;
import tritone.network.Normalisation;
import tritone.network.ParameterShape;
import tritone.tensors.Tensor;
import tritone.vocabulary.Vocabulary;

class StartPlanTest {
    @TempDir
    private Path folder;

    private Path reviews;
    private Vocabulary vocabulary;
    private int places;

    @BeforeEach
    void count() throws IOException {
        reviews = Plans.reviews(folder, 80);
        vocabulary = Plans.data(Plans.small("cell=gru", "min-count=1"), folder, reviews)
                .vocabulary();
    }

    private LanguageModel model(CellVariant variant, Direction direction) {
        CellSpec cell = new CellSpec(variant, 5, direction, Normalisation.NONE);
        LanguageModelShape shape = new LanguageModelShape(vocabulary.size(), 6, cell);
        Random random = new Random(4);
        Map<String, float[]> weights = new HashMap<>();
        for (ParameterShape parameter : shape.parameters()) {
            float[] values = new float[parameter.length()];
            for (int i = 0; i < values.length; i++) {
                values[i] = 0.1f + 0.5f * random.nextFloat();
            }
            weights.put(parameter.name(), values);
        }
        return new LanguageModel(shape, vocabulary, weights);
    }

    private TrainingData data(TrainingPlan plan, LanguageModel from) throws IOException {
        TrainingSources sources = TrainingSources.of(Corpus.open(reviews, ReadingOptions.DEFAULTS))
                .with(vocabulary)
                .with(new StartSources(Optional.empty(), Optional.of(from)));
        return new TrainingDataLoader(new EncodingCache(folder.resolve("cache")), 2, Plans::quiet).load(sources, plan);
    }

    private Optional<Trained> run(TrainingPlan plan, LanguageModel from, String place, StepsWatcher watcher)
            throws IOException {
        return new TrainingRunner(folder.resolve(place), Duration.ZERO, 2, watcher).run(plan, data(plan, from));
    }

    private Map<String, Tensor> weights(TrainingPlan plan, LanguageModel from) throws IOException {
        String place = "place-" + places++;
        return run(plan, from, place, new StepsWatcher(Integer.MAX_VALUE))
                .orElseThrow()
                .weights();
    }

    private static TrainingPlan plan(String... pairs) {
        List<String> all = new ArrayList<>(List.of("from=lm", "vocab=lm", "stop-on=none"));
        all.addAll(List.of(pairs));
        return Plans.small(all.toArray(String[]::new));
    }

    private static List<String> cells(LanguageModel model) {
        return model.shape().level().parameters().stream()
                .map(parameter -> LanguageModelShape.cellName(parameter.name()))
                .toList();
    }

    private static boolean same(Map<String, Tensor> weights, LanguageModel model, String name) {
        return java.util.Arrays.equals(
                weights.get(name).floats(), model.weights().get(name));
    }

    @ParameterizedTest
    @CsvSource({
        "SIMPLE_RNN_TANH, FORWARD, cell=simple-rnn",
        "SIMPLE_RNN_RELU, FORWARD, cell=simple-rnn variant=relu",
        "LSTM, BOTH, cell=lstm direction=both",
        "LSTM_PEEPHOLE, BACKWARD, cell=lstm variant=peepholes direction=backward",
        "GRU_RESET_BEFORE, FORWARD, cell=gru",
        "GRU_RESET_AFTER, BOTH, cell=gru variant=reset-after direction=both layers=2"
    })
    void beginsWithItsVectorsAndCells(CellVariant variant, Direction direction, String choices) throws IOException {
        LanguageModel model = model(variant, direction);

        // At so small a rate no weight of this size moves.
        Map<String, Tensor> weights = weights(plan((choices + " rate=1e-30 epochs=1").split(" ")), model);

        for (String name : cells(model)) {
            assertThat(same(weights, model, name)).as(name).isTrue();
        }
        assertThat(same(weights, model, LanguageModelShape.VECTORS)).isTrue();
        assertThat(weights).doesNotContainKeys(LanguageModelShape.BIAS, LanguageModelShape.projection(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 9})
    void cellsRestForSoManyEpochs(int frozen) throws IOException {
        LanguageModel model = model(CellVariant.GRU_RESET_BEFORE, Direction.FORWARD);

        for (int epochs = 1; epochs <= 3; epochs++) {
            Map<String, Tensor> weights =
                    weights(plan("cell=gru", "rate=0.01", "freeze-cells=" + frozen, "epochs=" + epochs), model);

            for (String name : cells(model)) {
                assertThat(same(weights, model, name))
                        .as("%s after %d epochs", name, epochs)
                        .isEqualTo(epochs <= frozen);
            }
            assertThat(same(weights, model, LanguageModelShape.VECTORS)).isFalse();
        }
    }

    @Test
    void onlyTheLowestCellsRest() throws IOException {
        LanguageModel model = model(CellVariant.LSTM, Direction.BOTH);
        String choices = "cell=lstm direction=both layers=2 rate=0.01 freeze-cells=2";

        Map<String, Tensor> one = weights(plan((choices + " epochs=1").split(" ")), model);
        Map<String, Tensor> two = weights(plan((choices + " epochs=2").split(" ")), model);

        assertThat(cells(model)).allMatch(name -> same(two, model, name));
        assertThat(two.get("1.W").floats()).isNotEqualTo(one.get("1.W").floats());
        assertThat(two.get("2.W").floats()).isNotEqualTo(one.get("2.W").floats());
    }

    @Test
    void theLanguageModelItselfStaysAsItIs() throws IOException {
        LanguageModel model = model(CellVariant.GRU_RESET_BEFORE, Direction.FORWARD);
        String sum = model.sum();

        weights(plan("cell=gru", "rate=0.05"), model);

        assertThat(model.sum()).isEqualTo(sum);
    }

    @ParameterizedTest
    @ValueSource(strings = {"freeze-cells=0", "freeze-cells=1", "freeze-cells=2 average=2 word-dropout=0.2"})
    void goesOnToTheSameWeightsWhereverItWasStopped(String choices) throws IOException {
        LanguageModel model = model(CellVariant.LSTM, Direction.BOTH);
        TrainingPlan plan = plan(("cell=lstm direction=both rate=0.01 " + choices).split(" "));
        StepsWatcher whole = new StepsWatcher(Integer.MAX_VALUE);
        Map<String, Tensor> expected =
                run(plan, model, "whole", whole).orElseThrow().weights();

        for (int stop = 0; stop < whole.steps(); stop += 4) {
            String place = "stopped-" + stop;
            assertThat(run(plan, model, place, new StepsWatcher(stop))).isEmpty();
            Map<String, Tensor> resumed = run(plan, model, place, new StepsWatcher(Integer.MAX_VALUE))
                    .orElseThrow()
                    .weights();

            assertThat(resumed).as("stopped after %d steps", stop).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cell=lstm | cell must be gru",
                "cell=simple-rnn units=9 | cell must be gru",
                "cell=gru variant=reset-after | variant must be reset-before",
                "cell=gru units=6 | units must be 5",
                "cell=gru embedding=5 | embedding must be 6",
                "cell=gru direction=both | direction must be forward",
                "cell=gru normalisation=layer | normalisation must be none",
                "cell=gru normalisation=batch | normalisation must be none"
            })
    void refusesWhatContradictsIt(String choices, String sentence) {
        LanguageModel model = model(CellVariant.GRU_RESET_BEFORE, Direction.FORWARD);

        assertThatThrownBy(() -> data(plan(choices.split(" ")), model))
                .isInstanceOf(TrainingDataException.class)
                .hasMessage(sentence + " to begin with lm");
    }

    @Test
    void refusesAnotherVocabulary() throws IOException {
        LanguageModel model = model(CellVariant.GRU_RESET_BEFORE, Direction.FORWARD);
        vocabulary = Plans.data(Plans.small("cell=gru", "min-count=9"), folder, reviews)
                .vocabulary();

        assertThatThrownBy(() -> data(plan("cell=gru"), model))
                .isInstanceOf(TrainingDataException.class)
                .hasMessage("vocab must be the language model's own to begin with lm");
    }

    @Test
    void namesTheLanguageModelAmongItsSources() throws IOException {
        LanguageModel model = model(CellVariant.GRU_RESET_BEFORE, Direction.FORWARD);

        assertThat(data(plan("cell=gru"), model).sources())
                .contains(new CorpusSource("lm", "language model", model.sum()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from=none freeze-cells=1 | freeze-cells needs cells that have learnt: give from a language model",
                "freeze-cells=-1 from=lm | freeze-cells must be a whole number from 0 on but was -1",
                "freeze-cells=x from=lm | freeze-cells must be a whole number from 0 on but was x"
            })
    void refusesToFreezeWhatHasNotLearnt(String choices, String sentence) {
        assertThatThrownBy(() -> Plans.small(choices.split(" "))).hasMessage(sentence);
    }
}
