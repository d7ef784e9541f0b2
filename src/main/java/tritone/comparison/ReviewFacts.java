package tritone.comparison;

import java.util.List;

/**
 * What is known of the reviews that are compared on, by review.
 *
 * @param places in their part
 * @param truth the class of each
 * @param lengths in tokens
 * @param ratings NaN for none
 */
public record ReviewFacts(
        List<String> labels, List<String> ids, int[] places, int[] truth, int[] lengths, double[] ratings) {
    public int size() {
        return truth.length;
    }

    public int classes() {
        return labels.size();
    }
}
