package tritone.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** Cuts reviews into slices. */
final class Slicer {
    /** The most tokens of each slice but the last: about quarters of the reviews that people write of films. */
    private static final int[] LENGTHS = {100, 200, 400};

    /** Different ratings that have a slice each; of more, bands have. */
    private static final int MOST_RATINGS = 20;

    private static final int BANDS = 10;

    private final boolean[] right;

    Slicer(boolean[] right) {
        this.right = right;
    }

    List<Slice> byLength(int[] lengths) {
        check("lengths", lengths.length);
        List<Slice> slices = new ArrayList<>();
        for (int i = 0; i <= LENGTHS.length; i++) {
            int from = i == 0 ? 0 : LENGTHS[i - 1] + 1;
            int to = i == LENGTHS.length ? Integer.MAX_VALUE : LENGTHS[i];
            add(slices, name(from, to), review -> lengths[review] >= from && lengths[review] <= to);
        }
        return slices;
    }

    private static String name(int from, int to) {
        if (from == 0) {
            return "up to " + to;
        }
        return to == Integer.MAX_VALUE ? from + " and more" : from + " to " + to;
    }

    List<Slice> byRating(double[] ratings) {
        check("ratings", ratings.length);
        double[] different = Arrays.stream(ratings)
                .filter(Double::isFinite)
                .map(rating -> rating + 0.0) // no -0
                .distinct()
                .sorted()
                .toArray();
        return different.length <= MOST_RATINGS ? byEach(ratings, different) : byBand(ratings, different);
    }

    private List<Slice> byEach(double[] ratings, double[] different) {
        List<Slice> slices = new ArrayList<>();
        for (double rating : different) {
            add(slices, name(rating), review -> ratings[review] == rating);
        }
        return slices;
    }

    /** Bands of equal width, each with its lower end, the last with both. */
    private List<Slice> byBand(double[] ratings, double[] different) {
        double lowest = different[0];
        double width = different[different.length - 1] / BANDS - lowest / BANDS; // their difference may be infinite
        List<Slice> slices = new ArrayList<>();
        for (int i = 0; i < BANDS; i++) {
            double from = lowest + i * width;
            double to = i == BANDS - 1 ? different[different.length - 1] : lowest + (i + 1) * width;
            boolean last = i == BANDS - 1;
            add(
                    slices,
                    name(from) + " to " + name(to),
                    review -> ratings[review] >= from && (ratings[review] < to || last && ratings[review] == to));
        }
        return slices;
    }

    /** As people write it: 7, and 7.5. */
    private static String name(double rating) {
        return rating == Math.rint(rating) && Math.abs(rating) < 1e15
                ? Long.toString((long) rating)
                : Double.toString(rating);
    }

    private void add(List<Slice> slices, String name, IntPredicate isIn) {
        int reviews = 0;
        int hits = 0;
        for (int review = 0; review < right.length; review++) {
            if (isIn.test(review)) {
                reviews++;
                hits += right[review] ? 1 : 0;
            }
        }
        if (reviews > 0) {
            slices.add(new Slice(name, reviews, Interval.wilson(hits, reviews)));
        }
    }

    private void check(String name, int length) {
        if (length != right.length) {
            throw new IllegalArgumentException(name + " must be of " + right.length + " reviews but were of " + length);
        }
    }
}
