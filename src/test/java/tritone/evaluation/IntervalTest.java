package tritone.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void hasTheWidthOfThePublishedExample() {
        // 81 of 263: Newcombe (1998), table I, method 3.
        Interval interval = Interval.wilson(81, 263);

        assertThat(interval.low()).isCloseTo(0.2553, within(5e-5));
        assertThat(interval.high()).isCloseTo(0.3662, within(5e-5));
    }

    @Test
    void endsExactlyAtZeroAndOne() {
        for (int n : new int[] {1, 2, 3, 7, 10, 999, 25_000, Integer.MAX_VALUE}) {
            assertThat(Interval.wilson(0, n).low()).isZero();
            assertThat(Interval.wilson(0, n).high()).isGreaterThan(0);
            assertThat(Interval.wilson(n, n).low()).isLessThan(1);
            assertThat(Interval.wilson(n, n).high()).isEqualTo(1);
        }
    }

    /** What defines the interval: a test of its bounds is just not rejected by what was seen. */
    @Test
    void boundsAreAsManyDeviationsAwayAsTheConfidenceAllows() {
        Random random = new Random(3);
        for (int i = 0; i < 1_000; i++) {
            int n = 2 + random.nextInt(30_000);
            Interval interval = Interval.wilson(1 + random.nextInt(n - 1), n);

            for (double bound : new double[] {interval.low(), interval.high()}) {
                double deviation = Math.sqrt(bound * (1 - bound) / n);
                assertThat(Math.abs(interval.value() - bound) / deviation).isCloseTo(1.959963984540054, within(1e-7));
            }
        }
    }

    @Test
    void refusesCountsThatCannotBe() {
        assertThatThrownBy(() -> Interval.wilson(0, 0)).hasMessage("n must be at least 1 but was 0");
        assertThatThrownBy(() -> Interval.wilson(4, 3)).hasMessage("successes must be in [0, 3] but was 4");
        assertThatThrownBy(() -> Interval.wilson(-1, 3)).hasMessage("successes must be in [0, 3] but was -1");
        assertThatThrownBy(() -> new Interval(Double.NaN, 0, 1)).hasMessage("value must be in [0.0, 1.0] but was NaN");
    }
}
