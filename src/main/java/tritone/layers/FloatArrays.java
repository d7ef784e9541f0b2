package tritone.layers;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import tritone.kernel.Workers;

/** Single precision. */
final class FloatArrays implements NumberArrays<float[]> {
    /** Numbers that are looked at in one go. */
    private static final int CHUNK = 1 << 13;

    /** What takes time is shared out in so many parts. */
    private static final int TASKS = 8;

    /** The numbers where they lie; as long as the array is in use. */
    private static FloatBuffer buffer(INDArray array) {
        FloatPointer pointer = new FloatPointer(array.data().addressPointer());
        return pointer.capacity(array.length()).asBuffer();
    }

    @Override
    public float[] create(int length) {
        return new float[length];
    }

    @Override
    public float[] read(INDArray array) {
        float[] values = new float[(int) array.length()];
        buffer(array).get(values);
        return values;
    }

    @Override
    public void write(float[] values, int length, INDArray array) {
        buffer(array).put(values, 0, length);
    }

    @Override
    public void readRows(INDArray table, int[] rows, int width, float[] target) {
        FloatBuffer numbers = buffer(table);
        for (int i = 0; i < rows.length; i++) {
            numbers.get(rows[i] * width, target, i * width, width);
        }
    }

    @Override
    public void writeRows(float[] values, INDArray table, int[] rows, int width) {
        FloatBuffer numbers = buffer(table);
        for (int i = 0; i < rows.length; i++) {
            numbers.put(rows[i] * width, values, i * width, width);
        }
    }

    @Override
    public void gatherRows(INDArray table, int[] rows, int width, INDArray target) {
        FloatBuffer from = buffer(table);
        FloatBuffer to = buffer(target);
        share(rows.length, (first, end) -> {
            for (int i = first, run; i < end; i += run) {
                run = run(rows, i, end);
                to.put(i * width, from, rows[i] * width, run * width);
            }
        });
    }

    @Override
    public void scatterRows(INDArray source, INDArray table, int[] rows, int width) {
        FloatBuffer from = buffer(source);
        FloatBuffer to = buffer(table);
        share(rows.length, (first, end) -> {
            for (int i = first, run; i < end; i += run) {
                run = run(rows, i, end);
                to.put(rows[i] * width, from, i * width, run * width);
            }
        });
    }

    /** A part of something that is shared out. */
    private interface Part {
        void run(int from, int to);
    }

    private static void share(int count, Part part) {
        int size = (count + TASKS - 1) / TASKS;
        Workers.ALL.run(TASKS, task -> part.run(Math.min(count, task * size), Math.min(count, (task + 1) * size)));
    }

    /** How many rows from here on follow each other: frequent words do, and are copied in one go. */
    private static int run(int[] rows, int from, int to) {
        int end = from + 1;
        while (end < to && rows[end] == rows[end - 1] + 1) {
            end++;
        }
        return end - from;
    }

    @Override
    public int[] nonZeroRows(INDArray table, int width) {
        FloatBuffer numbers = buffer(table);
        int count = numbers.capacity() / width;
        boolean[] occupied = new boolean[count];
        int batch = Math.max(1, CHUNK / width);
        share(count, (from, to) -> {
            float[] chunk = new float[batch * width];
            for (int first = from; first < to; first += batch) {
                int size = Math.min(batch, to - first);
                numbers.get(first * width, chunk, 0, size * width);
                for (int row = 0; row < size; row++) {
                    occupied[first + row] = !isZero(chunk, row * width, (row + 1) * width);
                }
            }
        });
        int[] rows = new int[count];
        int found = 0;
        for (int row = 0; row < count; row++) {
            rows[found] = row;
            found += occupied[row] ? 1 : 0;
        }
        return Arrays.copyOf(rows, found);
    }

    private static boolean isZero(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            if (values[i] != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int firstNotFinite(float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void scale(float[] values, double factor) {
        scale(values, values.length, (float) factor);
    }

    private static void scale(float[] values, int length, float factor) {
        for (int i = 0; i < length; i++) {
            values[i] *= factor;
        }
    }

    @Override
    public void scale(INDArray array, int from, int to, double factor) {
        change(array, from, to, (chunk, size) -> scale(chunk, size, (float) factor));
    }

    @Override
    public void bound(INDArray array, int from, int to, double bound) {
        float most = (float) bound;
        change(array, from, to, (chunk, size) -> {
            for (int i = 0; i < size; i++) {
                chunk[i] = Math.max(-most, Math.min(most, chunk[i])); // no number stays none
            }
        });
    }

    /** What is done to numbers that were copied out and will be copied back. */
    private interface Change {
        void apply(float[] chunk, int size);
    }

    private static void change(INDArray array, int from, int to, Change change) {
        FloatBuffer numbers = buffer(array);
        share(to - from, (first, end) -> {
            float[] chunk = new float[CHUNK];
            for (int at = from + first; at < from + end; at += CHUNK) {
                int size = Math.min(CHUNK, from + end - at);
                numbers.get(at, chunk, 0, size);
                change.apply(chunk, size);
                numbers.put(at, chunk, 0, size);
            }
        });
    }

    @Override
    public double squares(INDArray array, int from, int to) {
        FloatBuffer numbers = buffer(array);
        int chunks = (to - from + CHUNK - 1) / CHUNK;
        double[] sums = new double[chunks];
        share(chunks, (first, end) -> {
            float[] chunk = new float[CHUNK];
            for (int i = first; i < end; i++) {
                int at = from + i * CHUNK;
                int size = Math.min(CHUNK, to - at);
                numbers.get(at, chunk, 0, size);
                sums[i] = squares(chunk, size);
            }
        });
        double sum = 0;
        for (double part : sums) {
            sum += part;
        }
        return sum;
    }

    /** Four sums at a time: one alone would wait for each addition before the next. */
    private static double squares(float[] values, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            a += (double) values[i] * values[i];
            b += (double) values[i + 1] * values[i + 1];
            c += (double) values[i + 2] * values[i + 2];
            d += (double) values[i + 3] * values[i + 3];
        }
        for (; i < length; i++) {
            a += (double) values[i] * values[i];
        }
        return (a + b) + (c + d);
    }

    @Override
    public void copy(float[] source, int at, int stride, float[] target, int offset, int targetStride, int length) {
        for (int i = 0; i < length; i++) {
            target[offset + i * targetStride] = source[at + i * stride];
        }
    }
}
