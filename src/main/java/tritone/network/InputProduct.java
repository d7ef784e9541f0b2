package tritone.network;

import java.util.Arrays;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tritone.kernel.Arithmetic;
import tritone.kernel.Matrix;
import tritone.kernel.PackedMatrix;
import tritone.kernel.TransposedProduct;
import tritone.kernel.Workers;

/** Rows of inputs times a cell's input weights, and the way back. Rows are shared out in a way that only their count decides. */
final class InputProduct {
    /** Rows that are multiplied at a time. */
    private static final int BLOCK = 128;

    /** No more parts than this sum up weights of their own. */
    private static final int PARTS = 8;

    private final int inputs;
    private final int columns;
    private final Arithmetic arithmetic;
    private final Workers workers;
    private final Queue<Scratch> idle = new ConcurrentLinkedQueue<>();
    private float[] sums = {}; // [count][columns]

    /** The gradients of weights {@code [inputs][columns]} and bias. */
    record Gradient(float[] weights, float[] bias) {}

    InputProduct(int inputs, int columns, Arithmetic arithmetic, Workers workers) {
        this.inputs = inputs;
        this.columns = columns;
        this.arithmetic = arithmetic;
        this.workers = workers;
    }

    /** The sums of each row, {@code [count][columns]}; the array is used again for the next batch. */
    float[] sums(float[] rows, int count, float[] weights, float[] bias) {
        int length = Math.multiplyExact(count, columns);
        if (sums.length < length) {
            sums = new float[length];
        }
        PackedMatrix packed = arithmetic.pack(Matrix.of(weights, 0, inputs, columns));
        workers.run((count + BLOCK - 1) / BLOCK, block -> {
            int first = block * BLOCK;
            int size = Math.min(BLOCK, count - first);
            for (int row = first; row < first + size; row++) {
                System.arraycopy(bias, 0, sums, row * columns, columns);
            }
            arithmetic.addProduct(
                    Matrix.of(rows, first * inputs, size, inputs),
                    packed,
                    Matrix.of(sums, first * columns, size, columns));
        });
        return sums;
    }

    /**
     * Adds the rows' gradient to {@code rowGradient} and gives that of the weights.
     *
     * @param places which places of {@code placeGradient}, {@code [places][columns]}, each row stands at
     */
    Gradient back(float[] rows, RowPlaces places, float[] weights, float[] placeGradient, float[] rowGradient) {
        int count = places.rows();
        int size = (count + PARTS * BLOCK - 1) / (PARTS * BLOCK) * BLOCK;
        int parts = size == 0 ? 0 : (count + size - 1) / size;
        PackedMatrix transposed =
                arithmetic.pack(Matrix.of(weights, 0, inputs, columns).transposed());
        Gradient[] gradients = new Gradient[parts];
        workers.run(parts, part -> {
            Scratch scratch = Objects.requireNonNullElseGet(idle.poll(), Scratch::new);
            gradients[part] = new Part(rows, places, placeGradient, rowGradient, transposed, scratch)
                    .run(part * size, Math.min(count, (part + 1) * size));
            idle.add(scratch);
        });
        Gradient sum = new Gradient(new float[inputs * columns], new float[columns]);
        for (Gradient gradient : gradients) {
            add(sum.weights, gradient.weights);
            add(sum.bias, gradient.bias);
        }
        return sum;
    }

    private static void add(float[] sum, float[] numbers) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += numbers[i];
        }
    }

    /** What one thread works with, used again and again. */
    private final class Scratch {
        private final TransposedProduct product = new TransposedProduct(arithmetic);
        private final float[] block = new float[BLOCK * columns];
        private final float[] sum = new float[columns];
        private final float[] next = new float[columns];
    }

    /** Some rows on their way back, in one thread. */
    private final class Part {
        private final float[] rows;
        private final RowPlaces places;
        private final float[] placeGradient;
        private final float[] rowGradient;
        private final PackedMatrix transposed;
        private final TransposedProduct product;
        private final float[] block; // [BLOCK][columns]
        private final float[] sum; // of one row
        private final float[] next; // of one place

        Part(
                float[] rows,
                RowPlaces places,
                float[] placeGradient,
                float[] rowGradient,
                PackedMatrix transposed,
                Scratch scratch) {
            product = scratch.product;
            block = scratch.block;
            sum = scratch.sum;
            next = scratch.next;
            this.rows = rows;
            this.places = places;
            this.placeGradient = placeGradient;
            this.rowGradient = rowGradient;
            this.transposed = transposed;
        }

        Gradient run(int from, int to) {
            Gradient gradient = new Gradient(new float[inputs * columns], new float[columns]);
            for (int first = from; first < to; first += BLOCK) {
                int size = Math.min(BLOCK, to - first);
                for (int row = 0; row < size; row++) {
                    sumPlaces(first + row);
                    add(gradient.bias, sum);
                    System.arraycopy(sum, 0, block, row * columns, columns);
                }
                Matrix sums = Matrix.of(block, 0, size, columns);
                product.add(
                        Matrix.of(rows, first * inputs, size, inputs),
                        sums,
                        Matrix.of(gradient.weights, 0, inputs, columns));
                arithmetic.addProduct(sums, transposed, Matrix.of(rowGradient, first * inputs, size, inputs));
            }
            return gradient;
        }

        private void sumPlaces(int row) {
            Arrays.fill(sum, 0);
            for (int i = places.first(row); i < places.first(row + 1); i++) {
                System.arraycopy(placeGradient, places.place(i) * columns, next, 0, columns);
                add(sum, next);
            }
        }
    }
}
