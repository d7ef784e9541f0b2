package tritone.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products on {@code jdk.incubator.vector}. The right-hand side is packed into panels of two vectors' width; a tile of four
 * rows by one panel stays in eight registers while the inner index runs.
 */
final class VectorArithmetic implements Arithmetic {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int WIDTH = 2 * LANES;

    /** Made by name, see {@link FastestArithmetic}. */
    VectorArithmetic() {}

    @Override
    public PackedMatrix pack(Matrix right) {
        int count = (right.columns() + WIDTH - 1) / WIDTH;
        float[][] panels = new float[count][right.rows() * WIDTH]; // [panel][inner, WIDTH], filled up with zeros
        for (int panel = 0; panel < count; panel++) {
            int width = Math.min(WIDTH, right.columns() - panel * WIDTH);
            for (int inner = 0; inner < right.rows(); inner++) {
                copyRow(right, inner, panel * WIDTH, panels[panel], inner * WIDTH, width);
            }
        }
        return new PackedMatrix(panels, right.rows(), right.columns());
    }

    @Override
    public void tanhInPlace(float[] values, int offset, int length) {
        int i = 0;
        for (; i + LANES <= length; i += LANES) {
            tanh(FloatVector.fromArray(SPECIES, values, offset + i)).intoArray(values, offset + i);
        }
        Arithmetic.SCALAR.tanhInPlace(values, offset + i, length - i);
    }

    @Override
    public void sigmoidInPlace(float[] values, int offset, int length) {
        FloatVector half = FloatVector.broadcast(SPECIES, 0.5f);
        int i = 0;
        for (; i + LANES <= length; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, values, offset + i).mul(half);
            half.fma(tanh(x), half).intoArray(values, offset + i);
        }
        Arithmetic.SCALAR.sigmoidInPlace(values, offset + i, length - i);
    }

    /** {@link Activations#tanh} step by step. */
    private static FloatVector tanh(FloatVector value) {
        FloatVector x = value.min(Activations.BOUND).max(-Activations.BOUND);
        FloatVector x2 = x.mul(x);
        FloatVector p = x2.fma(all(Activations.P13), all(Activations.P11));
        p = x2.fma(p, all(Activations.P9));
        p = x2.fma(p, all(Activations.P7));
        p = x2.fma(p, all(Activations.P5));
        p = x2.fma(p, all(Activations.P3));
        p = x2.fma(p, all(Activations.P1));
        FloatVector q = x2.fma(all(Activations.Q6), all(Activations.Q4));
        q = x2.fma(q, all(Activations.Q2));
        q = x2.fma(q, all(Activations.Q0));
        return x.mul(p).div(q);
    }

    private static FloatVector all(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    @Override
    public void addProduct(Matrix left, PackedMatrix right, Matrix sum) {
        Shapes.check(left, right, sum);
        if (left.columnStride() != 1) {
            addProduct(copied(left), right, sum);
            return;
        }
        float[] edge = new float[WIDTH];
        for (int column = 0; column < right.columns; column += WIDTH) {
            float[] panel = right.parts[column / WIDTH];
            if (column + WIDTH <= right.columns) {
                addPanel(left, panel, sum.columns(column, WIDTH));
            } else {
                addEdge(left, panel, sum.columns(column, right.columns - column), edge);
            }
        }
    }

    private static void copyRow(Matrix from, int row, int column, float[] to, int offset, int width) {
        int at = from.offset() + row * from.rowStride() + column * from.columnStride();
        if (from.columnStride() == 1) {
            System.arraycopy(from.values(), at, to, offset, width);
            return;
        }
        for (int i = 0; i < width; i++) {
            to[offset + i] = from.values()[at + i * from.columnStride()];
        }
    }

    /** Steps of one through a row are what the compiler proves to stay inside an array; a copy costs little beside a product. */
    private static Matrix copied(Matrix matrix) {
        float[] values = new float[matrix.rows() * matrix.columns()];
        for (int column = 0; column < matrix.columns(); column++) {
            for (int row = 0; row < matrix.rows(); row++) {
                values[row * matrix.columns() + column] = matrix.get(row, column);
            }
        }
        return Matrix.of(values, 0, matrix.rows(), matrix.columns());
    }

    private static void addPanel(Matrix left, float[] panel, Matrix sum) {
        int stride = sum.rowStride();
        int pairs = left.columns() & -2;
        for (int row = 0; row < sum.rows(); row++) {
            int at = sum.offset() + row * stride;
            boolean inTile = row < (sum.rows() & -4);
            if (inTile && row % 4 == 0) {
                addTile(left, row, panel, sum.values(), at, stride);
            }
            if (!inTile || pairs < left.columns()) {
                addRow(left, row, inTile ? pairs : 0, panel, sum.values(), at);
            }
        }
    }

    /** The last panel is wider than what is left of the sum: its tiles are made aside. */
    private static void addEdge(Matrix left, float[] panel, Matrix sum, float[] edge) {
        for (int row = 0; row < sum.rows(); row++) {
            int at = sum.offset() + row * sum.rowStride();
            System.arraycopy(sum.values(), at, edge, 0, sum.columns());
            addRow(left, row, 0, panel, edge, 0);
            System.arraycopy(edge, 0, sum.values(), at, sum.columns());
        }
    }

    /** Four rows by one panel, up to the last even inner index. */
    private static void addTile(Matrix left, int row, float[] b, float[] c, int cOffset, int cStride) {
        float[] a = left.values();
        int pairs = left.columns() & -2;
        int a0 = left.offset() + row * left.rowStride();
        int a1 = a0 + left.rowStride();
        int a2 = a1 + left.rowStride();
        int a3 = a2 + left.rowStride();
        int c1 = cOffset + cStride;
        int c2 = c1 + cStride;
        int c3 = c2 + cStride;
        FloatVector s00 = FloatVector.fromArray(SPECIES, c, cOffset);
        FloatVector s01 = FloatVector.fromArray(SPECIES, c, cOffset + LANES);
        FloatVector s10 = FloatVector.fromArray(SPECIES, c, c1);
        FloatVector s11 = FloatVector.fromArray(SPECIES, c, c1 + LANES);
        FloatVector s20 = FloatVector.fromArray(SPECIES, c, c2);
        FloatVector s21 = FloatVector.fromArray(SPECIES, c, c2 + LANES);
        FloatVector s30 = FloatVector.fromArray(SPECIES, c, c3);
        FloatVector s31 = FloatVector.fromArray(SPECIES, c, c3 + LANES);
        // Two steps at a time: with one, more than a quarter of the time goes into the loop itself.
        for (int k = 0; k < pairs; k += 2) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, k * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, k * WIDTH + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + k]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            x = FloatVector.broadcast(SPECIES, a[a1 + k]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            x = FloatVector.broadcast(SPECIES, a[a2 + k]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            x = FloatVector.broadcast(SPECIES, a[a3 + k]);
            s30 = x.fma(b0, s30);
            s31 = x.fma(b1, s31);
            b0 = FloatVector.fromArray(SPECIES, b, k * WIDTH + WIDTH);
            b1 = FloatVector.fromArray(SPECIES, b, k * WIDTH + WIDTH + LANES);
            x = FloatVector.broadcast(SPECIES, a[a0 + k + 1]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            x = FloatVector.broadcast(SPECIES, a[a1 + k + 1]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            x = FloatVector.broadcast(SPECIES, a[a2 + k + 1]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            x = FloatVector.broadcast(SPECIES, a[a3 + k + 1]);
            s30 = x.fma(b0, s30);
            s31 = x.fma(b1, s31);
        }
        s00.intoArray(c, cOffset);
        s01.intoArray(c, cOffset + LANES);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + LANES);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + LANES);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + LANES);
    }

    /** One row by one panel, from this inner index on. */
    private static void addRow(Matrix left, int row, int from, float[] b, float[] c, int cOffset) {
        float[] a = left.values();
        int inner = left.columns();
        int a0 = left.offset() + row * left.rowStride();
        FloatVector s0 = FloatVector.fromArray(SPECIES, c, cOffset);
        FloatVector s1 = FloatVector.fromArray(SPECIES, c, cOffset + LANES);
        for (int k = from; k < inner; k++) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + k]);
            s0 = x.fma(FloatVector.fromArray(SPECIES, b, k * WIDTH), s0);
            s1 = x.fma(FloatVector.fromArray(SPECIES, b, k * WIDTH + LANES), s1);
        }
        s0.intoArray(c, cOffset);
        s1.intoArray(c, cOffset + LANES);
    }
}
