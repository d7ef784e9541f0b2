package tritone.evaluation;

import java.util.List;

/**
 * How far the accuracies of classifiers, and their differences, would move with other reviews of the same kind: percentiles
 * of what they are on reviews drawn again from those there are (Efron, 1979). Every classifier is counted on the same drawn
 * reviews, so that what is hard for all of them does not widen a difference. How far other seeds would move them is not in
 * it.
 *
 * @param accuracies of each classifier, the mean over its seeds
 * @param differences {@code [first][second]}, what the accuracy of the first is above that of the second; those of swapped
 *     classifiers mirror each other exactly
 */
public record Bootstrap(List<Interval> accuracies, List<List<Interval>> differences) {
    /** As many as two digits of a bound need. */
    public static final int RESAMPLES = 10_000;

    public Bootstrap {
        accuracies = List.copyOf(accuracies);
        differences = differences.stream().map(List::copyOf).toList();
    }

    /** With {@value #RESAMPLES} resamples. */
    public static Bootstrap of(boolean[][][] right, long seed) {
        return of(right, RESAMPLES, seed);
    }

    /**
     * Draws reviews again. Equal arguments give equal intervals.
     *
     * @param right whether each review is predicted rightly, {@code [classifier][seed][review]}; a classifier has at least
     *     one seed, and not as many as others need have
     * @param resamples how often as many reviews are drawn as there are
     */
    public static Bootstrap of(boolean[][][] right, int resamples, long seed) {
        return new Resampler(right).resample(resamples, seed);
    }
}
