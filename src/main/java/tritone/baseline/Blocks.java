package tritone.baseline;

import java.util.function.IntToLongFunction;
import tritone.kernel.Workers;

/**
 * A cut of the indexes 0 to n - 1 into blocks of about the same work. The blocks do not depend on the number of threads,
 * and sums are taken block by block in their order, so no result does either.
 */
final class Blocks {
    /** Enough to keep many threads busy to the end. */
    private static final int COUNT = 64;

    private final int[] cuts = new int[COUNT + 1];
    private final Workers workers;

    /** Some work on the indexes {@code from} to {@code to - 1}. */
    interface Task {
        void run(int from, int to);
    }

    /** A sum over the indexes {@code from} to {@code to - 1}. */
    interface Sum {
        double of(int from, int to);
    }

    /** Blocks of so many indexes, each of which costs this much and a little for itself. */
    Blocks(int length, IntToLongFunction cost, Workers workers) {
        this.workers = workers;
        long total = length;
        for (int i = 0; i < length; i++) {
            total += cost.applyAsLong(i);
        }
        long perBlock = total / COUNT + 1;
        long done = 0;
        int block = 0;
        for (int i = 0; i < length; i++) {
            while (done >= block * perBlock) {
                cuts[block++] = i;
            }
            done += 1 + cost.applyAsLong(i);
        }
        while (block <= COUNT) {
            cuts[block++] = length;
        }
    }

    void run(Task task) {
        workers.run(COUNT, block -> task.run(cuts[block], cuts[block + 1]));
    }

    double sum(Sum sum) {
        double[] sums = new double[COUNT];
        workers.run(COUNT, block -> sums[block] = sum.of(cuts[block], cuts[block + 1]));
        double total = 0;
        for (double part : sums) {
            total += part;
        }
        return total;
    }

    double dot(double[] a, double[] b) {
        return sum((from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += a[i] * b[i];
            }
            return sum;
        });
    }

    /** sum = factor * a + sum. */
    void addScaled(double factor, double[] a, double[] sum) {
        run((from, to) -> {
            for (int i = from; i < to; i++) {
                sum[i] += factor * a[i];
            }
        });
    }
}
