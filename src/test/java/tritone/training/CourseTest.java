package tritone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tritone.model.EpochRecord;
import tritone.tensors.Tensor;
import tritone.tensors.TensorFile;

/** How many steps a training takes; 60 reviews in batches of 8 are 8 an epoch. */
class CourseTest {
    private static final int ALL = Integer.MAX_VALUE;

    @TempDir
    private Path folder;

    private Optional<Trained> run(TrainingPlan plan, String place, StepsWatcher watcher) throws IOException {
        Path corpus = folder.resolve("reviews.tsv");
        TrainingData data = Plans.data(plan, folder, Files.exists(corpus) ? corpus : Plans.reviews(folder, 80));
        return new TrainingRunner(folder.resolve(place), Duration.ZERO, 2, watcher)
                .withPoints(2)
                .run(plan, data);
    }

    private Trained whole(TrainingPlan plan, String place) throws IOException {
        return run(plan, place, new StepsWatcher(ALL)).orElseThrow();
    }

    private static LoopPlan loop(String... pairs) {
        return Plans.plan(pairs).network().orElseThrow().loop();
    }

    @ParameterizedTest
    @CsvSource({
        "8, 3, all, 60, 0, 8, 24, 3, 8",
        "8, 3, 24, 60, 0, 8, 24, 3, 8",
        "8, 3, 25, 60, 0, 8, 24, 3, 8",
        "8, 3, 23, 60, 0, 8, 23, 3, 7",
        "8, 3, 16, 60, 0, 8, 16, 2, 8",
        "8, 3, 17, 60, 0, 8, 17, 3, 1",
        "8, 3, 1, 60, 0, 8, 1, 1, 1",
        "8, 2, all, 60, 60, 16, 32, 2, 16",
        "8, 2, 20, 61, 3, 9, 18, 2, 9",
        "999999999, 2, all, 60, 3, 2, 4, 2, 2",
        "8, 999999999, 3, 60, 0, 8, 3, 1, 3"
    })
    void endsWithTheEpochsOrTheSteps(
            int batch, int epochs, String most, int labelled, int taught, int perEpoch, int steps, int all, int last) {
        Course course = Course.of(loop("batch=" + batch, "epochs=" + epochs, "steps=" + most), labelled, taught);

        assertThat(course).isEqualTo(new Course(batch, perEpoch, steps));
        assertThat(course.epochs()).isEqualTo(all);
        assertThat(course.batches(all - 1)).isEqualTo(last);
        assertThat(course.batches(0)).isEqualTo(Math.min(perEpoch, steps));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 8, 30",
        "20, 0, 8, 30",
        "160, 0, 8, 30",
        "161, 0, 8, 29",
        "270, 0, 8, 18",
        "496, 0, 8, 10",
        "512, 0, 16, 19",
        "1024, 0, 32, 19",
        "1984, 0, 32, 10",
        "2048, 0, 64, 19",
        "9600, 0, 64, 4",
        "25000, 0, 64, 4",
        "25000, 50000, 64, 4",
        "270, 242, 16, 19"
    })
    void smallCorporaHaveSmallBatchesAndMoreEpochs(int labelled, int taught, int batch, int epochs) {
        Course course = Course.of(loop("batch=auto", "epochs=auto"), labelled, taught);

        assertThat(course.batch()).isEqualTo(batch);
        assertThat(course.epochs()).isEqualTo(epochs);
        assertThat(course).isEqualTo(Course.of(loop("batch=" + batch, "epochs=" + epochs), labelled, taught));
    }

    @Test
    void eitherMayBeGiven() {
        assertThat(Course.of(loop("batch=auto", "epochs=2"), 270, 0)).isEqualTo(new Course(8, 34, 68));
        assertThat(Course.of(loop("batch=64", "epochs=auto"), 270, 0)).isEqualTo(new Course(64, 5, 150));
        assertThat(Course.of(loop("batch=auto", "epochs=auto", "steps=40"), 270, 0))
                .isEqualTo(new Course(8, 34, 40));
    }

    @Test
    void thePlanKeepsTheWordAndTheWeightsAreThoseOfTheNumbers() throws IOException {
        Trained trained = whole(Plans.small("cell=bag", "batch=auto", "epochs=auto", "patience=99"), "auto");

        assertThat(trained.training().plan()).containsEntry("batch", "auto").containsEntry("epochs", "auto");
        assertThat(trained.training().epochs()).hasSize(30);
        assertThat(whole(Plans.small("cell=bag", "batch=8", "epochs=30", "patience=99"), "numbers")
                        .weights())
                .isEqualTo(trained.weights());
    }

    @Test
    void quickGoesByTheCorpusAndTheOthersDoNot() {
        assertThat(Course.of(loop("preset=quick"), 270, 0)).isEqualTo(new Course(8, 34, 18 * 34));
        assertThat(Course.of(loop("preset=quick"), 20_000, 0)).isEqualTo(Course.of(loop("preset=lecture"), 20_000, 0));
        assertThat(Course.of(loop("preset=lecture"), 270, 0)).isEqualTo(new Course(64, 5, 20));
        assertThat(Course.of(loop("preset=best"), 270, 0)).isEqualTo(new Course(64, 5, 15));
    }

    @Test
    void moreStepsThanCanBeCountedAreTooMany() {
        assertThatThrownBy(() -> Course.of(loop("batch=8", "epochs=999999999"), 60, 0))
                .isInstanceOf(TrainingDataException.class)
                .hasMessage("epochs must be at most 268435455 with 8 batches each but was 999999999");
    }

    @Test
    void theLastEpochMayBeAPartOfOne() throws IOException {
        StepsWatcher watcher = new StepsWatcher(ALL);
        TrainingPlan plan = Plans.small("cell=gru", "steps=11", "stop-on=log-loss", "rate=0.02");

        Trained trained = run(plan, "place", watcher).orElseThrow();

        List<EpochRecord> epochs = trained.training().epochs();
        assertThat(epochs).extracting(EpochRecord::step).containsExactly(8, 11);
        TrainingWatcher.Progress last = watcher.progress().get(10);
        assertThat(watcher.progress()).hasSize(11);
        assertThat(last.steps()).isEqualTo(last.step()).isEqualTo(11);
        assertThat(last.epochs()).isEqualTo(last.epoch()).isEqualTo(2);
        assertThat(last.loss()).isEqualTo(epochs.get(1).loss());
        // That of its reviews, but for the batch that may hold fewer.
        assertThat(last.loss()).isCloseTo(trained.curve().get(2).trainingLoss(), within(0.05));
        // The schedule goes by these eleven steps.
        assertThat(epochs.get(0).rate()).isCloseTo(new RatePlan(0.02, Schedule.ONE_CYCLE).at(7 / 11.0), within(1e-12));
        assertThat(epochs.get(1).rate()).isCloseTo(new RatePlan(0.02, Schedule.ONE_CYCLE).at(10 / 11.0), within(1e-12));
        assertThat(trained.curve()).extracting(CurvePoint::step).containsExactly(4, 8, 11);
        assertThat(trained.curve().get(2).epoch()).isEqualTo(1.375);
        assertThat(epochs.get(1).validation().orElseThrow().logLoss())
                .isLessThan(epochs.get(0).validation().orElseThrow().logLoss());
        assertThat(trained.training().bestEpoch()).isEqualTo(2);
    }

    @Test
    void itsStepsAreTheFirstOfAll() throws IOException {
        String[] choices = {"cell=gru", "schedule=constant", "stop-on=none", "word-dropout=0.1"};
        run(Plans.small(choices), "stopped", new StepsWatcher(11));
        Map<String, Tensor> kept = TensorFile.read(folder.resolve("stopped/checkpoint.safetensors"))
                .tensors();

        Trained trained = whole(Plans.small("steps=11", choices[0], choices[1], choices[2], choices[3]), "place");

        trained.weights()
                .forEach((name, tensor) -> assertThat(tensor.floats())
                        .as(name)
                        .containsExactly(kept.get("now/" + name).floats()));
    }

    @ParameterizedTest
    @CsvSource({"24", "25", "999999999"})
    void asManyAsTheEpochsHaveChangeNothing(String steps) throws IOException {
        Trained expected = whole(Plans.small("cell=lstm"), "all");

        assertThat(whole(Plans.small("cell=lstm", "steps=" + steps), "bounded").weights())
                .isEqualTo(expected.weights());
    }

    @ParameterizedTest
    @CsvSource({"lstm, plateau, 2", "bag, one-cycle, 1"})
    void goesOnWithinAPartOfAnEpoch(String cell, String schedule, int average) throws IOException {
        TrainingPlan plan =
                Plans.small("cell=" + cell, "steps=13", "schedule=" + schedule, "average=" + average, "stop-on=none");
        Trained expected = whole(plan, "whole");

        for (int stop = 7; stop < 13; stop++) {
            String place = "stopped-" + stop;
            assertThat(run(plan, place, new StepsWatcher(stop))).isEmpty();
            Trained resumed = whole(plan, place);

            assertThat(resumed.weights()).as("stopped after %d steps", stop).isEqualTo(expected.weights());
            assertThat(resumed.training().epochs())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds")
                    .isEqualTo(expected.training().epochs());
            assertThat(resumed.curve())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds")
                    .isEqualTo(expected.curve());
        }
    }
}
