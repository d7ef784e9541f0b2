package tritone.layers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import tritone.encoding.ReviewBatch;

/**
 * How fast a network learnt the same batches again and again.
 *
 * @param seconds of each round after warming up, during which the virtual machine still compiles
 * @param reviews in a round
 * @param tokens in a round; padding is not counted
 * @param firstLoss the mean over the first round
 * @param loss the mean over the last round
 */
public record TrainingSpeed(List<Double> seconds, long reviews, long tokens, double firstLoss, double loss) {

    /**
     * Trains.
     *
     * @param classes of all reviews of the corpus
     * @param warmUp rounds that are not counted
     * @param progress told of each round before it begins, 0 while warming up
     */
    public static TrainingSpeed measure(
            BatchTrainer trainer,
            List<ReviewBatch> batches,
            int[] classes,
            int warmUp,
            int rounds,
            IntConsumer progress) {
        List<Double> seconds = new ArrayList<>();
        double firstLoss = Double.NaN;
        double loss = Double.NaN;
        for (int round = 1 - warmUp; round <= rounds; round++) {
            progress.accept(Math.max(0, round));
            long started = System.nanoTime();
            loss = train(trainer, batches, classes);
            if (round > 0) {
                seconds.add((System.nanoTime() - started) / 1e9);
            }
            firstLoss = Double.isNaN(firstLoss) ? loss : firstLoss;
        }
        long reviews = batches.stream().mapToLong(ReviewBatch::size).sum();
        return new TrainingSpeed(seconds, reviews, tokens(batches), firstLoss, loss);
    }

    /** One round; its mean loss. */
    private static double train(BatchTrainer trainer, List<ReviewBatch> batches, int[] classes) {
        double sum = 0;
        for (ReviewBatch batch : batches) {
            int[] own = Arrays.stream(batch.reviews())
                    .map(review -> classes[review])
                    .toArray();
            sum += trainer.fit(batch, Targets.of(own, 1));
        }
        return sum / batches.size();
    }

    private static long tokens(List<ReviewBatch> batches) {
        return batches.stream()
                .mapToLong(
                        batch -> Arrays.stream(batch.lengths()).asLongStream().sum())
                .sum();
    }
}
