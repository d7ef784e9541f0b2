package tritone.comparison;

import java.util.OptionalLong;
import tritone.evaluation.Evaluation;

/**
 * What a contender said of all reviews with one seed.
 *
 * @param seed absent where nothing is drawn
 * @param probabilities {@code [review][classes]}
 * @param folds which fold each review was held back in, from 0 on
 */
public record Trial(OptionalLong seed, float[] probabilities, int[] folds) {
    int predicted(int review, int classes) {
        return Evaluation.mostProbable(probabilities, review, classes);
    }

    boolean[] right(ReviewFacts reviews) {
        boolean[] right = new boolean[reviews.size()];
        for (int review = 0; review < right.length; review++) {
            right[review] = predicted(review, reviews.classes()) == reviews.truth()[review];
        }
        return right;
    }

    Evaluation evaluation(ReviewFacts reviews) {
        return Evaluation.of(reviews.truth(), probabilities, reviews.classes());
    }
}
