package tritone.kernel;

import java.util.Arrays;
import java.util.Objects;

/**
 * A view of numbers in an array as a matrix: element (row, column) stands at
 * {@code offset + row * rowStride + column * columnStride}. Views are cheap; they are made anew for every product.
 */
public record Matrix(float[] values, int offset, int rows, int columns, int rowStride, int columnStride) {
    public Matrix {
        if (rows < 0 || columns < 0) {
            throw new IllegalArgumentException(
                    "a matrix must not have fewer than 0 rows or columns but was " + rows + " x " + columns);
        }
        if (rows > 0 && columns > 0) {
            long last = offset + (rows - 1L) * rowStride + (columns - 1L) * columnStride;
            Objects.checkIndex(offset, values.length);
            Objects.checkIndex(last, (long) values.length);
        }
    }

    /** Rows that follow each other without a gap. */
    public static Matrix of(float[] values, int offset, int rows, int columns) {
        return new Matrix(values, offset, rows, columns, columns, 1);
    }

    /** Some of the columns. */
    public Matrix columns(int first, int count) {
        Objects.checkFromIndexSize(first, count, columns);
        return new Matrix(values, offset + first * columnStride, rows, count, rowStride, columnStride);
    }

    /** Some of the rows. */
    public Matrix rows(int first, int count) {
        Objects.checkFromIndexSize(first, count, rows);
        return new Matrix(values, offset + first * rowStride, count, columns, rowStride, columnStride);
    }

    /** Rows as columns and columns as rows. */
    public Matrix transposed() {
        return new Matrix(values, offset, columns, rows, columnStride, rowStride);
    }

    /** Where a row begins. */
    int at(int row) {
        return offset + row * rowStride;
    }

    /** Copies a whole row; its columns must follow each other, as in all of these. */
    void copyRow(int row, float[] target) {
        System.arraycopy(values, at(row), target, 0, columns);
    }

    void setRow(int row, float[] source) {
        System.arraycopy(source, 0, values, at(row), columns);
    }

    /** Copies as many columns as the target holds. */
    void copyPart(int row, int column, float[] target) {
        System.arraycopy(values, at(row) + column, target, 0, target.length);
    }

    void setPart(int row, int column, float[] source) {
        System.arraycopy(source, 0, values, at(row) + column, source.length);
    }

    void clear() {
        for (int row = 0; row < rows; row++) {
            Arrays.fill(values, at(row), at(row) + columns, 0);
        }
    }

    float get(int row, int column) {
        return values[offset + row * rowStride + column * columnStride];
    }
}
