package tritone.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Adam in double precision for rows that only move when their gradient is not all zero. */
final class ReferenceAdam {
    private final double[] values;
    private final double[] mean;
    private final double[] squares;
    private final int width;

    ReferenceAdam(float[] values, int width) {
        this.values = ReferenceGuess.doubles(values);
        this.width = width;
        mean = new double[values.length];
        squares = new double[values.length];
    }

    void step(float[] gradient, double rate, int number, double share) {
        for (int row = 0; row < values.length / width; row++) {
            boolean touched = false;
            for (int i = row * width; i < (row + 1) * width; i++) {
                touched |= gradient[i] != 0;
            }
            for (int i = row * width; touched && i < (row + 1) * width; i++) {
                double slope = share * gradient[i];
                mean[i] = 0.9 * mean[i] + 0.1 * slope;
                squares[i] = 0.999 * squares[i] + 0.001 * slope * slope;
                double unbiased = mean[i] / (1 - Math.pow(0.9, number));
                double deviation = Math.sqrt(squares[i] / (1 - Math.pow(0.999, number)));
                values[i] -= rate * unbiased / (deviation + 1e-8);
            }
        }
    }

    void assertValues(float[] actual) {
        for (int i = 0; i < values.length; i++) {
            assertThat((double) actual[i]).as("number %d", i).isCloseTo(values[i], within(1e-5));
        }
    }
}
