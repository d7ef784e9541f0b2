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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.encoding.ReviewBatch;
import tritone.evaluation.Evaluation;
import tritone.kernel.Arithmetic;
import tritone.kernel.Workers;
import tritone.layers.NetworkTrainer;
import tritone.layers.Targets;
import tritone.model.EpochRecord;
import tritone.model.Probabilities;
import tritone.network.Network;
import tritone.network.NetworkSpec;
import tritone.tensors.TensorFile;

class LearningCurveTest {
    private static final int ALL = Integer.MAX_VALUE;

    @TempDir
    private Path folder;

    private TrainingData data(TrainingPlan plan) throws IOException {
        Path corpus = folder.resolve("reviews.tsv");
        return Plans.data(plan, folder, Files.exists(corpus) ? corpus : Plans.reviews(folder, 80));
    }

    private Optional<Trained> run(TrainingPlan plan, String place, int points, StepsWatcher watcher)
            throws IOException {
        return new TrainingRunner(folder.resolve(place), Duration.ZERO, 2, watcher)
                .withPoints(points)
                .run(plan, data(plan));
    }

    private Trained whole(TrainingPlan plan, String place, int points) throws IOException {
        return run(plan, place, points, new StepsWatcher(ALL)).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cell=gru,input-dropout=0.2,state-dropout=0.2,word-dropout=0.1",
                "cell=lstm,schedule=plateau,average=2,normalisation=batch",
                "cell=bag,class-weights=balanced,readout=attention",
            })
    void changesNoWeight(String choices) throws IOException {
        TrainingPlan plan = Plans.small(choices.split(","));

        Trained with = whole(plan, "with", 3);
        Trained without = whole(plan, "without", 0);

        assertThat(with.weights()).isEqualTo(without.weights());
        assertThat(with.training().plan()).isEqualTo(without.training().plan());
        assertThat(with.training().epochs())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds")
                .isEqualTo(without.training().epochs());
        assertThat(with.curve()).isNotEmpty();
        assertThat(without.curve()).isEmpty();
    }

    /** 60 reviews are learnt from. */
    @ParameterizedTest
    @CsvSource({
        "8, 3, 3 6 8 11 14 16 19 22 24",
        "8, 1, 8 16 24",
        "8, 4, 2 4 6 8 10 12 14 16 18 20 22 24",
        "25, 3, 1 2 3 4 5 6 7 8 9",
        "30, 3, 1 2 3 4 5 6",
        "60, 5, 1 2 3",
        "8, 2147483647, 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24"
    })
    void hasItsPointsAtThePartsOfAnEpoch(int batch, int points, String steps) throws IOException {
        Trained trained = whole(Plans.small("cell=bag", "batch=" + batch), "place", points);

        int[] expected =
                Arrays.stream(steps.split(" ")).mapToInt(Integer::parseInt).toArray();
        assertThat(trained.curve().stream().mapToInt(CurvePoint::step)).containsExactly(box(expected));
        double batches = Math.ceil(60.0 / batch);
        assertThat(trained.curve())
                .allSatisfy(point -> assertThat(point.epoch()).isCloseTo(point.step() / batches, within(1e-12)));
    }

    private static Integer[] box(int[] numbers) {
        return Arrays.stream(numbers).boxed().toArray(Integer[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cell=gru,word-dropout=0.2,average=2", "cell=bag,validation=none"})
    void aTrainingThatWasStoppedHasTheSamePoints(String choices) throws IOException {
        TrainingPlan plan = Plans.small(choices.split(","));
        List<CurvePoint> expected = whole(plan, "whole", 3).curve();

        for (int stop = 0; stop < 24; stop++) {
            String place = "stopped-" + stop;
            assertThat(run(plan, place, 3, new StepsWatcher(stop))).isEmpty();
            List<CurvePoint> resumed = whole(plan, place, 3).curve();

            assertThat(resumed)
                    .as("stopped after %d steps", stop)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds")
                    .isEqualTo(expected);
            assertThat(resumed.stream().map(CurvePoint::seconds).toList())
                    .isSorted()
                    .allMatch(seconds -> seconds > 0);
        }
    }

    @Test
    void itsSecondsAreThoseOfLearning() throws IOException {
        StepsWatcher slow = new StepsWatcher(ALL) {
            @Override
            public void step(Progress now) {
                super.step(now);
                try {
                    Thread.sleep(20);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        };

        Trained trained = run(Plans.small("cell=bag"), "place", 2, slow).orElseThrow();

        List<EpochRecord> epochs = trained.training().epochs();
        double learning = trained.curve().get(trained.curve().size() - 1).seconds();
        // 23 pauses were over when the last epoch ended.
        assertThat(learning).isLessThan(epochs.get(epochs.size() - 1).seconds() - 23 * 0.02);
    }

    /** Reviews of words of their own class, most of the time. */
    private Path reviews(int classes) throws IOException {
        Random random = new Random(11);
        StringBuilder rows = new StringBuilder("id\tlabel\ttext\n");
        for (int i = 0; i < 66; i++) {
            rows.append("r" + i + "\tclass" + i % classes + "\t");
            for (int word = 2 + random.nextInt(6); word > 0; word--) {
                rows.append(" word").append(random.nextInt(3) == 0 ? random.nextInt(classes) : i % classes);
            }
            rows.append('\n');
        }
        return Files.writeString(folder.resolve("classes.tsv"), rows);
    }

    /** Batch by batch, with the networks that answer users. */
    @ParameterizedTest
    @CsvSource({"gru, 2", "lstm, 2", "simple-rnn, 3", "bag, 4"})
    void itsTrainingFiguresAreThoseOfEachBatchBeforeItsStep(String cell, int classes) throws IOException {
        TrainingPlan plan = Plans.small("cell=" + cell, "schedule=constant", "rate=0.01", "epochs=1");
        TrainingData data = Plans.data(plan, folder, reviews(classes));
        NetworkPlan network = plan.network().orElseThrow();
        NetworkSpec spec = network.spec(data.vocabulary().size(), data.classes());
        NetworkTrainer trainer = NetworkTrainer.of(spec, network.learning(), 1, 1);
        trainer.setRate(0.01);
        List<CurvePoint> points = new TrainingRunner(
                        folder.resolve("place"), Duration.ofHours(1), 2, new StepsWatcher(ALL))
                .withPoints(3)
                .run(plan, data)
                .orElseThrow()
                .curve();

        EpochBatches batches = new EpochOrder(plan, data, 8).batches(0);
        int step = 0;
        for (CurvePoint point : points) {
            double loss = 0;
            int right = 0;
            int reviews = 0;
            for (; step < point.step(); step++) {
                ReviewBatch batch = batches.get(step).reviews();
                int[] truth = Arrays.stream(batch.reviews())
                        .map(review -> data.training().classes()[review])
                        .toArray();
                float[] probabilities = new Network(spec, trainer.weights(), Arithmetic.fastest(), Workers.NONE)
                        .probabilities(batch.sequences());
                for (int row = 0; row < truth.length; row++) {
                    loss -= Math.log(probabilities[row * classes + truth[row]]);
                    right += Evaluation.mostProbable(probabilities, row, classes) == truth[row] ? 1 : 0;
                    reviews++;
                }
                trainer.fit(batch, Targets.of(truth, spec.outputs()));
            }
            assertThat(point.trainingAccuracy()).isEqualTo((double) right / reviews);
            assertThat(point.trainingLoss()).isCloseTo(loss / reviews, within(1e-5));
        }
        assertThat(points).hasSize(3);
        assertThat(points.get(2).step()).isEqualTo(step);
    }

    @Test
    void itsValidationAtAnEpochsEndIsTheRecords() throws IOException {
        Trained trained = whole(Plans.small("cell=gru", "average=2", "rate=0.02"), "place", 3);

        for (EpochRecord record : trained.training().epochs()) {
            EpochRecord.EpochFigures figures = record.validation().orElseThrow();
            assertThat(trained.curve())
                    .filteredOn(point -> point.step() == record.step())
                    .extracting(CurvePoint::validation)
                    .containsExactly(
                            Optional.of(new CurvePoint.ValidationFigures(figures.logLoss(), figures.accuracy())));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6, 14})
    void itsValidationWithinAnEpochIsOfTheWeightsOfThatMoment(int stop) throws IOException {
        TrainingPlan plan = Plans.small("cell=gru", "average=2", "rate=0.02");
        TrainingData data = data(plan);
        run(plan, "place", 3, new StepsWatcher(stop));
        Map<String, float[]> weights = new HashMap<>();
        TensorFile.read(folder.resolve("place/checkpoint.safetensors"))
                .tensors()
                .forEach((name, tensor) -> {
                    if (name.startsWith("now/")) {
                        weights.put(name.substring("now/".length()), tensor.floats());
                    }
                });
        NetworkSpec spec = plan.network().orElseThrow().spec(data.vocabulary().size(), 2);
        Network network = new Network(spec, weights, Arithmetic.fastest(), Workers.NONE);
        ReviewSet held = data.validation().orElseThrow();
        Evaluation expected = Evaluation.of(
                held.ownClasses(),
                Probabilities.of(
                        network::probabilities,
                        held.corpus(),
                        held.reviews(),
                        plan.text().truncation(),
                        2),
                2);

        List<CurvePoint> points = whole(plan, "place", 3).curve();

        assertThat(points)
                .filteredOn(point -> point.step() == stop)
                .extracting(CurvePoint::validation)
                .containsExactly(Optional.of(new CurvePoint.ValidationFigures(
                        expected.probabilities().logLoss(), expected.accuracy().value())));
    }

    @Test
    void withoutValidationReviewsItHasTrainingFiguresOnly() throws IOException {
        Trained trained = whole(Plans.small("cell=gru", "validation=none"), "place", 2);

        assertThat(trained.curve())
                .hasSize(6)
                .allMatch(point -> point.validation().isEmpty());
    }

    private static EpochBatches.LearningBatch batch(int size, int... classes) {
        ReviewBatch reviews = new ReviewBatch(new int[size], new int[size], new int[size], 1);
        return new EpochBatches.LearningBatch(reviews, new Targets(new float[size], new float[0]), classes);
    }

    @Test
    void reviewsThatTeachersAnsweredForCountInItsLossAlone() {
        LearningCurve curve = new LearningCurve(2, LearningCurve.State.NONE);

        curve.count(batch(3), 0.5, new int[] {1, 1, 1});
        curve.add(1, 0.25, Optional.empty());
        curve.count(batch(2, 1, 0), 0.9, new int[] {1, 1});
        curve.count(batch(3), 0.4, new int[] {0, 0, 0});
        curve.add(3, 0.75, Optional.empty());

        assertThat(curve.points())
                .containsExactly(
                        new CurvePoint(1, 0.25, 0, 0.5, Double.NaN, Optional.empty()),
                        new CurvePoint(3, 0.75, 0, (2 * 0.9 + 3 * 0.4) / 5, 0.5, Optional.empty()));
    }

    @Test
    void aTrainingThatWasBegunWithoutPointsHasThemFromThenOn() throws IOException {
        TrainingPlan plan = Plans.small("cell=gru");
        List<CurvePoint> expected = new ArrayList<>(whole(plan, "whole", 2).curve());
        run(plan, "place", 0, new StepsWatcher(8));

        List<CurvePoint> later = whole(plan, "place", 2).curve();

        assertThat(later)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds")
                .isEqualTo(expected.subList(2, 6));
    }

    @Test
    void aLinearClassifierHasNone() throws IOException {
        assertThat(whole(Plans.small("cell=linear"), "place", 3).curve()).isEmpty();
    }

    @Test
    void pointsAreAtLeastNone() {
        TrainingRunner runner = new TrainingRunner(folder, Duration.ZERO, 1, new StepsWatcher(ALL));

        assertThatThrownBy(() -> runner.withPoints(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("points must be at least 0 for each epoch but was -1");
    }

    /** Sixty reviews in two batches: the first step is far too long. */
    @ParameterizedTest
    @CsvSource({"30, 2", "60, 0"})
    void whatCannotBeValidatedAnyMoreHasDiverged(int batch, int points) {
        TrainingPlan plan = Plans.small(
                "cell=simple-rnn",
                "variant=relu",
                "optimiser=adam",
                "rate=3e38",
                "clip-norm=none",
                "schedule=constant",
                "batch=" + batch);

        assertThatThrownBy(() -> whole(plan, "place", points))
                .isInstanceOf(DivergenceException.class)
                .hasMessageContaining(" at step 1, at a learning rate of 3.00e+38");
    }
}
