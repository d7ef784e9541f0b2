package tritone.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecayTest {
    private static double[] series(double first, double factor, int length) {
        return IntStream.range(0, length)
                .mapToDouble(k -> first * Math.pow(factor, k))
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.83, 1, 1.05})
    void ofAGeometricSeriesItIsItsFactor(double factor) {
        Decay decay = Decay.of(series(0.02, factor, 40));

        assertThat(decay.factor().getAsDouble()).isCloseTo(factor, within(1e-12));
        assertThat(decay.left(0)).hasValue(1);
        assertThat(decay.left(39).getAsDouble()).isCloseTo(Math.pow(factor, 39), within(1e-12));
        assertThat(decay.left(40)).isEmpty();
    }

    /** By hand: the slope through (0, 0), (1, ln 2), (3, ln 4) is 9 ln 2 / 14. */
    @Test
    void isTheNearestSeriesOfOtherNorms() {
        double[] norms = {1, 2, 0, 4};

        assertThat(Decay.of(norms).factor().getAsDouble()).isCloseTo(Math.pow(2, 9.0 / 14), within(1e-12));
    }

    @Test
    void whatIsFartherBackThanFiftyStepsDoesNotCount() {
        double[] norms = series(1, 0.9, 60);
        norms[51] = 1e9;
        norms[52] = 0;

        assertThat(Decay.of(norms).factor().getAsDouble()).isCloseTo(0.9, within(1e-12));
        norms[50] = 1e9;
        assertThat(Decay.of(norms).factor().getAsDouble()).isGreaterThan(0.91);
    }

    @Test
    void fromOnePointOnNothingFollows() {
        assertThat(Decay.of(new double[] {3}).factor()).isEmpty();
        assertThat(Decay.of(new double[] {3}).left(0)).hasValue(1);
        assertThat(Decay.of(new double[] {3, 0, 0}).factor()).isEmpty();
        assertThat(Decay.of(new double[] {3, 0, 0}).left(2)).hasValue(0);
    }

    @Test
    void nothingIsAShareOfNothing() {
        assertThat(Decay.of(new double[2]).factor()).isEmpty();
        assertThat(Decay.of(new double[2]).left(0)).isEmpty();
        assertThat(Decay.of(new double[] {0, 1, 2}).left(1)).isEmpty();
        assertThat(Decay.of(new double[] {0, 1, 2}).factor().getAsDouble()).isCloseTo(2, within(1e-12));
        assertThat(Decay.of(new double[0]).left(0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatIsNoNorm(double norm) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decay.of(new double[] {1, norm}))
                .withMessage("the norm after 1 steps must be a finite number of at least 0 but was " + norm);
    }
}
