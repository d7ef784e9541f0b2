package tritone.encoding;

import java.util.Arrays;

/**
 * Reviews that are worked on together.
 *
 * @param reviews which ones of the corpus
 * @param ids their ids, {@code [batch][steps]}, filled up with padding after a review's end
 * @param lengths how many ids of each are its own, {@code [batch]}; 0 for a review without tokens
 * @param steps the longest of the lengths
 */
public record ReviewBatch(int[] reviews, int[] ids, int[] lengths, int steps) {
    public int size() {
        return reviews.length;
    }

    /** The ids of each review without padding. */
    public int[][] sequences() {
        int[][] sequences = new int[reviews.length][];
        for (int row = 0; row < sequences.length; row++) {
            sequences[row] = Arrays.copyOfRange(ids, row * steps, row * steps + lengths[row]);
        }
        return sequences;
    }
}
