package tritone.training;

import java.util.Arrays;
import java.util.Optional;
import tritone.encoding.Batches;
import tritone.encoding.ReviewBatch;
import tritone.encoding.Truncation;
import tritone.layers.Targets;

/** The batches of each epoch with their targets: functions of the plan, the data and the epoch. */
final class EpochOrder {
    private final NetworkPlan plan;
    private final ReviewSet reviews;
    private final Optional<TaughtReviews> taught;
    private final Truncation truncation;
    private final double[] classWeights;
    private final int outputs;
    private final int batchSize;

    EpochOrder(TrainingPlan plan, TrainingData data, int batchSize) {
        this.batchSize = batchSize;
        this.plan = plan.network().orElseThrow();
        reviews = data.training();
        taught = data.taught();
        truncation = plan.text().truncation();
        classWeights = plan.classWeights().weights(reviews.ownClasses(), data.classes());
        outputs = this.plan.spec(data.vocabulary().size(), data.classes()).outputs();
    }

    EpochBatches batches(int epoch) {
        // A prime apart, so that epochs of neighbouring seeds do not share their orders.
        long seed = plan.loop().seed() * 1_000_003 + epoch;
        EpochBatches.Part labelled = new EpochBatches.Part(
                Batches.shuffled(reviews.corpus(), reviews.reviews(), truncation, batchSize, seed), this::labelled);
        if (taught.isEmpty()) {
            return EpochBatches.of(labelled);
        }
        TaughtReviews more = taught.get();
        EpochBatches.Part answered = new EpochBatches.Part(
                Batches.shuffled(more.corpus(), more.reviews(), truncation, batchSize, seed), this::answered);
        return EpochBatches.of(labelled, answered, seed);
    }

    /** The mean loss where every class is given the same probability. */
    double guessing() {
        double mean = classWeights.length == 0
                ? 1
                : Arrays.stream(reviews.ownClasses())
                        .mapToDouble(own -> classWeights[own])
                        .average()
                        .orElse(1);
        return mean * Math.log(Math.max(2, outputs));
    }

    private EpochBatches.LearningBatch answered(ReviewBatch batch) {
        int classes = Math.max(2, outputs);
        float[] probabilities = new float[batch.size() * classes];
        for (int row = 0; row < batch.size(); row++) {
            System.arraycopy(
                    taught.orElseThrow().probabilities(),
                    batch.reviews()[row] * classes,
                    probabilities,
                    row * classes,
                    classes);
        }
        Targets targets = Targets.ofProbabilities(probabilities, outputs, classWeights.length > 0);
        return new EpochBatches.LearningBatch(batch, targets, new int[0]);
    }

    private EpochBatches.LearningBatch labelled(ReviewBatch batch) {
        int[] own = new int[batch.size()];
        for (int row = 0; row < own.length; row++) {
            own[row] = reviews.classes()[batch.reviews()[row]];
        }
        Targets targets = Targets.of(own, outputs, plan.labelSmoothing(), classWeights);
        return new EpochBatches.LearningBatch(batch, targets, own);
    }
}
