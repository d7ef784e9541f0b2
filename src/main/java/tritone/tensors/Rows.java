package tritone.tensors;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Matrices in each precision. One of int8 has a scale for each row beside it, by which its whole numbers are multiplied. */
public final class Rows {
    private static final String SCALE = ".scale";
    private static final int MOST = 127;
    private static final float MOST_HALF = 65_504;

    private Rows() {}

    /** Whether an array of this name holds the scales of another. */
    public static boolean isScale(String name) {
        return name.endsWith(SCALE);
    }

    /** What the scales of a matrix are called. */
    static String scaleOf(String matrix) {
        return matrix + SCALE;
    }

    /** Whether an array is a matrix that can be had in each precision. */
    public static boolean isMatrix(String name, Tensor tensor) {
        return tensor.shape().size() == 2 && tensor.type() != TensorType.I32 && !isScale(name);
    }

    /** One of some arrays, which must have this shape. */
    public static Tensor tensor(Map<String, Tensor> tensors, String name, int... shape) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("the array " + name + " is missing");
        }
        List<Integer> expected = Arrays.stream(shape).boxed().toList();
        if (!tensor.shape().equals(expected)) {
            throw new IllegalArgumentException(
                    "expected " + name + " of shape " + expected + " but found " + tensor.shape());
        }
        return tensor;
    }

    /** The numbers that are meant. */
    public static float[] floats(String name, Tensor tensor, Map<String, Tensor> tensors) {
        if (tensor.type() != TensorType.I8) {
            return fractions(name, tensor);
        }
        int rows = tensor.shape().get(0);
        float[] scales = fractions(name + SCALE, tensor(tensors, name + SCALE, rows));
        byte[] bytes = tensor.bytes();
        int columns = rows == 0 ? 0 : bytes.length / rows;
        float[] values = new float[bytes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes[i] * scales[i / columns];
        }
        return values;
    }

    /** The numbers of an array that has no scales. */
    public static float[] fractions(String name, Tensor tensor) {
        if (tensor.type() != TensorType.F32 && tensor.type() != TensorType.F16) {
            throw new IllegalArgumentException("expected " + name + " of type F32 or F16 but found " + tensor.type());
        }
        return tensor.floats();
    }

    /** The numbers of an array of whole ones. */
    public static int[] ints(String name, Tensor tensor) {
        if (tensor.type() != TensorType.I32) {
            throw new IllegalArgumentException("expected " + name + " of type I32 but found " + tensor.type());
        }
        return tensor.ints();
    }

    /** Adds a matrix in this precision. */
    public static void put(
            Map<String, Tensor> tensors, String name, List<Integer> shape, float[] values, Precision precision) {
        int rows = shape.get(0);
        int columns = shape.get(1);
        switch (precision) {
            case FLOAT32 -> tensors.put(name, Tensor.ofFloats(values, rows, columns));
            case FLOAT16 -> tensors.put(name, halves(name, values, rows, columns));
            case INT8 -> putBytes(tensors, name, values, rows, columns);
        }
    }

    private static Tensor halves(String name, float[] values, int rows, int columns) {
        for (float value : values) {
            if (Math.abs(value) > MOST_HALF) {
                throw new IllegalArgumentException(
                        "float16 reaches to " + MOST_HALF + " but " + name + " holds " + value);
            }
        }
        return Tensor.ofHalves(values, rows, columns);
    }

    private static void putBytes(Map<String, Tensor> tensors, String name, float[] values, int rows, int columns) {
        byte[] bytes = new byte[values.length];
        float[] scales = new float[rows];
        for (int row = 0; row < rows; row++) {
            scales[row] = scale(values, row * columns, columns);
            for (int i = row * columns; i < (row + 1) * columns && scales[row] > 0; i++) {
                // A scale among the smallest numbers there are is a rough one: the quotient may go beyond.
                bytes[i] = (byte) Math.max(-MOST, Math.min(MOST, Math.round(values[i] / scales[row])));
            }
        }
        tensors.put(name, Tensor.ofBytes(bytes, rows, columns));
        tensors.put(name + SCALE, Tensor.ofFloats(scales, rows));
    }

    /** What the largest number of a row is the 127-fold of, rounded so that no product with it is infinite. */
    private static float scale(float[] values, int offset, int length) {
        float largest = 0;
        for (int i = offset; i < offset + length; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        float scale = largest / MOST;
        return Float.isInfinite(scale * MOST) ? Math.nextDown(scale) : scale;
    }
}
