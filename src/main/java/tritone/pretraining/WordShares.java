package tritone.pretraining;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import tritone.vocabulary.Vocabulary;

/** How often each id stands in a text, and what follows: which words are often left out, and which are drawn at random. */
final class WordShares {
    /** Rare words are drawn more often than they stand in the text. */
    private static final double POWER = 0.75;

    private final long[] counts; // [id]
    private final long total;
    private final AliasTable drawn;

    private WordShares(long[] counts) {
        this.counts = counts;
        this.total = LongStream.of(counts).sum();
        double[] weights = new double[counts.length];
        for (int id = 0; id < weights.length; id++) {
            weights[id] = Math.pow(counts[id], POWER);
        }
        this.drawn = new AliasTable(weights);
    }

    /** Counts ids but for padding and unknown ones. */
    static WordShares of(PretrainingText text) {
        long[] counts = text.counts();
        Arrays.fill(counts, 0, Vocabulary.UNKNOWN + 1, 0);
        return new WordShares(counts);
    }

    boolean stands(int id) {
        return counts[id] > 0;
    }

    /** Different words in the text. */
    int words() {
        int words = 0;
        for (long count : counts) {
            words += count > 0 ? 1 : 0;
        }
        return words;
    }

    /** How probably each id stays in the text: all of the rare ones, few of the most frequent ones. */
    float[] kept(double sample) {
        float[] kept = new float[counts.length];
        for (int id = 0; id < kept.length; id++) {
            double share = (double) counts[id] / Math.max(1, total);
            // As word2vec does, which departs from equation 5 of its paper.
            kept[id] = sample == 0 || share == 0
                    ? 1
                    : (float) Math.min(1, (Math.sqrt(share / sample) + 1) * sample / share);
        }
        return kept;
    }

    /** A word by chance. */
    int draw(SplittableRandom random) {
        return drawn.draw(random);
    }
}
