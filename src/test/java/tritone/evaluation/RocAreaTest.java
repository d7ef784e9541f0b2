package tritone.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RocAreaTest {
    /** The area of each pair of a review of class 1 and one of class 0, with this probability of class 1 each. */
    private static double area(float[] positives, float... negatives) {
        int[] truth = new int[positives.length + negatives.length];
        float[] probabilities = new float[2 * truth.length];
        for (int review = 0; review < truth.length; review++) {
            boolean positive = review < positives.length;
            truth[review] = positive ? 1 : 0;
            probabilities[2 * review + 1] = positive ? positives[review] : negatives[review - positives.length];
        }
        return RocArea.of(truth, probabilities, 2).orElseThrow();
    }

    @Test
    void countsPairsInTheRightOrderAndTiesHalf() {
        assertThat(area(new float[] {0.9f}, 0.1f)).isEqualTo(1);
        assertThat(area(new float[] {0.1f}, 0.9f)).isZero();
        assertThat(area(new float[] {0.5f}, 0.5f)).isEqualTo(0.5);
        assertThat(area(new float[] {0.8f, 0.4f}, 0.6f, 0.2f)).isEqualTo(0.75);
        assertThat(area(new float[] {0.4f, 0.4f}, 0.4f, 0.2f)).isEqualTo(0.75);
        assertThat(area(new float[] {1, 0}, 0, 1, 1)).isEqualTo(2.5 / 6);
    }

    @Test
    void zeroIsZeroWhateverItsSign() {
        assertThat(area(new float[] {-0f}, 0f)).isEqualTo(0.5);
        assertThat(area(new float[] {0f}, -0f)).isEqualTo(0.5);
        assertThat(area(new float[] {-0f, 1}, 0f, Float.MIN_VALUE)).isEqualTo(2.5 / 4);
    }

    @Test
    void countsMorePairsThanAnIntHolds() {
        int each = 70_000;
        float[] positives = new float[each];
        float[] negatives = new float[each];
        for (int i = 0; i < each; i++) {
            positives[i] = i % 2 == 0 ? 0.75f : 0.25f;
            negatives[i] = 0.5f;
        }

        assertThat(area(positives, negatives)).isEqualTo(0.5);
    }

    @Test
    void isEmptyWhereAllReviewsAreOfOneClass() {
        assertThat(RocArea.of(new int[] {1, 1}, new float[] {0.5f, 0.5f, 0.1f, 0.9f}, 2))
                .isEmpty();
        assertThat(RocArea.of(new int[] {0}, new float[] {1, 0, 0}, 3)).isEmpty();
    }

    @Test
    void leavesClassesOutThatNoReviewHas() {
        int[] truth = {0, 1, 0};
        float[] probabilities = {0.5f, 0.4f, 0.1f, 0.5f, 0.3f, 0.2f, 0.7f, 0.1f, 0.2f};

        // Class 0: one win and one tie of two pairs. Class 1: one win of two pairs. Class 2: nobody.
        assertThat(RocArea.of(truth, probabilities, 3)).hasValue((0.75 + 0.5) / 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void agreesWithAllPairsOneByOne(int classes) {
        Random random = new Random(classes);
        for (int reviews = 1; reviews < 150; reviews++) {
            int levels = 1 + random.nextInt(40); // few levels, many ties
            int[] truth = random.ints(reviews, 0, classes).toArray();
            float[] probabilities = new float[reviews * classes];
            for (int i = 0; i < probabilities.length; i++) {
                probabilities[i] = (float) random.nextInt(levels + 1) / levels;
            }

            double expected = byAllPairs(truth, probabilities, classes);

            assertThat(RocArea.of(truth, probabilities, classes).orElse(Double.NaN))
                    .as("%d reviews", reviews)
                    .isCloseTo(expected, within(1e-14));
        }
    }

    private static double byAllPairs(int[] truth, float[] probabilities, int classes) {
        double sum = 0;
        int defined = 0;
        for (int c = classes == 2 ? 1 : 0; c < classes; c++) {
            double won = 0;
            int pairs = 0;
            for (int i = 0; i < truth.length; i++) {
                for (int j = 0; j < truth.length; j++) {
                    if (truth[i] == c && truth[j] != c) {
                        int order = Float.compare(probabilities[i * classes + c], probabilities[j * classes + c]);
                        won += (1 + Integer.signum(order)) / 2.0;
                        pairs++;
                    }
                }
            }
            sum += pairs == 0 ? 0 : won / pairs;
            defined += pairs == 0 ? 0 : 1;
        }
        return sum / defined;
    }
}
