package tritone.layers;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Single precision. */
final class FloatArrays implements NumberArrays<float[]> {
    /** Numbers that are looked at in one go. */
    private static final int CHUNK = 1 << 14;

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
        for (int i = 0, run; i < rows.length; i += run) {
            run = run(rows, i);
            to.put(i * width, from, rows[i] * width, run * width);
        }
    }

    @Override
    public void scatterRows(INDArray source, INDArray table, int[] rows, int width) {
        FloatBuffer from = buffer(source);
        FloatBuffer to = buffer(table);
        for (int i = 0, run; i < rows.length; i += run) {
            run = run(rows, i);
            to.put(rows[i] * width, from, i * width, run * width);
        }
    }

    /** How many rows from here on follow each other: frequent words do, and are copied in one go. */
    private static int run(int[] rows, int from) {
        int end = from + 1;
        while (end < rows.length && rows[end] == rows[end - 1] + 1) {
            end++;
        }
        return end - from;
    }

    @Override
    public int[] nonZeroRows(INDArray table, int width) {
        FloatBuffer numbers = buffer(table);
        int count = numbers.capacity() / width;
        int[] rows = new int[count];
        int found = 0;
        int batch = Math.max(1, CHUNK / width);
        float[] chunk = new float[batch * width];
        for (int first = 0; first < count; first += batch) {
            int size = Math.min(batch, count - first);
            numbers.get(first * width, chunk, 0, size * width);
            for (int row = 0; row < size; row++) {
                if (!isZero(chunk, row * width, (row + 1) * width)) {
                    rows[found++] = first + row;
                }
            }
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
        FloatBuffer numbers = buffer(array);
        float[] chunk = new float[CHUNK];
        for (int first = from; first < to; first += CHUNK) {
            int size = Math.min(CHUNK, to - first);
            numbers.get(first, chunk, 0, size);
            scale(chunk, size, (float) factor);
            numbers.put(first, chunk, 0, size);
        }
    }

    @Override
    public double squares(INDArray array, int from, int to) {
        FloatBuffer numbers = buffer(array);
        float[] chunk = new float[CHUNK];
        double sum = 0;
        for (int first = from; first < to; first += CHUNK) {
            int size = Math.min(CHUNK, to - first);
            numbers.get(first, chunk, 0, size);
            sum += squares(chunk, size);
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
