package tritone.kernel;

import java.util.Arrays;

/** What products reach on this machine when nothing else is done, as a measure for everything that is built on them. */
public final class ProductPeak {
    private static final int ROWS = 64;
    private static final int INNER = 128;
    private static final int COLUMNS = 512;
    private static final int ROUNDS = 12;
    private static final int REPEATS = 200;

    private ProductPeak() {}

    /** Floating-point operations per second of one product after another on so many threads: the best of some rounds. */
    public static double measure(Arithmetic arithmetic, int threads) {
        Workers workers = Workers.of(threads);
        float[] numbers = new float[INNER * COLUMNS];
        Arrays.fill(numbers, 1e-3f);
        PackedMatrix right = arithmetic.pack(Matrix.of(numbers, 0, INNER, COLUMNS));
        float[][] sums = new float[threads][ROWS * COLUMNS];
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long started = System.nanoTime();
            workers.run(threads, task -> {
                Matrix sum = Matrix.of(sums[task], 0, ROWS, COLUMNS);
                for (int i = 0; i < REPEATS; i++) {
                    arithmetic.addProduct(Matrix.of(numbers, 0, ROWS, INNER), right, sum);
                }
            });
            double seconds = (System.nanoTime() - started) / 1e9;
            best = Math.max(best, 2.0 * ROWS * INNER * COLUMNS * REPEATS * threads / seconds);
        }
        return best;
    }
}
