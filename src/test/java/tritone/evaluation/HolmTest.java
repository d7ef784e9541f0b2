package tritone.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolmTest {
    private static final double NONE = Double.NaN;

    private static void assertAdjusted(double[] p, double... expected) {
        assertThat(Holm.adjusted(p)).containsExactly(expected, within(1e-15));
    }

    @Test
    void multipliesTheSmallestByTheirNumberAndEachNextByOneLess() {
        assertAdjusted(new double[] {0.01}, 0.01);
        assertAdjusted(new double[] {0.03, 0.01}, 0.03, 0.02);
        assertAdjusted(new double[] {0.001, 0.3, 0.02, 0.01}, 0.004, 0.3, 0.04, 0.03);
    }

    @Test
    void neverFallsWhereTheGivenOnesRise() {
        // 3 * 0.02 = 0.06 holds up 2 * 0.025 and 0.05.
        assertAdjusted(new double[] {0.025, 0.05, 0.02}, 0.06, 0.06, 0.06);
    }

    @Test
    void isAtMostOne() {
        assertAdjusted(new double[] {0.6, 0.5, 1}, 1, 1, 1);
    }

    @Test
    void equalOnesStayEqual() {
        assertAdjusted(new double[] {0.02, 0.01, 0.02, 0.01, 0.02}, 0.06, 0.05, 0.06, 0.05, 0.06);
        assertAdjusted(new double[] {0, 0, 0}, 0, 0, 0);
    }

    @Test
    void aTestThatWasNotPossibleDoesNotCount() {
        assertAdjusted(new double[] {NONE, 0.03, NONE, 0.01}, NONE, 0.03, NONE, 0.02);
        assertAdjusted(new double[] {NONE}, NONE);
        assertAdjusted(new double[0]);
    }

    @Test
    void leavesTheGivenOnesAsTheyAre() {
        double[] p = {0.03, 0.01};

        Holm.adjusted(p);

        assertThat(p).containsExactly(0.03, 0.01);
    }

    /** Of 2,000 families of five true hypotheses at most 5 % lose one; the share of as many misses by 0.5 % in the mean. */
    @Test
    void seldomRejectsAnyOfManyTrueHypotheses() {
        Random random = new Random(7);
        int lost = 0;
        for (int family = 0; family < 2_000; family++) {
            double[] adjusted = Holm.adjusted(random.doubles(5).toArray());
            boolean any = false;
            for (double p : adjusted) {
                any |= p < 0.05;
            }
            lost += any ? 1 : 0;
        }

        assertThat(lost / 2_000.0).isBetween(0.035, 0.065);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.POSITIVE_INFINITY})
    void refusesWhatIsNoProbability(double p) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holm.adjusted(new double[] {0.5, p}))
                .withMessage("p must be in [0, 1] but was " + p);
    }
}
