package tritone.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogCountRatiosTest {
    /** Two reviews of the class and one of the others; feature 0 is in none. */
    private static final int[][] ROWS = {{1, 2}, {1, 3}, {2, 3}};

    private static final boolean[] IN_CLASS = {true, true, false};

    @Test
    void areThoseCountedByHand() {
        double[] ratios = LogCountRatios.of(new FeatureMatrix(ROWS, 4), IN_CLASS, 1);

        // p = (3, 2, 2) of 7 and q = (1, 2, 2) of 5.
        assertThat(ratios[0]).isZero();
        assertThat(ratios[1]).isCloseTo(Math.log((3 / 7.0) / (1 / 5.0)), within(1e-15));
        assertThat(ratios[2]).isCloseTo(Math.log((2 / 7.0) / (2 / 5.0)), within(1e-15));
        assertThat(ratios[3]).isCloseTo(Math.log((2 / 7.0) / (2 / 5.0)), within(1e-15));
    }

    @Test
    void smoothingDrawsThemToZero() {
        double[] ratios = LogCountRatios.of(new FeatureMatrix(ROWS, 4), IN_CLASS, 0.5);

        // p = (2.5, 1.5, 1.5) of 5.5 and q = (0.5, 1.5, 1.5) of 3.5.
        assertThat(ratios[1]).isCloseTo(Math.log((2.5 / 5.5) / (0.5 / 3.5)), within(1e-15));
        assertThat(ratios[2]).isCloseTo(Math.log(3.5 / 5.5), within(1e-15));
        assertThat(LogCountRatios.of(new FeatureMatrix(ROWS, 4), IN_CLASS, 1e9)[1])
                .isCloseTo(0, within(1e-8));
    }

    @Test
    void turnTheirSignsWithTheClasses() {
        double[] ratios = LogCountRatios.of(new FeatureMatrix(ROWS, 4), IN_CLASS, 1);
        double[] turned = LogCountRatios.of(new FeatureMatrix(ROWS, 4), new boolean[] {false, false, true}, 1);

        for (int feature = 0; feature < 4; feature++) {
            assertThat(turned[feature]).isCloseTo(-ratios[feature], within(1e-15));
        }
    }
}
