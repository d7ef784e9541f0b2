package tritone.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tritone.vocabulary.Vocabulary;

/**
 * A weight for each word and for some pairs of words that follow each other, each counted once in a review, and a bias; for
 * two classes one output, the second class', for more one for each class. Safe for any number of threads.
 */
public final class LinearModel {
    private final int vocabulary;
    private final int classes;
    private final float[] words; // [outputs][vocabulary]
    private final long[] pairs; // ascending, each first << 32 | second
    private final float[] pairWeights; // [outputs][pairs]
    private final float[] bias; // [outputs]
    private final Features features;

    /**
     * What a word or a pair adds to the sums.
     *
     * @param position of its first word
     * @param words 1, or 2 that follow each other
     * @param weights {@code [outputs]}
     */
    public record Contribution(int position, int words, double[] weights) {}

    private LinearModel(int vocabulary, int classes, float[] words, long[] pairs, float[] pairWeights, float[] bias) {
        this.vocabulary = vocabulary;
        this.classes = classes;
        this.words = words;
        this.pairs = pairs;
        this.pairWeights = pairWeights;
        this.bias = bias;
        this.features = new Features(vocabulary, new Pairs(vocabulary, pairs));
    }

    /**
     * A model of these arrays, which must not change while it is in use.
     *
     * @param words {@code [outputs][vocabulary]}
     * @param pairs ascending, each {@code first << 32 | second}
     * @param pairWeights {@code [outputs][pairs]}
     * @param bias {@code [outputs]}
     * @throws IllegalArgumentException if any of them is not what it should be
     */
    public static LinearModel of(
            int vocabulary, int classes, float[] words, long[] pairs, float[] pairWeights, float[] bias) {
        checkSizes(vocabulary, classes);
        long outputs = outputs(classes);
        checkWeights("words", words, outputs * vocabulary);
        checkPairs(pairs, vocabulary);
        checkWeights("pairWeights", pairWeights, outputs * pairs.length);
        checkWeights("bias", bias, outputs);
        return new LinearModel(vocabulary, classes, words, pairs, pairWeights, bias);
    }

    /** One for two classes, the second's; else one for each. */
    static int outputs(int classes) {
        return classes == 2 ? 1 : classes;
    }

    static void checkSizes(int vocabulary, int classes) {
        checkAtLeast("vocabulary", vocabulary, Vocabulary.UNKNOWN + 1);
        checkAtLeast("classes", classes, 2);
    }

    private static void checkAtLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + " but was " + value);
        }
    }

    private static void checkWeights(String name, float[] weights, long length) {
        Objects.requireNonNull(weights, name);
        if (weights.length != length) {
            throw new IllegalArgumentException(name + " must hold " + length + " numbers but held " + weights.length);
        }
        for (int i = 0; i < weights.length; i++) {
            if (!Float.isFinite(weights[i])) {
                throw new IllegalArgumentException(name + "[" + i + "] must be a finite number but was " + weights[i]);
            }
        }
    }

    private static void checkPairs(long[] pairs, int vocabulary) {
        Objects.requireNonNull(pairs, "pairs");
        for (int i = 0; i < pairs.length; i++) {
            checkWord("the first word of pairs[" + i + "]", Pairs.first(pairs[i]), vocabulary);
            checkWord("the second word of pairs[" + i + "]", Pairs.second(pairs[i]), vocabulary);
            if (i > 0 && pairs[i] <= pairs[i - 1]) {
                throw new IllegalArgumentException("pairs[" + i + "] must be greater than the one before it, "
                        + pairs[i - 1] + ", but was " + pairs[i]);
            }
        }
    }

    private static void checkWord(String name, int id, int vocabulary) {
        if (!Features.isWord(id) || id >= vocabulary) {
            throw new IllegalArgumentException(name + " must be at least " + (Vocabulary.UNKNOWN + 1) + " and below "
                    + vocabulary + " but was " + id);
        }
    }

    public int vocabulary() {
        return vocabulary;
    }

    public int classes() {
        return classes;
    }

    /** {@code [outputs][vocabulary]}. */
    public float[] words() {
        return words;
    }

    /** Ascending, each {@code first << 32 | second}. */
    public long[] pairs() {
        return pairs;
    }

    /** {@code [outputs][pairs]}. */
    public float[] pairWeights() {
        return pairWeights;
    }

    /** {@code [outputs]}. */
    public float[] bias() {
        return bias;
    }

    /** The probability of each class, {@code [review][classes]}, for reviews as ids of any length. */
    public float[] probabilities(int[][] reviews) {
        float[] probabilities = new float[Math.multiplyExact(reviews.length, classes)];
        double[] sums = new double[bias.length];
        for (int review = 0; review < reviews.length; review++) {
            int[] found = features.of(reviews[review]);
            for (int output = 0; output < sums.length; output++) {
                sums[output] = sum(found, output);
            }
            normalise(sums, probabilities, review * classes);
        }
        return probabilities;
    }

    private double sum(int[] found, int output) {
        double sum = bias[output];
        for (int feature : found) {
            sum += weight(feature, output);
        }
        return sum;
    }

    private float weight(int feature, int output) {
        return feature < vocabulary
                ? words[output * vocabulary + feature]
                : pairWeights[output * pairs.length + feature - vocabulary];
    }

    /** What a review has, each word and each pair once, where it first stands; with the bias they are its sums. */
    public List<Contribution> contributions(int[] review) {
        List<Contribution> contributions = new ArrayList<>();
        features.positions(review).forEach((feature, position) -> {
            double[] weights = new double[bias.length];
            for (int output = 0; output < weights.length; output++) {
                weights[output] = weight(feature, output);
            }
            contributions.add(new Contribution(position, feature < vocabulary ? 1 : 2, weights));
        });
        return contributions;
    }

    private static void normalise(double[] sums, float[] probabilities, int offset) {
        if (sums.length == 1) {
            probabilities[offset] = (float) StrictMath.exp(logSigmoid(-sums[0]));
            probabilities[offset + 1] = (float) StrictMath.exp(logSigmoid(sums[0]));
            return;
        }
        // In logarithms, since every single probability may be too small for a number.
        double highest = Double.NEGATIVE_INFINITY;
        for (double sum : sums) {
            highest = Math.max(highest, logSigmoid(sum));
        }
        double total = 0;
        for (double sum : sums) {
            total += StrictMath.exp(logSigmoid(sum) - highest);
        }
        for (int i = 0; i < sums.length; i++) {
            probabilities[offset + i] = (float) (StrictMath.exp(logSigmoid(sums[i]) - highest) / total);
        }
    }

    /** log(1 / (1 + exp(-x))). */
    public static double logSigmoid(double x) {
        return Math.min(0, x) - StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }
}
