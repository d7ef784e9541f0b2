package tritone.baseline;

import java.util.Arrays;
import java.util.function.Consumer;
import tritone.kernel.Workers;

/**
 * Learns linear models. With more than two classes each is told from the rest. Takes, beside the reviews, eight bytes for
 * each different word and phrase of a review, and some hundred for each feature.
 */
public final class LinearTrainer {
    private final int vocabulary;
    private final int classCount;
    private final LinearOptions options;
    private final Workers workers;

    /** For reviews with ids below {@code vocabulary} and classes below {@code classCount}. */
    public LinearTrainer(int vocabulary, int classCount, LinearOptions options, Workers workers) {
        LinearModel.checkSizes(vocabulary, classCount);
        this.vocabulary = vocabulary;
        this.classCount = classCount;
        this.options = options;
        this.workers = workers;
    }

    /**
     * Learns from reviews as ids. The number of threads changes no bit of the model.
     *
     * @param classes of each review
     * @param classWeights how much a review of each class counts; empty if all count 1
     * @param progress is told of each step
     */
    public LinearModel train(int[][] reviews, int[] classes, double[] classWeights, Consumer<LinearStep> progress) {
        check(reviews, classes);
        checkWeights(classWeights);
        FeatureCounter counter = new FeatureCounter(reviews, vocabulary, options.minCount());
        long[] pairs = counter.pairs(options.phraseWords(), workers);
        FeatureMatrix matrix = matrix(reviews, counter, pairs);
        double[] costs = Arrays.stream(classes)
                .mapToDouble(label -> classWeights.length == 0 ? 1 : classWeights[label])
                .toArray();
        int outputs = LinearModel.outputs(classCount);
        float[] words = new float[Math.multiplyExact(outputs, vocabulary)];
        float[] pairWeights = new float[Math.multiplyExact(outputs, pairs.length)];
        float[] bias = new float[outputs];
        for (int output = 0; output < outputs; output++) {
            int number = output;
            boolean[] inClass = chosen(classes, outputs == 1 ? 1 : output);
            float[] learnt = learn(
                    matrix,
                    inClass,
                    costs,
                    (steps, gradient) -> progress.accept(new LinearStep(number, steps, gradient)));
            System.arraycopy(learnt, 0, words, output * vocabulary, vocabulary);
            System.arraycopy(learnt, vocabulary, pairWeights, output * pairs.length, pairs.length);
            bias[output] = learnt[learnt.length - 1];
        }
        return LinearModel.of(vocabulary, classCount, words, pairs, pairWeights, bias);
    }

    private void check(int[][] reviews, int[] classes) {
        if (reviews.length == 0 || reviews.length != classes.length) {
            throw new IllegalArgumentException("there must be at least one review and a class for each but there were "
                    + reviews.length + " reviews and " + classes.length + " classes");
        }
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] < 0 || classes[i] >= classCount) {
                throw new IllegalArgumentException(
                        "classes[" + i + "] must be at least 0 and below " + classCount + " but was " + classes[i]);
            }
        }
    }

    private void checkWeights(double[] classWeights) {
        if (classWeights.length != 0 && classWeights.length != classCount) {
            throw new IllegalArgumentException(
                    "classWeights must hold 0 or " + classCount + " numbers but held " + classWeights.length);
        }
        for (int i = 0; i < classWeights.length; i++) {
            LinearOptions.checkPositive("classWeights[" + i + "]", classWeights[i]);
        }
    }

    private FeatureMatrix matrix(int[][] reviews, FeatureCounter counter, long[] pairs) {
        Features features = new Features(vocabulary, new Pairs(vocabulary, pairs));
        int[][] rows = new int[reviews.length][];
        new Blocks(reviews.length, review -> reviews[review].length, workers).run((from, to) -> {
            for (int review = from; review < to; review++) {
                rows[review] = features.of(counter.withoutRareWords(reviews[review]));
            }
        });
        return new FeatureMatrix(rows, features.size());
    }

    private static boolean[] chosen(int[] classes, int label) {
        boolean[] chosen = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            chosen[i] = classes[i] == label;
        }
        return chosen;
    }

    /** A weight for each feature with its ratio multiplied in, and the bias after them. */
    private float[] learn(FeatureMatrix matrix, boolean[] inClass, double[] costs, NewtonMethod.Progress progress) {
        float[] learnt = new float[matrix.features() + 1];
        int count = 0;
        for (boolean in : inClass) {
            count += in ? 1 : 0;
        }
        if (count == 0 || count == inClass.length) {
            // Nothing to tell apart, and no finite bias were best.
            double smoothing = options.smoothing();
            learnt[matrix.features()] =
                    (float) StrictMath.log((count + smoothing) / (inClass.length - count + smoothing));
            return learnt;
        }
        double[] ratios = LogCountRatios.of(matrix, inClass, options.smoothing());
        LogisticLoss.Target target = new LogisticLoss.Target(inClass, costs, ratios);
        double[] weights =
                NewtonMethod.minimise(new LogisticLoss(matrix, target, options.penalty(), workers), progress);
        for (int feature = 0; feature < ratios.length; feature++) {
            learnt[feature] = (float) (ratios[feature] * weights[feature]);
        }
        learnt[ratios.length] = (float) weights[ratios.length];
        return learnt;
    }
}
