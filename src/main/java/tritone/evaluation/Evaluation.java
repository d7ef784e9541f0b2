package tritone.evaluation;

import java.util.List;

/**
 * How well probabilities fit the classes that reviews have. A review's predicted class is the one with the highest
 * probability, of equal ones the lowest.
 *
 * @param accuracy share of the reviews whose predicted class is the true one
 * @param classes figures of each class, by its index
 * @param macro plain means over all classes
 * @param calibration every bin in ascending order, also those without reviews
 * @param confusion reviews by true and predicted class, {@code [truth][predicted]}
 */
public record Evaluation(
        int reviews,
        Interval accuracy,
        List<ClassFigures> classes,
        Averages macro,
        ProbabilityFigures probabilities,
        List<CalibrationBin> calibration,
        List<List<Integer>> confusion) {

    public Evaluation {
        classes = List.copyOf(classes);
        calibration = List.copyOf(calibration);
        confusion = confusion.stream().map(List::copyOf).toList();
    }

    /**
     * Figures of at least one review. The probabilities of a review need not sum to one.
     *
     * @param truth the class of each review, 0 to {@code classes - 1}
     * @param probabilities {@code [review][classes]}, each in [0, 1]
     * @param classes at least 2
     */
    public static Evaluation of(int[] truth, float[] probabilities, int classes) {
        return new Evaluator(truth, probabilities, classes).evaluate();
    }

    /** The class that a review is predicted to have, {@code [review][classes]}: of equal probabilities the first. */
    public static int mostProbable(float[] probabilities, int review, int classes) {
        int best = 0;
        for (int index = 1; index < classes; index++) {
            boolean better = probabilities[review * classes + index] > probabilities[review * classes + best];
            best = better ? index : best;
        }
        return best;
    }
}
