package tritone.training;

import java.util.List;
import java.util.Optional;
import tritone.baseline.LinearModel;
import tritone.baseline.LinearTrainer;
import tritone.encoding.Batches;
import tritone.encoding.Truncation;
import tritone.evaluation.Evaluation;
import tritone.kernel.Workers;
import tritone.model.Probabilities;
import tritone.model.Training;
import tritone.model.Weights;

/** Trains the linear classifier by a plan. It is done in seconds and has no epochs. */
final class LinearTraining {
    private final TrainingPlan plan;
    private final TrainingData data;
    private final Workers workers;

    LinearTraining(TrainingPlan plan, TrainingData data, Workers workers) {
        this.plan = plan;
        this.data = data;
        this.workers = workers;
    }

    Trained run() {
        ReviewSet reviews = data.training();
        Truncation truncation = plan.text().truncation();
        int[] classes = reviews.ownClasses();
        LinearTrainer trainer = new LinearTrainer(
                data.vocabulary().size(), data.classes(), plan.linear().orElseThrow(), workers);
        LinearModel linear = trainer.train(
                Batches.sequences(reviews.corpus(), reviews.reviews(), truncation),
                classes,
                plan.classWeights().weights(classes, data.classes()),
                step -> {});
        Optional<Evaluation> validation = data.validation().map(held -> evaluate(linear, held, truncation));
        Training training = new Training(
                PlanText.of(plan.settings()),
                reviews.size(),
                data.validation().map(ReviewSet::size).orElse(0),
                List.of(),
                0,
                validation);
        return new Trained(Weights.of(linear), training);
    }

    private Evaluation evaluate(LinearModel linear, ReviewSet held, Truncation truncation) {
        float[] probabilities =
                Probabilities.of(linear::probabilities, held.corpus(), held.reviews(), truncation, data.classes());
        return Evaluation.of(held.ownClasses(), probabilities, data.classes());
    }
}
