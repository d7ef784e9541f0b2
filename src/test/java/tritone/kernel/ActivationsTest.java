package tritone.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
    void staysWithinItsBoundsFarOut() {
        for (float x : new float[] {8, 20, 1e10f, Float.POSITIVE_INFINITY}) {
            assertThat(Activations.tanh(x)).isBetween(0.999999f, 1f);
            assertThat(Activations.tanh(-x)).isBetween(-1f, -0.999999f);
            assertThat(Activations.sigmoid(-2 * x)).isBetween(0f, 1e-6f);
        }
        assertThat(Activations.tanh(0)).isZero();
    }
}
