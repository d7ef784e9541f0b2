package tritone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.model.EpochRecord;

class NetworkTrainingTest {
    @TempDir
    private Path folder;

    private Optional<Trained> run(TrainingPlan plan, String place, int threads, StepsWatcher watcher)
            throws IOException {
        Path corpus = folder.resolve("reviews.tsv");
        TrainingData data = Plans.data(plan, folder, Files.exists(corpus) ? corpus : Plans.reviews(folder, 80));
        return new TrainingRunner(folder.resolve(place), Duration.ZERO, threads, watcher).run(plan, data);
    }

    private Trained whole(TrainingPlan plan, String place, int threads) throws IOException {
        return run(plan, place, threads, new StepsWatcher(Integer.MAX_VALUE)).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"simple-rnn", "lstm", "gru", "bag"})
    void learnsWhatOneWordDecides(String cell) throws IOException {
        Trained trained = whole(Plans.small("cell=" + cell, "epochs=40", "embedding=12", "rate=0.02"), "place", 2);

        assertThat(trained.training().validation().orElseThrow().accuracy().value())
                .isGreaterThanOrEqualTo(0.9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cell=simple-rnn,optimiser=sgd,rate=0.1",
                "cell=lstm,optimiser=momentum,schedule=plateau,average=2",
                "cell=gru,optimiser=rmsprop,input-dropout=0.2,state-dropout=0.2,word-dropout=0.1",
                "cell=gru,optimiser=adagrad,updates=dense,class-weights=balanced,label-smoothing=0.1",
                "cell=lstm,optimiser=adam,direction=both,layers=2,readout=last-mean-max,average=3",
                "cell=simple-rnn,optimiser=adamw,weight-decay=0.01,normalisation=batch,clip-value=0.1,window=3",
                "cell=bag,optimiser=nadam,readout=attention,word-dropout=0.2",
            })
    void goesOnToTheSameWeightsWhereverItWasStopped(String choices) throws IOException {
        TrainingPlan plan = Plans.small(choices.split(","));
        StepsWatcher uninterrupted = new StepsWatcher(Integer.MAX_VALUE);
        Trained expected = run(plan, "whole", 2, uninterrupted).orElseThrow();

        for (int stop = 0; stop < uninterrupted.steps(); stop += 5) {
            String place = "stopped-" + stop;
            assertThat(run(plan, place, 2, new StepsWatcher(stop))).isEmpty();
            assertThat(run(plan, place, 1, new StepsWatcher(1))).isEmpty();
            Trained resumed = whole(plan, place, 2);

            assertThat(resumed.weights()).as("stopped after %d steps", stop).isEqualTo(expected.weights());
            assertThat(resumed.training().bestEpoch())
                    .isEqualTo(expected.training().bestEpoch());
            assertThat(resumed.training().epochs())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds")
                    .isEqualTo(expected.training().epochs());
            assertThat(resumed.training().validation())
                    .isEqualTo(expected.training().validation());
            assertThat(resumed.temperature()).isEqualTo(expected.temperature());
        }
    }

    @Test
    void goesOnFromAnEpochsEndThatWasNeverReported() throws IOException {
        TrainingPlan plan = Plans.small("cell=gru", "schedule=plateau", "average=2");
        StepsWatcher killing = new StepsWatcher(Integer.MAX_VALUE) {
            @Override
            public void epoch(EpochRecord record) {
                if (record.epoch() == 2) {
                    throw new IllegalStateException("killed");
                }
            }
        };

        assertThatThrownBy(() -> run(plan, "killed", 2, killing)).hasMessage("killed");
        Trained resumed = whole(plan, "killed", 2);

        Trained expected = whole(plan, "whole", 2);
        assertThat(resumed.weights()).isEqualTo(expected.weights());
        assertThat(resumed.training().epochs())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds")
                .isEqualTo(expected.training().epochs());
    }

    @ParameterizedTest
    @ValueSource(strings = {"simple-rnn", "lstm", "gru", "bag"})
    void neitherThreadsNorAnotherRunChangeABit(String cell) throws IOException {
        TrainingPlan plan = Plans.small("cell=" + cell, "word-dropout=0.1");

        Trained first = whole(plan, "first", 1);

        assertThat(whole(plan, "again", 1).weights()).isEqualTo(first.weights());
        assertThat(whole(plan, "two", 2).weights()).isEqualTo(first.weights());
        assertThat(whole(plan, "eight", 8).weights()).isEqualTo(first.weights());
    }

    @Test
    void anotherSeedGivesOtherWeights() throws IOException {
        Trained first = whole(Plans.small("cell=gru", "seed=1"), "first", 2);

        assertThat(whole(Plans.small("cell=gru", "seed=2"), "second", 2).weights())
                .isNotEqualTo(first.weights());
    }

    @Test
    void refusesTheCheckpointOfAnotherPlan() throws IOException {
        run(Plans.small("cell=gru"), "place", 2, new StepsWatcher(3));

        assertThatThrownBy(() -> whole(Plans.small("cell=gru", "rate=0.01"), "place", 2))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("another plan");
    }

    @Test
    void keepsTheWeightsOfTheBestEpoch() throws IOException {
        StepsWatcher watcher = new StepsWatcher(Integer.MAX_VALUE);
        Trained trained = run(Plans.small("cell=gru", "epochs=12", "rate=0.05", "patience=12"), "place", 2, watcher)
                .orElseThrow();

        double best = watcher.epochs().stream()
                .mapToDouble(epoch -> epoch.validation().orElseThrow().accuracy())
                .max()
                .orElseThrow();
        assertThat(trained.training().validation().orElseThrow().accuracy().value())
                .isEqualTo(best);
        assertThat(watcher.epochs()
                        .get(trained.training().bestEpoch() - 1)
                        .validation()
                        .orElseThrow()
                        .accuracy())
                .isEqualTo(best);
    }

    @Test
    void endsWhenPatienceDoes() throws IOException {
        // At so small a rate nothing is ever gained.
        Trained trained = whole(Plans.small("cell=gru", "epochs=9", "rate=1e-9", "patience=2"), "place", 2);

        assertThat(trained.training().epochs()).hasSize(3);
        assertThat(trained.training().bestEpoch()).isEqualTo(1);
    }

    @Test
    void takesTheLastEpochWithoutAFigure() throws IOException {
        TrainingPlan plan = Plans.small("cell=gru", "epochs=4", "stop-on=none", "validation=none");

        Trained trained = whole(plan, "place", 2);

        assertThat(trained.training().bestEpoch()).isEqualTo(4);
        assertThat(trained.training().validation()).isEmpty();
    }

    @Test
    void saysWhatToTryWhenItDiverges() {
        TrainingPlan plan =
                Plans.small("cell=simple-rnn", "optimiser=sgd", "rate=1e6", "clip-norm=none", "schedule=constant");

        assertThatThrownBy(() -> whole(plan, "place", 2))
                .isInstanceOf(DivergenceException.class)
                .hasMessageContaining("at step ")
                .hasMessageContaining("at a learning rate of 1.00e+06")
                .hasMessageContaining("--rate 100000.0")
                .hasMessageContaining("--clip-norm 1");
    }

    @Test
    void largeClassWeightsAreNoExplosion() throws IOException {
        Trained trained = whole(
                Plans.small("cell=bag", "class-weights=10,30", "rate=0.001", "epochs=5", "patience=5"), "place", 2);

        assertThat(trained.training().epochs()).hasSize(5);
    }

    @Test
    void tellsHowFarItIs() throws IOException {
        StepsWatcher watcher = new StepsWatcher(Integer.MAX_VALUE);
        run(Plans.small("cell=gru"), "place", 2, watcher);

        TrainingWatcher.Progress last =
                watcher.progress().get(watcher.progress().size() - 1);
        assertThat(last.step()).isEqualTo(last.steps()).isEqualTo(3 * 8);
        assertThat(last.epoch()).isEqualTo(3);
        assertThat(last.accuracy())
                .hasValue(watcher.epochs().get(1).validation().orElseThrow().accuracy());
        assertThat(last.reviewsPerSecond()).isPositive();
        assertThat(last.secondsLeft()).isZero();
    }
}
