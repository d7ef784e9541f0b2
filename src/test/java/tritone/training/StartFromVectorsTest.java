package tritone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.model.CorpusSource;
import tritone.model.EpochRecord;
import tritone.vectors.VectorFile;

class StartFromVectorsTest {
    private static final String[] START = {"vectors=mine", "embedding=3", "average=1", "patience=9"};

    @TempDir
    private Path folder;

    private Path corpus;
    private Path vectors;

    @BeforeEach
    void write() throws IOException {
        corpus = Plans.reviews(folder, 60);
        vectors = Files.writeString(folder.resolve("vectors.txt"), "film 0.5 -0.25 2\nawful 1 2 3\nelsewhere 9 9 9\n");
    }

    private static TrainingPlan plan(String... pairs) {
        List<String> all = new ArrayList<>(Arrays.asList(START));
        all.addAll(Arrays.asList(pairs));
        return Plans.small(all.toArray(String[]::new));
    }

    private TrainingData data(TrainingPlan plan) throws IOException {
        return Plans.data(plan, folder, corpus, Optional.of(VectorFile.of(vectors)));
    }

    /** Lets a number of epochs pass. */
    private record Epochs(int most, List<EpochRecord> seen) implements TrainingWatcher {
        @Override
        public void step(Progress progress) {}

        @Override
        public void epoch(EpochRecord record) {
            seen.add(record);
        }

        @Override
        public boolean wantsToStop() {
            return seen.size() >= most;
        }
    }

    private Trained train(TrainingPlan plan) throws IOException {
        return run(plan, "place", Integer.MAX_VALUE).orElseThrow();
    }

    private Optional<Trained> run(TrainingPlan plan, String place, int epochs) throws IOException {
        return new TrainingRunner(folder.resolve(place), Duration.ZERO, 2, new Epochs(epochs, new ArrayList<>()))
                .run(plan, data(plan));
    }

    private static float[] row(Trained trained, int id) {
        float[] all = trained.weights().get("0.E").floats();
        return Arrays.copyOfRange(all, id * 3, (id + 1) * 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cell=gru", "cell=lstm,direction=both", "cell=simple-rnn", "cell=bag"})
    void wordsKeepTheirVectorsAsLongAsTheyAreFrozen(String cell) throws IOException {
        String[] pairs = (cell + ",epochs=2,freeze-vectors=2").split(",");
        TrainingPlan plan = plan(pairs);

        Trained trained = train(plan);

        int film = data(plan).vocabulary().id("film");
        int awful = data(plan).vocabulary().id("awful");
        assertThat(row(trained, film)).containsExactly(0.5f, -0.25f, 2);
        assertThat(row(trained, awful)).containsExactly(1, 2, 3);
    }

    @Test
    void otherWordsBeginAsUsual() throws IOException {
        TrainingPlan plan = plan("epochs=1", "freeze-vectors=1");

        Trained trained = train(plan);

        int plot = data(plan).vocabulary().id("plot");
        for (float value : row(trained, plot)) {
            assertThat(Math.abs(value)).isBetween(1e-6f, 1f);
        }
    }

    @Test
    void vectorsLearnOnceTheyAreFree() throws IOException {
        TrainingPlan frozen = plan("epochs=2", "freeze-vectors=1", "stop-on=none");
        TrainingPlan free = plan("epochs=2", "freeze-vectors=0", "stop-on=none");
        int film = data(free).vocabulary().id("film");

        float[] late = row(train(frozen), film);
        float[] early = row(run(free, "other", Integer.MAX_VALUE).orElseThrow(), film);

        assertThat(late).isNotEqualTo(new float[] {0.5f, -0.25f, 2}).isNotEqualTo(early);
        assertThat(late[0]).isCloseTo(0.5f, within(0.2f));
    }

    @Test
    void aTrainingThatWasStoppedComesToTheSameBits() throws IOException {
        TrainingPlan plan = plan("epochs=3", "freeze-vectors=2", "stop-on=none");
        Trained whole = train(plan);

        assertThat(run(plan, "stopped", 1)).isEmpty();
        Trained resumed = run(plan, "stopped", Integer.MAX_VALUE).orElseThrow();

        assertThat(resumed.weights()).isEqualTo(whole.weights());
    }

    @Test
    void otherVectorsAreAnotherTraining() throws IOException {
        TrainingPlan plan = plan("epochs=3");
        assertThat(run(plan, "place", 1)).isEmpty();
        Files.writeString(vectors, "film 0.5 -0.25 2\nawful 1 2 4\n");

        assertThatThrownBy(() -> run(plan, "place", 9))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("belongs to another plan, another corpus");
    }

    @Test
    void tellsWhereTheyCameFrom() throws IOException {
        TrainingData data = data(plan());

        assertThat(data.sources())
                .contains(new CorpusSource(
                        "mine", "vectors", VectorFile.of(vectors).sha256()));
        assertThat(data.vectors().orElseThrow().coverage().words()).isEqualTo(2);
    }

    @Test
    void refusesWhatDoesNotFit() throws IOException {
        assertThatThrownBy(() -> data(plan("embedding=4")))
                .isInstanceOf(TrainingDataException.class)
                .hasMessage("embedding must be 3 to begin with mine");
        Files.writeString(vectors, "elsewhere 1 2 3\n");
        assertThatThrownBy(() -> data(plan()))
                .isInstanceOf(TrainingDataException.class)
                .hasMessage("mine has no vector of any word of the vocabulary");
        assertThatThrownBy(() -> plan("from=model"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("vectors must be none where from is a language model");
        assertThatThrownBy(() -> Plans.small("freeze-vectors=1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("freeze-vectors needs vectors that were learnt");
    }
}
