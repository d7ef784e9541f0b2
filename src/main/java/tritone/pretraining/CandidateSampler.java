package tritone.pretraining;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws the ids that a word is told apart from, the same for a whole batch: each id by itself with a probability that grows
 * with its count, for the most frequent ones up to 1.
 */
final class CandidateSampler {
    private static final int HALVINGS = 200;

    private final double[] shares; // [id] the probability to be drawn
    private final long seed;

    /**
     * @param counts of each id; those of 0 are never drawn
     * @param size candidates on average; all ids that occur if they are fewer
     * @param power of the counts that probabilities are proportional to
     */
    CandidateSampler(long[] counts, int size, double power, long seed) {
        this.seed = seed;
        double[] weights = Arrays.stream(counts)
                .mapToDouble(count -> StrictMath.pow(count, power))
                .toArray();
        shares = shares(weights, size);
    }

    /** Probabilities proportional to weights but for the bound of 1, with this sum. */
    private static double[] shares(double[] weights, double size) {
        double occurring = Arrays.stream(weights).filter(weight -> weight > 0).count();
        double low = 0;
        double high =
                1 / Arrays.stream(weights).filter(weight -> weight > 0).min().orElse(1);
        for (int i = 0; i < HALVINGS && size < occurring; i++) {
            double middle = (low + high) / 2;
            double sum = 0;
            for (double weight : weights) {
                sum += Math.min(1, middle * weight);
            }
            low = sum < size ? middle : low;
            high = sum < size ? high : middle;
        }
        double factor = high;
        return Arrays.stream(weights)
                .map(weight -> Math.min(1, factor * weight))
                .toArray();
    }

    /** The candidates of a step: a function of it and the seed. */
    Candidates draw(long step) {
        SplittableRandom random = new SplittableRandom(new SplittableRandom(seed).nextLong() + step);
        int[] ids = new int[shares.length];
        int count = 0;
        for (int id = 0; id < shares.length; id++) {
            if (random.nextDouble() < shares[id]) {
                ids[count++] = id;
            }
        }
        int[] drawn = Arrays.copyOf(ids, count);
        float[] logShares = new float[count];
        for (int i = 0; i < count; i++) {
            logShares[i] = (float) StrictMath.log(shares[drawn[i]]);
        }
        return new Candidates(drawn, logShares);
    }
}
