package tritone.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RocCurveTest {
    private static double area(RocCurve curve) {
        double[] x = curve.falsePositiveRates();
        double[] y = curve.truePositiveRates();
        double area = 0;
        for (int i = 1; i < x.length; i++) {
            area += (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2;
        }
        return area;
    }

    @Test
    void hasAPointForEachProbabilityAndEqualOnesTogether() {
        int[] truth = {1, 0, 1, 0, 1};
        float[] probabilities = {0.1f, 0.9f, 0.3f, 0.7f, 0.3f, 0.7f, 1, -0f, 1, 0};

        RocCurve curve = RocCurve.of(truth, probabilities, 2).orElseThrow();

        assertThat(curve.truePositiveRates()).containsExactly(0, 1 / 3.0, 2 / 3.0, 1);
        assertThat(curve.falsePositiveRates()).containsExactly(0, 0, 0.5, 1);
    }

    @Test
    void poolsAllPairsOfReviewAndClassOfMoreThanTwoClasses() {
        float[] probabilities = {0.7f, 0.2f, 0.1f, 0.5f, 0.3f, 0.2f};

        RocCurve curve = RocCurve.of(new int[] {0, 1}, probabilities, 3).orElseThrow();

        // Of 0.7, 0.5, 0.3, twice 0.2 and 0.1 the first and the third are those of the true classes.
        assertThat(curve.truePositiveRates()).containsExactly(0, 0.5, 0.5, 1, 1, 1);
        assertThat(curve.falsePositiveRates()).containsExactly(0, 0, 0.25, 0.25, 0.75, 1);
    }

    @Test
    void isEmptyWhereAllReviewsAreOfOneClass() {
        assertThat(RocCurve.of(new int[] {1, 1}, new float[] {0.5f, 0.5f, 0.1f, 0.9f}, 2))
                .isEmpty();
        assertThat(RocCurve.of(new int[] {0}, new float[] {1, 0}, 2)).isEmpty();
        assertThat(RocCurve.of(new int[] {2, 2}, new float[] {1, 0, 0, 0, 0, 1}, 3))
                .isEmpty();
    }

    @Test
    void enclosesTheAreaThatIsCountedInPairs() {
        Random random = new Random(3);
        for (int reviews = 2; reviews < 300; reviews++) {
            int levels = 1 + random.nextInt(60);
            int[] truth = random.ints(reviews, 0, 2).toArray();
            truth[0] = 0;
            truth[1] = 1;
            float[] probabilities = new float[2 * reviews];
            for (int i = 0; i < probabilities.length; i++) {
                probabilities[i] = (float) random.nextInt(levels + 1) / levels;
            }

            RocCurve curve = RocCurve.of(truth, probabilities, 2).orElseThrow();

            assertThat(area(curve))
                    .isCloseTo(RocArea.of(truth, probabilities, 2).orElseThrow(), within(1e-13));
        }
    }

    @Test
    void refusesWhatAnEvaluationRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RocCurve.of(new int[0], new float[0], 2))
                .withMessage("reviews must be at least 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RocCurve.of(new int[] {0, 1}, new float[3], 2))
                .withMessage("probabilities must be 2 reviews * 2 classes = 4 numbers but was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RocCurve.of(new int[] {0, 2}, new float[4], 2))
                .withMessage("truth of review 1 must be in [0, 2) but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RocCurve.of(new int[] {0, 1}, new float[] {0, 1, 0, Float.NaN}, 2))
                .withMessage("probability of class 1 for review 1 must be in [0, 1] but was NaN");
    }

    /**
     * Between two points that are a way of w apart, 2 / (most - 1) and a little, a curve that rises leaves or takes at most a
     * triangle of w * w / 8, and all ways together are 2: the area is at most w / 4 from what it was.
     */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 50, 200})
    void keepsItsShapeWhenThinned(int most) {
        Random random = new Random(4);
        int[] truth = random.ints(5_000, 0, 2).toArray();
        float[] probabilities = new float[10_000];
        for (int review = 0; review < 5_000; review++) {
            double odds = 1.2 * (2 * truth[review] - 1) + random.nextGaussian();
            probabilities[2 * review + 1] = (float) (1 / (1 + Math.exp(-odds)));
        }
        RocCurve curve = RocCurve.of(truth, probabilities, 2).orElseThrow();

        RocCurve thinned = curve.thinned(most);

        assertThat(curve.truePositiveRates()).hasSizeGreaterThan(4_900);
        assertThat(thinned.truePositiveRates()).hasSizeBetween(Math.min(most, 3) - 1, most);
        assertThat(area(thinned)).isCloseTo(area(curve), within(0.5 / (most - 1) + 1e-3));
    }
}
