package tritone.pretraining;

import java.util.BitSet;
import tritone.kernel.Workers;

/**
 * Weights that learn by Adam (Kingma and Ba, 2015), in rows. Only rows that were touched since the last step have a gradient
 * and move; the others keep what the optimiser knows of them.
 */
final class Parameter {
    private static final float MEAN_KEPT = 0.9f;
    private static final float SQUARES_KEPT = 0.999f;
    private static final float EPSILON = 1e-8f;

    /** Numbers that one task moves, about. */
    private static final int TASK = 1 << 14;

    private final float[] values;
    private final float[] gradient;
    private final float[] mean;
    private final float[] squares;
    private final int width;
    private final BitSet touched = new BitSet();

    /** {@code values} are moved where they lie. */
    Parameter(float[] values, int width) {
        this.values = values;
        this.width = width;
        gradient = new float[values.length];
        mean = new float[values.length];
        squares = new float[values.length];
    }

    /** All in one row. */
    static Parameter whole(float[] values) {
        return new Parameter(values, values.length);
    }

    float[] values() {
        return values;
    }

    /** What was added since the last step. */
    float[] gradient() {
        return gradient;
    }

    /** Adds to the gradient of a row. */
    void add(int row, float[] numbers, int offset, float factor) {
        touched.set(row);
        int at = row * width;
        for (int i = 0; i < width; i++) {
            gradient[at + i] += factor * numbers[offset + i];
        }
    }

    /** The sum of the gradient's squares, in the order of rows. */
    double gradientSquares() {
        double sum = 0;
        for (int row = touched.nextSetBit(0); row >= 0; row = touched.nextSetBit(row + 1)) {
            double even = 0;
            double odd = 0;
            int i = row * width;
            for (; i + 1 < (row + 1) * width; i += 2) {
                even += (double) gradient[i] * gradient[i];
                odd += (double) gradient[i + 1] * gradient[i + 1];
            }
            if (i < (row + 1) * width) {
                even += (double) gradient[i] * gradient[i];
            }
            sum += even + odd;
        }
        return sum;
    }

    /**
     * Takes a step and forgets the gradient.
     *
     * @param number of the step, the first one 1
     * @param share of the gradient that counts
     */
    void step(double rate, int number, double share, Workers workers) {
        int[] rows = touched.stream().toArray();
        int perTask = Math.max(1, TASK / width);
        float size = (float) (rate / (1 - StrictMath.pow(MEAN_KEPT, number)));
        float scale = (float) (1 / (1 - StrictMath.pow(SQUARES_KEPT, number)));
        workers.run((rows.length + perTask - 1) / perTask, task -> {
            for (int i = task * perTask; i < Math.min(rows.length, (task + 1) * perTask); i++) {
                move(rows[i] * width, (rows[i] + 1) * width, (float) share, size, scale);
            }
        });
        touched.clear();
    }

    private void move(int from, int to, float share, float size, float scale) {
        for (int i = from; i < to; i++) {
            float g = share * gradient[i];
            mean[i] = MEAN_KEPT * mean[i] + (1 - MEAN_KEPT) * g;
            squares[i] = SQUARES_KEPT * squares[i] + (1 - SQUARES_KEPT) * g * g;
            values[i] -= size * mean[i] / ((float) Math.sqrt(scale * squares[i]) + EPSILON);
            gradient[i] = 0;
        }
    }
}
