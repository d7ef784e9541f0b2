package tritone.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Draws reviews again and again. Counts in whole numbers, so that nothing depends on the order of reviews drawn. */
final class Resampler {
    /** What lies beyond each bound of an interval of 95 %. */
    private static final double TAIL = 0.025;

    private final int reviews;
    private final int[] seeds;
    private final int[][] rights; // [classifier][review] seeds of the classifier that have the review right

    Resampler(boolean[][][] right) {
        if (right.length == 0 || right[0].length == 0 || right[0][0].length == 0) {
            throw new IllegalArgumentException("there must be at least 1 classifier, 1 seed and 1 review");
        }
        reviews = right[0][0].length;
        seeds = new int[right.length];
        rights = new int[right.length][];
        for (int classifier = 0; classifier < right.length; classifier++) {
            seeds[classifier] = right[classifier].length;
            rights[classifier] = sum(right[classifier], "classifier " + classifier);
        }
    }

    private int[] sum(boolean[][] right, String classifier) {
        if (right.length == 0) {
            throw new IllegalArgumentException(classifier + " must have at least 1 seed but had none");
        }
        // A classifier that is always right has this many, which must fit into an int.
        Math.multiplyExact(right.length, reviews);
        int[] sum = new int[reviews];
        for (boolean[] own : right) {
            if (own.length != reviews) {
                throw new IllegalArgumentException(
                        classifier + " must be of " + reviews + " reviews but was of " + own.length);
            }
            for (int review = 0; review < reviews; review++) {
                sum[review] += own[review] ? 1 : 0;
            }
        }
        return sum;
    }

    Bootstrap resample(int resamples, long seed) {
        if (resamples < 1) {
            throw new IllegalArgumentException("resamples must be at least 1 but was " + resamples);
        }
        int[][] drawn = draw(resamples, new SplittableRandom(seed));
        int[] seen =
                Arrays.stream(rights).mapToInt(own -> Arrays.stream(own).sum()).toArray();
        List<Interval> accuracies = new ArrayList<>();
        List<List<Interval>> differences = new ArrayList<>();
        for (int first = 0; first < seeds.length; first++) {
            accuracies.add(accuracy(seen[first], drawn[first], first));
            List<Interval> row = new ArrayList<>();
            for (int second = 0; second < seeds.length; second++) {
                row.add(difference(seen, drawn, first, second));
            }
            differences.add(row);
        }
        return new Bootstrap(accuracies, differences);
    }

    /** How many of its answers each classifier has right on each draw, {@code [classifier][resample]}. */
    private int[][] draw(int resamples, SplittableRandom random) {
        int[][] sums = new int[rights.length][resamples];
        int[] times = new int[reviews];
        for (int resample = 0; resample < resamples; resample++) {
            Arrays.fill(times, 0);
            for (int i = 0; i < reviews; i++) {
                times[random.nextInt(reviews)]++;
            }
            for (int classifier = 0; classifier < rights.length; classifier++) {
                sums[classifier][resample] = dot(times, rights[classifier]);
            }
        }
        return sums;
    }

    private static int dot(int[] times, int[] right) {
        int sum = 0;
        for (int review = 0; review < times.length; review++) {
            sum += times[review] * right[review];
        }
        return sum;
    }

    private Interval accuracy(int seen, int[] drawn, int classifier) {
        long[] sums = Arrays.stream(drawn).asLongStream().toArray();
        return interval(seen, sums, (double) reviews * seeds[classifier]);
    }

    private Interval difference(int[] seen, int[][] drawn, int first, int second) {
        // Over the common denominator, so that equal accuracies differ by exactly 0.
        long[] sums = new long[drawn[first].length];
        Arrays.setAll(sums, i -> (long) drawn[first][i] * seeds[second] - (long) drawn[second][i] * seeds[first]);
        long value = (long) seen[first] * seeds[second] - (long) seen[second] * seeds[first];
        return interval(value, sums, (double) reviews * seeds[first] * seeds[second]);
    }

    /** Percentiles, linear between two resamples; reaches to the value, which a handful of resamples can leave out. */
    private static Interval interval(long value, long[] sums, double divisor) {
        Arrays.sort(sums);
        int last = sums.length - 1;
        int below = (int) (TAIL * last);
        double part = TAIL * last - below;
        int next = Math.min(below + 1, last);
        double low = sums[below] + part * (sums[next] - sums[below]);
        // The same from the other end: mirrored sums give the mirrored interval to the last bit.
        double high = sums[last - below] - part * (sums[last - below] - sums[last - next]);
        return new Interval(value / divisor, Math.min(low, value) / divisor, Math.max(high, value) / divisor);
    }
}
