package tritone.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tritone.kernel.Workers;

class ParameterTest {
    private final Random random = new Random(8);

    private float[] numbers(int length) {
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    @ParameterizedTest(name = "{0} rows of {1}, a share {2} of them touched")
    @CsvSource({"1, 1, 1", "7, 3, 1", "50, 4, 0.3", "3, 20000, 0.5", "20000, 1, 0.7"})
    void movesTouchedRowsByAdamAndNoOthers(int rows, int width, double share) {
        float[] values = numbers(rows * width);
        Parameter parameter = new Parameter(values, width);
        ReferenceAdam expected = new ReferenceAdam(values, width);

        for (int step = 1; step <= 5; step++) {
            float[] before = values.clone();
            boolean[] touched = new boolean[rows];
            for (int row = 0; row < rows; row++) {
                touched[row] = random.nextDouble() < share;
                if (touched[row]) {
                    parameter.add(row, numbers(width + 2), 1, 0.5f);
                }
            }
            expected.step(parameter.gradient(), 0.01, step, 0.7);
            parameter.step(0.01, step, 0.7, Workers.of(2));

            for (int row = 0; row < rows; row++) {
                int from = row * width;
                boolean same = Arrays.equals(before, from, from + width, values, from, from + width);
                assertThat(same).as("row %d", row).isNotEqualTo(touched[row]);
            }
            assertThat(parameter.gradient()).containsOnly(0);
        }
        expected.assertValues(values);
    }

    @Test
    void addsUpWhatARowIsGiven() {
        Parameter parameter = new Parameter(new float[6], 2);

        parameter.add(1, new float[] {9, 1, 2}, 1, 3);
        parameter.add(1, new float[] {10, 20}, 0, -0.5f);
        parameter.add(2, new float[] {4, 0}, 0, 1);

        assertThat(parameter.gradient()).containsExactly(0, 0, -2, -4, 4, 0);
        assertThat(parameter.gradientSquares()).isEqualTo(4 + 16 + 16);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 3", "4, 8", "1, 1001"})
    void sumsTheSquaresOfItsGradient(int rows, int width) {
        Parameter parameter = new Parameter(new float[rows * width], width);
        for (int row = 0; row < rows; row += 2) {
            parameter.add(row, numbers(width), 0, 1);
        }

        double sum = 0;
        for (float slope : parameter.gradient()) {
            sum += (double) slope * slope;
        }
        assertThat(parameter.gradientSquares()).isCloseTo(sum, within(1e-12 * sum));
    }

    @Test
    void forgetsTheGradientAfterAStep() {
        Parameter parameter = Parameter.whole(new float[] {1, 2});
        parameter.add(0, new float[] {3, 4}, 0, 1);
        parameter.step(0.1, 1, 1, Workers.NONE);
        float[] after = parameter.values().clone();

        parameter.step(0.1, 2, 1, Workers.NONE);

        assertThat(parameter.gradientSquares()).isZero();
        assertThat(parameter.values()).isEqualTo(after);
        assertThat(after[0]).isCloseTo(0.9f, within(1e-6f));
    }

    @Test
    void threadsChangeNoBit() {
        float[] one = moved(1);

        assertThat(moved(2)).isEqualTo(one);
        assertThat(moved(3)).isEqualTo(one);
    }

    private float[] moved(int threads) {
        random.setSeed(4);
        float[] values = numbers(90_000);
        Parameter parameter = new Parameter(values, 3);
        for (int step = 1; step <= 3; step++) {
            for (int row = 0; row < 30_000; row += step) {
                parameter.add(row, numbers(3), 0, 1);
            }
            parameter.step(0.1, step, 0.5, Workers.of(threads));
        }
        return Arrays.copyOf(values, values.length);
    }
}
