package tritone.comparison;

import java.util.List;

/**
 * What was the same for all.
 *
 * @param corpus as it was typed
 * @param comparedOn what the reviews are to the trainings: test or validation
 * @param part where they stand
 * @param reviews that are compared on
 * @param seeds in the order of the plan; those of a training where nothing was trained here
 * @param folds 1 for no cutting
 * @param match what the contenders are equal in besides
 * @param varied what they differ in by plan, as it was typed
 */
public record Conditions(
        String corpus,
        String comparedOn,
        String part,
        int reviews,
        List<String> labels,
        List<Long> seeds,
        int folds,
        String match,
        List<String> varied) {}
