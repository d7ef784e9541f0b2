package tritone.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products on {@code jdk.incubator.vector}. The right-hand side is packed into panels of two vectors' width, see
 * {@link VectorTiles}.
 */
final class VectorArithmetic implements Arithmetic {
    private static final VectorSpecies<Float> SPECIES = VectorTiles.SPECIES;
    private static final int LANES = VectorTiles.LANES;
    private static final int WIDTH = VectorTiles.WIDTH;

    /** Made by name, see {@link FastestArithmetic}. */
    VectorArithmetic() {}

    @Override
    public PackedMatrix pack(Matrix right, PackedMatrix reused) {
        int count = (right.columns() + WIDTH - 1) / WIDTH;
        // [panel][inner, WIDTH]; the last one may end in zeros, or in whatever stood there: nobody looks.
        float[][] panels = PackedMatrix.parts(count, right.rows() * WIDTH, reused);
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
        float[] edge = new float[WIDTH];
        for (int column = 0; column < right.columns; column += WIDTH) {
            float[] panel = right.parts[column / WIDTH];
            if (column + WIDTH <= right.columns) {
                VectorTiles.addPanel(left, panel, sum.values(), sum.offset() + column, sum.rowStride());
            } else {
                addEdge(left, panel, sum.columns(column, right.columns - column), edge);
            }
        }
    }

    private static void copyRow(Matrix from, int row, int column, float[] to, int offset, int width) {
        int at = from.offset() + row * from.rowStride() + column * from.columnStride();
        if (from.columnStride() == 1 && width == WIDTH) {
            FloatVector.fromArray(SPECIES, from.values(), at).intoArray(to, offset);
            FloatVector.fromArray(SPECIES, from.values(), at + LANES).intoArray(to, offset + LANES);
            return;
        }
        if (from.columnStride() == 1) {
            System.arraycopy(from.values(), at, to, offset, width);
            return;
        }
        for (int i = 0; i < width; i++) {
            to[offset + i] = from.values()[at + i * from.columnStride()];
        }
    }

    /** The last panel is wider than what is left of the sum: its tiles are made aside. */
    private static void addEdge(Matrix left, float[] panel, Matrix sum, float[] edge) {
        for (int row = 0; row < sum.rows(); row++) {
            int at = sum.offset() + row * sum.rowStride();
            System.arraycopy(sum.values(), at, edge, 0, sum.columns());
            VectorTiles.addRow(left, row, 0, panel, edge, 0);
            System.arraycopy(edge, 0, sum.values(), at, sum.columns());
        }
    }
}
