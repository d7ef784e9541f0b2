package tritone.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PrecisionRecallTest {
    private static PrecisionRecall curve(int[] truth, float... ofClassOne) {
        float[] probabilities = new float[2 * truth.length];
        for (int review = 0; review < truth.length; review++) {
            probabilities[2 * review + 1] = ofClassOne[review];
        }
        return PrecisionRecall.of(truth, probabilities, 2).orElseThrow();
    }

    @Test
    void hasAPointForEachProbabilityAndEqualOnesTogether() {
        PrecisionRecall curve = curve(new int[] {1, 0, 1, 0, 1}, 0.9f, 0.7f, 0.7f, -0f, 0);

        assertThat(curve.recalls()).containsExactly(0, 1 / 3.0, 2 / 3.0, 1);
        assertThat(curve.precisions()).containsExactly(1, 1, 2 / 3.0, 3 / 5.0);
        assertThat(curve.averagePrecision()).isCloseTo((1 + 2 / 3.0 + 3 / 5.0) / 3, within(1e-15));
    }

    @Test
    void beginsAgainAtTheBottomWhereTheSurestAreWrong() {
        PrecisionRecall curve = curve(new int[] {0, 0, 1}, 0.9f, 0.8f, 0.1f);

        assertThat(curve.recalls()).containsExactly(0, 0, 0, 1);
        assertThat(curve.precisions()).containsExactly(1, 0, 0, 1 / 3.0);
        assertThat(curve.averagePrecision()).isCloseTo(1 / 3.0, within(1e-15));
    }

    @Test
    void isPerfectWhereEveryPositiveIsAboveEveryNegative() {
        assertThat(curve(new int[] {0, 1, 1}, 0.2f, 0.3f, 0.8f).averagePrecision())
                .isEqualTo(1);
    }

    @Test
    void isEmptyWhereAllReviewsAreOfOneClass() {
        assertThat(PrecisionRecall.of(new int[] {1, 1}, new float[4], 2)).isEmpty();
        assertThat(PrecisionRecall.of(new int[] {0}, new float[3], 3)).isEmpty();
    }

    @Test
    void thinnedKeepsTheMeanOfAllPoints() {
        PrecisionRecall curve = curve(new int[] {1, 0, 1, 0, 1}, 0.9f, 0.7f, 0.6f, 0.5f, 0);

        PrecisionRecall thinned = curve.thinned(3);

        assertThat(thinned.recalls()).hasSize(3).startsWith(0).endsWith(1);
        assertThat(thinned.precisions()).hasSize(3).startsWith(1).endsWith(0.6);
        assertThat(thinned.averagePrecision()).isEqualTo(curve.averagePrecision());
    }

    @Test
    void refusesWhatAnEvaluationRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrecisionRecall.of(new int[0], new float[0], 2))
                .withMessage("reviews must be at least 1 but was 0");
    }
}
