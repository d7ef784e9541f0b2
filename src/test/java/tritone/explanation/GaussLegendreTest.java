package tritone.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussLegendreTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 14, 33, 64})
    void integratesPolynomialsExactly(int count) {
        GaussLegendre rule = GaussLegendre.of(count);

        for (int degree = 0; degree < 2 * count; degree++) {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += rule.weights()[i] * Math.pow(rule.nodes()[i], degree);
            }
            assertThat(sum).as("degree %d", degree).isCloseTo(1.0 / (degree + 1), within(1e-14));
        }
        assertThat(rule.nodes()).isSorted();
    }

    @Test
    void hasTheNodesThatAreKnownInClosedForm() {
        GaussLegendre rule = GaussLegendre.of(3);

        double outer = Math.sqrt(0.6) / 2;
        assertThat(rule.nodes()).containsExactly(new double[] {0.5 - outer, 0.5, 0.5 + outer}, within(1e-15));
        assertThat(rule.weights()).containsExactly(new double[] {5 / 18.0, 8 / 18.0, 5 / 18.0}, within(1e-15));
    }
}
