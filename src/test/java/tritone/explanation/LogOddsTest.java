package tritone.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogOddsTest {
    private static final double[] SCORES = {0.3, -1.2, 2.5, 0};

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void isWhatTheProbabilitySays(int label) {
        double total = 0;
        for (double score : SCORES) {
            total += Math.exp(score);
        }
        double probability = Math.exp(SCORES[label]) / total;

        assertThat(LogOdds.of(SCORES, label)).isCloseTo(Math.log(probability / (1 - probability)), within(1e-12));
    }

    @Test
    void doesNotSaturate() {
        assertThat(LogOdds.of(new double[] {0, 5000}, 1)).isEqualTo(5000);
        assertThat(LogOdds.of(new double[] {0, 5000}, 0)).isEqualTo(-5000);
        assertThat(LogOdds.of(new double[] {-1e9, 1e9, 1e9}, 0)).isCloseTo(-2e9 - Math.log(2), within(1e-6));
        assertThat(LogOdds.gradient(new double[] {-1e9, 1e9, 1e9}, 0)).containsExactly(1, -0.5, -0.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void growsAsItsGradientSays(int label) {
        double[] gradient = LogOdds.gradient(SCORES, label);

        for (int i = 0; i < SCORES.length; i++) {
            double[] upper = SCORES.clone();
            double[] lower = SCORES.clone();
            upper[i] += 1e-5;
            lower[i] -= 1e-5;
            double slope = (LogOdds.of(upper, label) - LogOdds.of(lower, label)) / 2e-5;
            assertThat(gradient[i]).isCloseTo(slope, within(1e-9));
        }
    }
}
