package tritone.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CombinedTest {
    private static double combined(double... p) {
        return Combined.twiceMedian(p);
    }

    @Test
    void isTwiceTheOneInTheMiddle() {
        assertThat(combined(0.5, 0, 0.25)).isEqualTo(0.5);
        assertThat(combined(0.25, 1, 0, 0.125)).isEqualTo(0.375);
    }

    @Test
    void isAtMostOne() {
        assertThat(combined(0.75, 0.75)).isEqualTo(1);
        assertThat(combined(1, 0, 1)).isEqualTo(1);
    }

    @Test
    void aSingleOneStays() {
        assertThat(combined(0.04)).isEqualTo(0.04);
        assertThat(combined(1)).isEqualTo(1);
    }

    /**
     * The dependence that comes closest to breaking it: six of eleven values are below 0.025 together or none is, so often
     * that each is as often as a p may be: 0.025 * 11 / 6 = 0.0458. 20,000 trials miss that by 0.0015 in the mean.
     */
    @Test
    void holdsWhatItSaysUnderTheWorstDependence() {
        Random random = new Random(11);
        int found = 0;
        for (int trial = 0; trial < 20_000; trial++) {
            boolean together = random.nextDouble() < 0.025 * 11 / 6;
            double[] p = new double[11];
            for (int i = 0; i < 11; i++) {
                boolean low = together && (i + trial) % 11 < 6;
                p[i] = low ? 0.025 * random.nextDouble() : 0.025 + 0.975 * random.nextDouble();
            }
            found += Combined.twiceMedian(p) < 0.05 ? 1 : 0;
        }

        assertThat(found / 20_000.0).isBetween(0.041, 0.05);
    }

    @Test
    void refusesNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(CombinedTest::combined)
                .withMessage("p must be at least 1 value but was none");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void refusesWhatIsNoProbability(double p) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> combined(0.5, p))
                .withMessage("p must be in [0, 1] but was " + p);
    }
}
