package tritone.evaluation;

import java.util.List;

/**
 * Accuracy on parts of the reviews, without the parts that none is in.
 *
 * @param lengths by tokens, ascending, whatever number of them a classifier reads
 * @param ratings by the ratings that reviews have, ascending; empty if none has one
 */
public record Slices(List<Slice> lengths, List<Slice> ratings) {
    /** Of no reviews. */
    public static final Slices NONE = new Slices(List.of(), List.of());

    public Slices {
        lengths = List.copyOf(lengths);
        ratings = List.copyOf(ratings);
    }

    /**
     * Slices reviews.
     *
     * @param right whether each was predicted rightly
     * @param lengths of each
     * @param ratings of each; not a number for none
     */
    public static Slices of(boolean[] right, int[] lengths, double[] ratings) {
        Slicer slicer = new Slicer(right);
        return new Slices(slicer.byLength(lengths), slicer.byRating(ratings));
    }
}
