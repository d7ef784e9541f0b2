package tritone.layers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import tritone.encoding.ReviewBatch;

/**
 * How fast a network learnt the same batches again and again.
 *
 * @param seconds of each round after the first, in which the virtual machine still compiles
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
     * @param progress told of each round before it begins
     */
    public static TrainingSpeed measure(
            BatchTrainer trainer, List<ReviewBatch> batches, int[] classes, int rounds, IntConsumer progress) {
        List<Double> seconds = new ArrayList<>();
        double firstLoss = 0;
        double loss = 0;
        for (int round = 0; round <= rounds; round++) {
            progress.accept(round);
            double sum = 0;
            long started = System.nanoTime();
            for (ReviewBatch batch : batches) {
                int[] own = Arrays.stream(batch.reviews())
                        .map(review -> classes[review])
                        .toArray();
                sum += trainer.fit(batch, own);
            }
            double took = (System.nanoTime() - started) / 1e9;
            loss = sum / batches.size();
            if (round == 0) {
                firstLoss = loss;
            } else {
                seconds.add(took);
            }
        }
        long reviews = batches.stream().mapToLong(ReviewBatch::size).sum();
        return new TrainingSpeed(seconds, reviews, tokens(batches), firstLoss, loss);
    }

    private static long tokens(List<ReviewBatch> batches) {
        return batches.stream()
                .mapToLong(
                        batch -> Arrays.stream(batch.lengths()).asLongStream().sum())
                .sum();
    }
}
