package tritone.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Checks labels and probabilities, and counts every figure of them. */
final class Evaluator {
    /** What a probability of 0 is taken for, else one such review would make the loss infinite. */
    private static final double LOWEST_PROBABILITY = 0x1p-52;

    private final int[] truth;
    private final float[] probabilities; // [review][classes]
    private final int classes;
    private final int[] predicted;

    Evaluator(int[] truth, float[] probabilities, int classes) {
        check(truth, probabilities, classes);
        this.truth = truth;
        this.probabilities = probabilities;
        this.classes = classes;
        predicted = IntStream.range(0, truth.length)
                .map(review -> Evaluation.mostProbable(probabilities, review, classes))
                .toArray();
    }

    static void check(int[] truth, float[] probabilities, int classes) {
        checkSizes(truth.length, probabilities.length, classes);
        checkTruth(truth, classes);
        checkProbabilities(probabilities, classes);
    }

    private static void checkSizes(int reviews, int probabilities, int classes) {
        if (classes < 2) {
            throw new IllegalArgumentException("classes must be at least 2 but was " + classes);
        }
        if (reviews == 0) {
            throw new IllegalArgumentException("reviews must be at least 1 but was 0");
        }
        if (probabilities != (long) reviews * classes) {
            throw new IllegalArgumentException("probabilities must be " + reviews + " reviews * " + classes
                    + " classes = " + (long) reviews * classes + " numbers but was " + probabilities);
        }
    }

    private static void checkTruth(int[] truth, int classes) {
        for (int review = 0; review < truth.length; review++) {
            if (truth[review] < 0 || truth[review] >= classes) {
                throw new IllegalArgumentException(
                        "truth of review " + review + " must be in [0, " + classes + ") but was " + truth[review]);
            }
        }
    }

    private static void checkProbabilities(float[] probabilities, int classes) {
        for (int i = 0; i < probabilities.length; i++) {
            if (!(probabilities[i] >= 0 && probabilities[i] <= 1)) { // also rejects NaN
                throw new IllegalArgumentException("probability of class " + i % classes + " for review " + i / classes
                        + " must be in [0, 1] but was " + probabilities[i]);
            }
        }
    }

    Evaluation evaluate() {
        int[][] confusion = confusion();
        List<ClassFigures> figures = IntStream.range(0, classes)
                .mapToObj(index -> ClassFigures.of(confusion, index))
                .toList();
        List<CalibrationBin> calibration = calibration();
        return new Evaluation(
                truth.length,
                accuracy(confusion),
                figures,
                Averages.of(figures),
                new ProbabilityFigures(
                        RocArea.of(truth, probabilities, classes), logLoss(), brier(), Calibration.error(calibration)),
                calibration,
                Arrays.stream(confusion)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList());
    }

    private float probability(int review, int index) {
        return probabilities[review * classes + index];
    }

    private int[][] confusion() {
        int[][] counts = new int[classes][classes];
        for (int review = 0; review < truth.length; review++) {
            counts[truth[review]][predicted[review]]++;
        }
        return counts;
    }

    private static Interval accuracy(int[][] confusion) {
        int right = 0;
        int reviews = 0;
        for (int index = 0; index < confusion.length; index++) {
            right += confusion[index][index];
            reviews += Arrays.stream(confusion[index]).sum();
        }
        return Interval.wilson(right, reviews);
    }

    private double logLoss() {
        double sum = 0;
        for (int review = 0; review < truth.length; review++) {
            sum -= StrictMath.log(Math.max(probability(review, truth[review]), LOWEST_PROBABILITY));
        }
        return sum / truth.length;
    }

    private double brier() {
        // Two classes share one probability, so the second one alone is asked.
        int first = classes == 2 ? 1 : 0;
        double sum = 0;
        for (int review = 0; review < truth.length; review++) {
            for (int index = first; index < classes; index++) {
                double error = probability(review, index) - (truth[review] == index ? 1.0 : 0.0);
                sum += error * error;
            }
        }
        return sum / truth.length;
    }

    private List<CalibrationBin> calibration() {
        float[] confidence = new float[truth.length];
        boolean[] right = new boolean[truth.length];
        for (int review = 0; review < truth.length; review++) {
            confidence[review] = probability(review, predicted[review]);
            right[review] = predicted[review] == truth[review];
        }
        return Calibration.bins(confidence, right);
    }
}
