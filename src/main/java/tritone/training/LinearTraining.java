package tritone.training;

import java.util.List;
import java.util.Optional;
import tritone.baseline.LinearModel;
import tritone.baseline.LinearTrainer;
import tritone.encoding.Batches;
import tritone.kernel.Workers;
import tritone.model.Training;
import tritone.model.Weights;

/** Trains the linear classifier by a plan. It is done in seconds and has no epochs. */
final class LinearTraining {
    private final TrainingPlan plan;
    private final TrainingData data;
    private final Workers workers;
    private final TrainingWatcher watcher;

    LinearTraining(TrainingPlan plan, TrainingData data, Workers workers, TrainingWatcher watcher) {
        this.plan = plan;
        this.data = data;
        this.workers = workers;
        this.watcher = watcher;
    }

    /** The way out of a trainer that knows nothing of stopping. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Nothing if the watcher wants it to stop: it will begin anew, which costs seconds. */
    Optional<Trained> run() {
        try {
            return Optional.of(trained(learn()));
        } catch (Stopped e) {
            return Optional.empty();
        }
    }

    private LinearModel learn() {
        ReviewSet reviews = data.training();
        int[] classes = reviews.ownClasses();
        LinearTrainer trainer = new LinearTrainer(
                data.vocabulary().size(), data.classes(), plan.linear().orElseThrow(), workers);
        return trainer.train(
                Batches.sequences(
                        reviews.corpus(), reviews.reviews(), plan.text().truncation()),
                classes,
                plan.classWeights().weights(classes, data.classes()),
                step -> {
                    if (watcher.wantsToStop()) {
                        throw new Stopped();
                    }
                });
    }

    private Trained trained(LinearModel linear) {
        Calibrated calibrated = new Calibrator(data, plan.text().truncation())
                .calibrate(linear::scores, temperature -> linear.at(temperature)::probabilities);
        Training training = new Training(
                PlanText.of(plan.settings()),
                data.training().size(),
                data.validation().map(ReviewSet::size).orElse(0),
                List.of(),
                0,
                calibrated.validation(),
                calibrated.uncalibrated(),
                calibrated.slices());
        return new Trained(Weights.of(linear), calibrated.temperature(), training, List.of());
    }
}
