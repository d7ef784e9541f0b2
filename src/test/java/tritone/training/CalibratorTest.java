package tritone.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.evaluation.Evaluation;
import tritone.evaluation.Slice;
import tritone.evaluation.Slices;
import tritone.kernel.Arithmetic;
import tritone.kernel.Workers;
import tritone.model.Machine;
import tritone.model.Predictor;
import tritone.model.Probabilities;
import tritone.model.Provenance;
import tritone.model.Software;
import tritone.model.Uncalibrated;

class CalibratorTest {
    @TempDir
    private Path folder;

    /** Reviews of which every fifth has another label than its words say, so that no one can be right and sure. */
    private TrainingData data(TrainingPlan plan, String... labels) throws IOException {
        Random random = new Random(8);
        StringBuilder rows = new StringBuilder("id\tlabel\trating\ttext\n");
        for (int i = 0; i < 400; i++) {
            int said = i % labels.length;
            int given = random.nextInt(5) == 0 ? random.nextInt(labels.length) : said;
            rows.append("r" + i + "\t" + labels[given] + "\t" + (given + 1) + "\tword" + said);
            for (int word = random.nextInt(8); word > 0; word--) {
                rows.append(" filler").append(random.nextInt(30));
            }
            rows.append('\n');
        }
        return Plans.data(plan, folder, Files.writeString(folder.resolve("noisy.tsv"), rows));
    }

    private Trained train(TrainingPlan plan, TrainingData data, int threads) throws IOException {
        Path place = Files.createTempDirectory(folder, "place");
        return new TrainingRunner(place, Duration.ofHours(1), threads, new StepsWatcher(Integer.MAX_VALUE))
                .run(plan, data)
                .orElseThrow();
    }

    private static Predictor predictor(TrainingPlan plan, TrainingData data, Trained trained) {
        Provenance provenance =
                new Provenance(Software.here(), Machine.here(), data.sources(), "2026-01-31", 0, 1, "train");
        return trained.model(plan, data, provenance).open(Arithmetic.fastest(), Workers.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"linear 2", "linear 3", "bag 2", "bag 3", "gru 2"})
    void theFiguresAreThoseOfTheModelAtItsTemperature(String kind) throws IOException {
        String[] words = kind.split(" ");
        boolean linear = words[0].equals("linear");
        TrainingPlan plan = linear
                ? Plans.small("cell=linear")
                : Plans.small("cell=" + words[0], "epochs=25", "batch=30", "rate=0.06", "stop-on=none");
        TrainingData data = words[1].equals("2") ? data(plan, "neg", "pos") : data(plan, "1", "2", "3");

        Trained trained = train(plan, data, 2);

        Evaluation validation = trained.training().validation().orElseThrow();
        Uncalibrated before = trained.training().uncalibrated().orElseThrow();
        ReviewSet held = data.validation().orElseThrow();
        float[] probabilities = Probabilities.of(
                predictor(plan, data, trained),
                held.corpus(),
                held.reviews(),
                plan.text().truncation(),
                data.classes());
        assertThat(trained.temperature()).isNotEqualTo(1).isBetween(0.01, 100.0);
        assertThat(Evaluation.of(held.ownClasses(), probabilities, data.classes()))
                .isEqualTo(validation);
        assertThat(validation.probabilities().logLoss()).isLessThan(before.logLoss());
        if (!linear) {
            // Learnt by heart, noise and all: too sure by far.
            assertThat(trained.temperature()).isGreaterThan(1.1);
        }
        Trained again = train(plan, data, 1);
        assertThat(again.temperature()).isEqualTo(trained.temperature());
        assertThat(again.training().validation()).isEqualTo(trained.training().validation());
        assertThat(again.training().slices()).isEqualTo(trained.training().slices());
    }

    @Test
    void slicesHoldEveryReviewOnce() throws IOException {
        TrainingPlan plan = Plans.small("cell=linear");

        Slices slices = train(plan, data(plan, "1", "2", "3"), 1).training().slices();

        assertThat(slices.lengths()).extracting(Slice::name).containsExactly("up to 100");
        assertThat(slices.ratings()).extracting(Slice::name).containsExactly("1", "2", "3");
        assertThat(slices.lengths().get(0).reviews()).isEqualTo(100);
        assertThat(slices.ratings().stream().mapToInt(Slice::reviews).sum()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"linear", "bag"})
    void withoutValidationReviewsTheTemperatureIsOne(String cell) throws IOException {
        TrainingPlan plan = Plans.small("cell=" + cell, "validation=none");

        Trained trained = train(plan, data(plan, "neg", "pos"), 1);

        assertThat(trained.temperature()).isEqualTo(1);
        assertThat(trained.training().validation()).isEmpty();
        assertThat(trained.training().uncalibrated()).isEmpty();
        assertThat(trained.training().slices()).isEqualTo(Slices.NONE);
    }

    @Test
    void whereAllIsRightTheTemperatureIsOneToo() throws IOException {
        TrainingPlan plan = Plans.small("cell=linear");

        Trained trained = train(plan, Plans.data(plan, folder, Plans.reviews(folder, 80)), 1);

        Evaluation validation = trained.training().validation().orElseThrow();
        assertThat(validation.accuracy().value()).isEqualTo(1);
        assertThat(trained.temperature()).isEqualTo(1);
        assertThat(trained.training().uncalibrated())
                .isEqualTo(Optional.of(new Uncalibrated(
                        validation.probabilities().logLoss(),
                        validation.probabilities().calibrationError())));
    }
}
