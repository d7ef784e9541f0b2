package tritone.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationsTest {
    @Test
    void tanhAndSigmoidAreAsCloseAsTheySay() {
        double tanhError = 0;
        double sigmoidError = 0;
        for (int i = -4_000_000; i <= 4_000_000; i++) {
            float x = i * 5e-6f;
            tanhError = Math.max(tanhError, Math.abs(Activations.tanh(x) - Math.tanh(x)));
            sigmoidError = Math.max(sigmoidError, Math.abs(Activations.sigmoid(x) - 1 / (1 + Math.exp(-x))));
        }

        assertThat(tanhError).isLessThan(4e-7);
        assertThat(sigmoidError).isLessThan(2e-7);
    }

    @Test
    void expIsAsCloseAsItSays() {
        double error = 0;
        for (int i = -8_700_000; i <= 8_800_000; i++) {
            float x = i * 1e-5f;
            double exact = Math.exp(x);
            error = Math.max(error, Math.abs(Activations.exp(x) - exact) / exact);
        }

        assertThat(error).isLessThan(4e-7);
        assertThat(Activations.exp(0)).isEqualTo(1);
    }

    @Test
    void staysWithinItsBoundsFarOut() {
        for (float x : new float[] {8, 20, 1e10f, Float.POSITIVE_INFINITY}) {
            assertThat(Activations.tanh(x)).isBetween(0.999999f, 1f);
            assertThat(Activations.tanh(-x)).isBetween(-1f, -0.999999f);
            assertThat(Activations.sigmoid(-2 * x)).isBetween(0f, 1e-6f);
        }
        assertThat(Activations.tanh(0)).isZero();
        assertThat(Activations.exp(Float.POSITIVE_INFINITY)).isEqualTo(Activations.exp(88));
        assertThat(Activations.exp(Float.NEGATIVE_INFINITY)).isEqualTo(Activations.exp(-87));
    }

    @ParameterizedTest
    @MethodSource("arithmetics")
    void theEndsOfTheNumbersAreTheSameWhereverTheyStand(Arithmetic arithmetic) {
        float[] ends = {
            0f,
            -0f,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            Activations.BOUND,
            Math.nextUp(Activations.BOUND),
            -Math.nextUp(Activations.BOUND),
            2 * Activations.BOUND,
            40f,
            -40f,
            Float.MAX_VALUE,
            -Float.MAX_VALUE,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.NaN,
            Float.intBitsToFloat(0xffc00000)
        };
        float[] values = new float[5 * ends.length + 3]; // whole vectors and a rest
        for (int i = 0; i < values.length; i++) {
            values[i] = ends[(i + i / ends.length) % ends.length];
        }
        float[] tanh = values.clone();
        float[] sigmoid = values.clone();
        float[] powers = values.clone();

        arithmetic.tanhInPlace(tanh, 0, tanh.length);
        arithmetic.sigmoidInPlace(sigmoid, 0, sigmoid.length);
        arithmetic.expInPlace(powers, 0, powers.length);

        for (int i = 0; i < values.length; i++) {
            assertThat(Float.floatToIntBits(tanh[i])).isEqualTo(Float.floatToIntBits(Activations.tanh(values[i])));
            assertThat(Float.floatToIntBits(sigmoid[i]))
                    .isEqualTo(Float.floatToIntBits(Activations.sigmoid(values[i])));
            assertThat(Float.floatToIntBits(powers[i])).isEqualTo(Float.floatToIntBits(Activations.exp(values[i])));
            assertThat(Float.isNaN(powers[i])).isEqualTo(Float.isNaN(values[i]));
            assertThat(Float.isNaN(tanh[i])).isEqualTo(Float.isNaN(values[i]));
            assertThat(Float.isNaN(sigmoid[i])).isEqualTo(Float.isNaN(values[i]));
        }
    }

    private static Stream<Arithmetic> arithmetics() {
        return Stream.of(Arithmetic.SCALAR, Arithmetic.fastest());
    }
}
