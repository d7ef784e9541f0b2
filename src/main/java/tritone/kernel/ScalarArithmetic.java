package tritone.kernel;

/**
 * Products in plain loops that the compiler turns into vector instructions. It does so only where every array is read from
 * its beginning by the loop's own index: so each row of the right-hand side is an array, and rows of the sum are worked on
 * in one.
 */
final class ScalarArithmetic implements Arithmetic {
    @Override
    public PackedMatrix pack(Matrix right, PackedMatrix reused) {
        float[][] rows = PackedMatrix.parts(right.rows(), right.columns(), reused);
        for (int row = 0; row < right.rows(); row++) {
            for (int column = 0; column < right.columns(); column++) {
                rows[row][column] = right.get(row, column);
            }
        }
        return new PackedMatrix(rows, right.rows(), right.columns());
    }

    @Override
    public void tanhInPlace(float[] values, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            values[i] = Activations.tanh(values[i]);
        }
    }

    @Override
    public void sigmoidInPlace(float[] values, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            values[i] = Activations.sigmoid(values[i]);
        }
    }

    @Override
    public void expInPlace(float[] values, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            values[i] = Activations.exp(values[i]);
        }
    }

    @Override
    public void addProduct(Matrix left, PackedMatrix right, Matrix sum) {
        Shapes.check(left, right, sum);
        float[] sumRow = new float[right.columns];
        for (int row = 0; row < sum.rows(); row++) {
            int at = sum.offset() + row * sum.rowStride();
            System.arraycopy(sum.values(), at, sumRow, 0, sumRow.length);
            addRow(left, row, right.parts, sumRow);
            System.arraycopy(sumRow, 0, sum.values(), at, sumRow.length);
        }
    }

    private static void addRow(Matrix left, int row, float[][] right, float[] sum) {
        int inner = 0;
        for (; inner + 3 < right.length; inner += 4) {
            addFour(
                    new float[] {
                        left.get(row, inner),
                        left.get(row, inner + 1),
                        left.get(row, inner + 2),
                        left.get(row, inner + 3)
                    },
                    right[inner],
                    right[inner + 1],
                    right[inner + 2],
                    right[inner + 3],
                    sum);
        }
        for (; inner < right.length; inner++) {
            addOne(left.get(row, inner), right[inner], sum);
        }
    }

    private static void addFour(float[] factors, float[] b0, float[] b1, float[] b2, float[] b3, float[] sum) {
        float a0 = factors[0];
        float a1 = factors[1];
        float a2 = factors[2];
        float a3 = factors[3];
        for (int j = 0; j < sum.length; j++) {
            sum[j] = Math.fma(a3, b3[j], Math.fma(a2, b2[j], Math.fma(a1, b1[j], Math.fma(a0, b0[j], sum[j]))));
        }
    }

    private static void addOne(float factor, float[] b, float[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] = Math.fma(factor, b[j], sum[j]);
        }
    }
}
