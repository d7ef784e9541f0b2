package tritone.kernel;

import java.util.Arrays;

/** Plain loops. */
final class ScalarSkipGram implements SkipGram {
    @Override
    public void learn(float[] vectors, int[] places, int count, Rows rows, float rate) {
        float[] sums = rows.sums();
        for (int i = 0; i < count; i++) {
            multiply(vectors, places[i], rows);
            Arrays.fill(sums, 0);
            for (int row = 0; row < rows.count(); row++) {
                move(vectors, places[i], rows, row, rows.step(row, rate));
            }
            for (int j = 0; j < sums.length; j++) {
                vectors[places[i] + j] += sums[j];
            }
        }
    }

    private static void multiply(float[] vectors, int place, Rows rows) {
        float[] partial = rows.partial();
        Arrays.fill(partial, 0);
        for (int row = 0; row < rows.count(); row++) {
            for (int j = 0; j < rows.stride(); j++) {
                int lane = row * BLOCK + j % BLOCK;
                partial[lane] = Math.fma(vectors[place + j], rows.values()[row * rows.stride() + j], partial[lane]);
            }
        }
    }

    private static void move(float[] vectors, int place, Rows rows, int row, float step) {
        float[] values = rows.values();
        float[] sums = rows.sums();
        int at = row * rows.stride();
        for (int j = 0; j < sums.length; j++) {
            sums[j] = Math.fma(step, values[at + j], sums[j]);
            values[at + j] = Math.fma(step, vectors[place + j], values[at + j]);
        }
    }
}
