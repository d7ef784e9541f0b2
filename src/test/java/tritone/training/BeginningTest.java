package tritone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.corpus.Corpus;
import tritone.corpus.ReadingOptions;
import tritone.encoding.EncodingCache;
import tritone.model.LanguageModel;
import tritone.network.LanguageModelShape;
import tritone.network.ParameterShape;
import tritone.tensors.TensorFile;
import tritone.vectors.VectorFile;
import tritone.vocabulary.Vocabulary;

class BeginningTest {
    @TempDir
    private Path folder;

    private Path reviews;

    @BeforeEach
    void write() throws IOException {
        reviews = Plans.reviews(folder, 40);
    }

    /** What a training that was stopped before its first step keeps. */
    private void assertBegins(TrainingPlan plan, TrainingData data) throws IOException {
        Path place = Files.createTempDirectory(folder, "place");
        new TrainingRunner(place, Duration.ofHours(1), 2, new StepsWatcher(0)).run(plan, data);
        Map<String, float[]> kept = new HashMap<>();
        TensorFile.read(place.resolve("checkpoint.safetensors")).tensors().forEach((name, tensor) -> {
            if (name.startsWith("now/")) {
                kept.put(name.substring("now/".length()), tensor.floats());
            }
        });

        Map<String, float[]> beginning = TrainingRunner.beginning(plan, data);

        assertThat(beginning).containsOnlyKeys(kept.keySet());
        kept.forEach((name, values) ->
                assertThat(beginning.get(name)).as(name).isNotEmpty().containsExactly(values));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cell=simple-rnn", "cell=lstm,direction=both,layers=2", "cell=gru", "cell=bag"})
    void isWhatATrainingHasBeforeItsFirstStep(String choices) throws IOException {
        TrainingPlan plan = Plans.small(choices.split(","));

        assertBegins(plan, Plans.data(plan, folder, reviews));
    }

    @Test
    void holdsTheVectorsThatWordsBeginWith() throws IOException {
        Path vectors = Files.writeString(folder.resolve("v.txt"), "film 0.5 -0.25 2\n");
        TrainingPlan plan = Plans.small("cell=gru", "embedding=3", "min-count=1", "vectors=v.txt");
        TrainingData data = Plans.data(plan, folder, reviews, Optional.of(VectorFile.of(vectors)));

        float[] all = TrainingRunner.beginning(plan, data).get("0.E");

        int film = data.vocabulary().id("film");
        assertThat(all[3 * film]).isEqualTo(0.5f);
        assertThat(all[3 * film + 2]).isEqualTo(2);
        assertBegins(plan, data);
    }

    @Test
    void holdsTheWeightsOfTheLanguageModel() throws IOException {
        Vocabulary vocabulary =
                Plans.data(Plans.small("cell=gru"), folder, reviews).vocabulary();
        TrainingPlan plan = Plans.small("cell=gru", "from=lm", "vocab=lm");
        NetworkPlan network = plan.network().orElseThrow();
        LanguageModelShape shape = new LanguageModelShape(
                vocabulary.size(), network.shape().embedding(), network.shape().cell());
        Map<String, float[]> learnt = new HashMap<>();
        for (ParameterShape parameter : shape.parameters()) {
            float[] values = new float[parameter.length()];
            java.util.Arrays.fill(values, 0.125f);
            learnt.put(parameter.name(), values);
        }
        StartSources start =
                new StartSources(Optional.empty(), Optional.of(new LanguageModel(shape, vocabulary, learnt)));
        TrainingData data = new TrainingDataLoader(new EncodingCache(folder.resolve("cache")), 2, Plans::quiet)
                .load(
                        TrainingSources.of(Corpus.open(reviews, ReadingOptions.DEFAULTS))
                                .with(vocabulary)
                                .with(start),
                        plan);

        assertThat(TrainingRunner.beginning(plan, data).get("0.E")).containsOnly(0.125f);
        assertBegins(plan, data);
    }

    @Test
    void aLinearClassifierHasNone() throws IOException {
        TrainingPlan plan = Plans.small("cell=linear");
        TrainingData data = Plans.data(plan, folder, reviews);

        assertThatThrownBy(() -> TrainingRunner.beginning(plan, data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a training of the cell linear begins with no weights");
    }
}
