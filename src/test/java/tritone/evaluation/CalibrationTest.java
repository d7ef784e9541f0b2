package tritone.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void binsHoldWhatFallsIntoThem() {
        List<CalibrationBin> bins =
                Calibration.bins(new float[] {0.625f, 0.65625f, 1, 1}, new boolean[] {true, false, true, false});

        assertThat(bins).hasSize(15);
        assertThat(bins.get(8)).isEqualTo(new CalibrationBin(8 / 15.0, 9 / 15.0, 0, 0, 0));
        assertThat(bins.get(9)).isEqualTo(new CalibrationBin(9 / 15.0, 10 / 15.0, 2, 0.640625, 0.5));
        assertThat(bins.get(14)).isEqualTo(new CalibrationBin(14 / 15.0, 1, 2, 1, 0.5));
        assertThat(Calibration.error(bins)).isEqualTo((2 * 0.140625 + 2 * 0.5) / 4);
    }

    @Test
    void zeroAndOneFallIntoTheOuterBins() {
        List<CalibrationBin> bins = Calibration.bins(new float[] {0, -0f, 1}, new boolean[3]);

        assertThat(bins.get(0).count()).isEqualTo(2);
        assertThat(bins.get(14).count()).isEqualTo(1);
    }

    @Test
    void theFloatsAroundABoundFallOnTheirOwnSideOfIt() {
        for (int i = 1; i < Calibration.BINS; i++) {
            float below = (float) i / Calibration.BINS;
            below = isAbove(below, i) ? Math.nextDown(below) : below;

            List<CalibrationBin> bins =
                    Calibration.bins(new float[] {below, Math.nextUp(below)}, new boolean[] {true, true});

            assertThat(bins.get(i - 1).count()).as("below %d / 15", i).isEqualTo(1);
            assertThat(bins.get(i).count()).as("above %d / 15", i).isEqualTo(1);
        }
    }

    private static boolean isAbove(float confidence, int bound) {
        return new BigDecimal(confidence)
                        .multiply(BigDecimal.valueOf(Calibration.BINS))
                        .compareTo(BigDecimal.valueOf(bound))
                > 0;
    }

    @Test
    void errorAgreesWithAWalkBinByBin() {
        Random random = new Random(4);
        for (int reviews = 1; reviews < 200; reviews++) {
            float[] confidence = new float[reviews];
            boolean[] right = new boolean[reviews];
            for (int i = 0; i < reviews; i++) {
                confidence[i] = random.nextFloat();
                right[i] = random.nextFloat() < 0.6;
            }

            double expected = 0;
            for (int bin = 0; bin < 15; bin++) {
                double gap = 0;
                for (int i = 0; i < reviews; i++) {
                    boolean inside = confidence[i] > bin / 15.0 && confidence[i] <= (bin + 1) / 15.0;
                    gap += inside ? (right[i] ? 1 : 0) - confidence[i] : 0;
                }
                expected += Math.abs(gap) / reviews;
            }
            assertThat(Calibration.error(Calibration.bins(confidence, right))).isCloseTo(expected, within(1e-7));
        }
    }
}
