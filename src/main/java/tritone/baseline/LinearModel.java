package tritone.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tritone.vocabulary.Vocabulary;

/**
 * A weight for each word and for some phrases of words that follow each other, each counted once in a review, and a bias; for
 * two classes one output, the second class', for more one for each class. Logarithms of probabilities are divided by a
 * temperature. Safe for any number of threads.
 *
 * <p>A phrase is kept as a pair {@code first << 32 | second}: the word with the id {@code second} follows the word with the
 * id {@code first}, or the phrase {@code pairs[first - vocabulary]}, which must come earlier.
 */
public final class LinearModel {
    /** Words at most of a phrase, so that what is found in a review grows with its length alone. */
    public static final int MAX_PHRASE = 5;

    private final int vocabulary;
    private final int classes;
    private final float[] words; // [outputs][vocabulary]
    private final long[] pairs; // ascending
    private final float[] pairWeights; // [outputs][pairs]
    private final float[] bias; // [outputs]
    private final Features features;
    private final double temperature;

    /**
     * What a word or a phrase adds to the sums.
     *
     * @param position of its first word
     * @param words 1, or those of the phrase
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
        this.temperature = 1;
    }

    private LinearModel(LinearModel other, double temperature) {
        vocabulary = other.vocabulary;
        classes = other.classes;
        words = other.words;
        pairs = other.pairs;
        pairWeights = other.pairWeights;
        bias = other.bias;
        features = other.features;
        this.temperature = temperature;
    }

    /** The same model at this temperature; one is made with 1. */
    public LinearModel at(double temperature) {
        return new LinearModel(this, temperature);
    }

    /**
     * A model of these arrays, which must not change while it is in use.
     *
     * @param words {@code [outputs][vocabulary]}
     * @param pairs the phrases, ascending
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
            // Its first part is a word or a phrase before it.
            checkPart("the first part of pairs[" + i + "]", Pairs.first(pairs[i]), (long) vocabulary + i);
            checkPart("the second word of pairs[" + i + "]", Pairs.second(pairs[i]), vocabulary);
            if (i > 0 && pairs[i] <= pairs[i - 1]) {
                throw new IllegalArgumentException("pairs[" + i + "] must be greater than the one before it, "
                        + pairs[i - 1] + ", but was " + pairs[i]);
            }
            int length = 1 + Pairs.words(vocabulary, pairs, Pairs.first(pairs[i]));
            if (length > MAX_PHRASE) {
                throw new IllegalArgumentException(
                        "pairs[" + i + "] must have at most " + MAX_PHRASE + " words but had " + length);
            }
        }
    }

    private static void checkPart(String name, int feature, long end) {
        if (!Features.isWord(feature) || feature >= end) {
            throw new IllegalArgumentException(name + " must be at least " + (Vocabulary.UNKNOWN + 1) + " and below "
                    + end + " but was " + feature);
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

    /** The phrases, ascending. */
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

    public double temperature() {
        return temperature;
    }

    /** The probability of each class, {@code [review][classes]}, for reviews as ids of any length. */
    public float[] probabilities(int[][] reviews) {
        float[] probabilities = new float[Math.multiplyExact(reviews.length, classes)];
        for (int review = 0; review < reviews.length; review++) {
            normalise(scores(sums(reviews[review])), probabilities, review * classes);
        }
        return probabilities;
    }

    /**
     * What the probabilities are made of: their logarithms but for a number that those of a review have in common, {@code
     * [review][classes]}.
     */
    public double[] scores(int[][] reviews) {
        double[] scores = new double[Math.multiplyExact(reviews.length, classes)];
        for (int review = 0; review < reviews.length; review++) {
            System.arraycopy(scores(sums(reviews[review])), 0, scores, review * classes, classes);
        }
        return scores;
    }

    /**
     * The scores of a review's sums, {@code [classes]}. With more than two classes each output is a logistic one, and the
     * probabilities are divided by their sum.
     */
    public double[] scores(double[] sums) {
        double[] scores = new double[classes];
        for (int output = 0; output < sums.length; output++) {
            double score = sums.length == 1 ? sums[output] : logSigmoid(sums[output]);
            scores[classes - sums.length + output] = score / temperature;
        }
        return scores;
    }

    private double[] sums(int[] review) {
        int[] found = features.of(review);
        double[] sums = new double[bias.length];
        for (int output = 0; output < sums.length; output++) {
            sums[output] = sum(found, output);
        }
        return sums;
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

    /** What a review has, each word and each phrase once, where it first stands; with the bias they are its sums. */
    public List<Contribution> contributions(int[] review) {
        List<Contribution> contributions = new ArrayList<>();
        features.positions(review).forEach((feature, position) -> {
            double[] weights = new double[bias.length];
            for (int output = 0; output < weights.length; output++) {
                weights[output] = weight(feature, output);
            }
            contributions.add(new Contribution(position, Pairs.words(vocabulary, pairs, feature), weights));
        });
        return contributions;
    }

    private static void normalise(double[] scores, float[] probabilities, int offset) {
        if (scores.length == 2) {
            probabilities[offset] = (float) StrictMath.exp(logSigmoid(-scores[1]));
            probabilities[offset + 1] = (float) StrictMath.exp(logSigmoid(scores[1]));
            return;
        }
        // In logarithms, since every single probability may be too small for a number.
        double highest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double total = 0;
        for (double score : scores) {
            total += StrictMath.exp(score - highest);
        }
        for (int i = 0; i < scores.length; i++) {
            probabilities[offset + i] = (float) (StrictMath.exp(scores[i] - highest) / total);
        }
    }

    /** log(1 / (1 + exp(-x))). */
    public static double logSigmoid(double x) {
        return Math.min(0, x) - StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }
}
