package tritone.model;

import java.util.Arrays;
import tritone.encoding.EncodedCorpus;
import tritone.evaluation.Evaluation;
import tritone.evaluation.Slices;

/** Accuracy on parts of the reviews of a corpus, by what it knows of them. */
public final class Slicing {
    private Slicing() {}

    /**
     * Slices these reviews.
     *
     * @param truth the class of each
     * @param probabilities {@code [review][classes]}
     */
    public static Slices of(EncodedCorpus corpus, int[] reviews, int[] truth, float[] probabilities) {
        boolean[] right = new boolean[reviews.length];
        int classes = reviews.length == 0 ? 0 : probabilities.length / reviews.length;
        for (int i = 0; i < right.length; i++) {
            right[i] = Evaluation.mostProbable(probabilities, i, classes) == truth[i];
        }
        return Slices.of(
                right,
                Arrays.stream(reviews).map(corpus::length).toArray(),
                Arrays.stream(reviews)
                        .mapToDouble(review -> corpus.rating(review).orElse(Double.NaN))
                        .toArray());
    }
}
