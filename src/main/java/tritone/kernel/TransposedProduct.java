package tritone.kernel;

import java.util.Objects;

/** {@code sum += left' * right}, with the rows of both, the inner index, in ascending order; its buffers are used again. */
public final class TransposedProduct {
    /** Rows are not a power of two apart, or they would push each other out of the cache. */
    private static final int GAP = 16;

    /** Columns that are turned into rows at a time. */
    private static final int BLOCK = 16;

    private final Arithmetic arithmetic;
    private PackedMatrix packed;
    private float[] turned = {};

    public TransposedProduct(Arithmetic arithmetic) {
        this.arithmetic = arithmetic;
    }

    /** The columns of all three must follow each other. */
    public void add(Matrix left, Matrix right, Matrix sum) {
        packed = arithmetic.pack(right, packed);
        arithmetic.addProduct(turned(left), packed, sum);
    }

    private Matrix turned(Matrix matrix) {
        int stride = matrix.rows() + GAP;
        if (turned.length < stride * matrix.columns()) {
            turned = new float[stride * matrix.columns()];
        }
        for (int column = 0; column < matrix.columns(); column += BLOCK) {
            int end = Math.min(matrix.columns(), column + BLOCK);
            for (int row = 0; row < matrix.rows(); row++) {
                turn(matrix.values(), matrix.at(row), column, end, turned, row, stride);
            }
        }
        return new Matrix(turned, 0, matrix.columns(), matrix.rows(), stride, 1);
    }

    private static void turn(float[] row, int at, int column, int end, float[] to, int toColumn, int stride) {
        Objects.checkFromIndexSize(at + column, end - column, row.length);
        for (int c = column; c < end; c++) {
            to[c * stride + toColumn] = row[at + c];
        }
    }
}
