package tritone.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products on {@code jdk.incubator.vector}. The right-hand side is packed into panels of two vectors' width, see
 * {@link VectorTiles}.
 */
final class VectorArithmetic implements Arithmetic {
    private static final VectorSpecies<Float> SPECIES = VectorTiles.SPECIES;
    private static final int LANES = VectorTiles.LANES;
    private static final int WIDTH = VectorTiles.WIDTH;
    private static final int EDGE_ROWS = 16;
    private static final int BOUND = Float.floatToRawIntBits(Activations.BOUND);
    private static final IntVector INFINITY =
            IntVector.broadcast(IntVector.SPECIES_PREFERRED, Float.floatToRawIntBits(Float.POSITIVE_INFINITY));

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
    public Cell cell(PackedWeights weights) {
        if (weights.parameters().units() % LANES != 0) {
            return Arithmetic.super.cell(weights);
        }
        return switch (weights.parameters().variant()) {
            case SIMPLE_RNN_TANH, SIMPLE_RNN_RELU, LSTM_PEEPHOLE, NONE -> Arithmetic.super.cell(weights);
            case LSTM -> new VectorLstmCell(weights);
            case GRU_RESET_BEFORE, GRU_RESET_AFTER -> new VectorGruCell(weights);
        };
    }

    @Override
    public SkipGram skipGram() {
        return new VectorSkipGram();
    }

    // The function stands twice, for the compiler does not inline it where it is large: a call would put every vector
    // into an object. Numbers are bounded by their bits, which grow with them: the minimum of floating-point vectors,
    // which minds zeros of either sign, costs as much as the polynomials. What is not a number stays none.

    /** {@link Activations#tanh} step by step. */
    @Override
    public void tanhInPlace(float[] values, int offset, int length) {
        int i = 0;
        for (; i + LANES <= length; i += LANES) {
            IntVector bits = FloatVector.fromArray(SPECIES, values, offset + i).reinterpretAsInts();
            IntVector size = bits.and(Integer.MAX_VALUE);
            IntVector notNumber = INFINITY.sub(size).lanewise(VectorOperators.ASHR, 31);
            FloatVector x = size.min(BOUND)
                    .or(bits.and(Integer.MIN_VALUE))
                    .or(notNumber)
                    .reinterpretAsFloats();
            FloatVector x2 = x.mul(x);
            FloatVector p = x2.fma(
                    FloatVector.broadcast(SPECIES, Activations.P13), FloatVector.broadcast(SPECIES, Activations.P11));
            p = x2.fma(p, FloatVector.broadcast(SPECIES, Activations.P9));
            p = x2.fma(p, FloatVector.broadcast(SPECIES, Activations.P7));
            p = x2.fma(p, FloatVector.broadcast(SPECIES, Activations.P5));
            p = x2.fma(p, FloatVector.broadcast(SPECIES, Activations.P3));
            p = x2.fma(p, FloatVector.broadcast(SPECIES, Activations.P1));
            FloatVector q = x2.fma(
                    FloatVector.broadcast(SPECIES, Activations.Q6), FloatVector.broadcast(SPECIES, Activations.Q4));
            q = x2.fma(q, FloatVector.broadcast(SPECIES, Activations.Q2));
            q = x2.fma(q, FloatVector.broadcast(SPECIES, Activations.Q0));
            x.mul(p).div(q).intoArray(values, offset + i);
        }
        Arithmetic.SCALAR.tanhInPlace(values, offset + i, length - i);
    }

    /** {@link Activations#sigmoid} step by step. */
    @Override
    public void sigmoidInPlace(float[] values, int offset, int length) {
        int i = 0;
        for (; i + LANES <= length; i += LANES) {
            FloatVector half = FloatVector.broadcast(SPECIES, 0.5f);
            IntVector bits =
                    FloatVector.fromArray(SPECIES, values, offset + i).mul(half).reinterpretAsInts();
            IntVector size = bits.and(Integer.MAX_VALUE);
            IntVector notNumber = INFINITY.sub(size).lanewise(VectorOperators.ASHR, 31);
            FloatVector x = size.min(BOUND)
                    .or(bits.and(Integer.MIN_VALUE))
                    .or(notNumber)
                    .reinterpretAsFloats();
            FloatVector x2 = x.mul(x);
            FloatVector p = x2.fma(
                    FloatVector.broadcast(SPECIES, Activations.P13), FloatVector.broadcast(SPECIES, Activations.P11));
            p = x2.fma(p, FloatVector.broadcast(SPECIES, Activations.P9));
            p = x2.fma(p, FloatVector.broadcast(SPECIES, Activations.P7));
            p = x2.fma(p, FloatVector.broadcast(SPECIES, Activations.P5));
            p = x2.fma(p, FloatVector.broadcast(SPECIES, Activations.P3));
            p = x2.fma(p, FloatVector.broadcast(SPECIES, Activations.P1));
            FloatVector q = x2.fma(
                    FloatVector.broadcast(SPECIES, Activations.Q6), FloatVector.broadcast(SPECIES, Activations.Q4));
            q = x2.fma(q, FloatVector.broadcast(SPECIES, Activations.Q2));
            q = x2.fma(q, FloatVector.broadcast(SPECIES, Activations.Q0));
            half.fma(x.mul(p).div(q), half).intoArray(values, offset + i);
        }
        Arithmetic.SCALAR.sigmoidInPlace(values, offset + i, length - i);
    }

    /** {@link Activations#exp} step by step. */
    @Override
    public void expInPlace(float[] values, int offset, int length) {
        int i = 0;
        for (; i + LANES <= length; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, values, offset + i)
                    .min(Activations.MOST_POWER)
                    .max(Activations.LEAST_POWER);
            FloatVector rounding = FloatVector.broadcast(SPECIES, Activations.ROUNDING);
            FloatVector shifted = x.fma(FloatVector.broadcast(SPECIES, Activations.LOG2_E), rounding);
            FloatVector whole = shifted.sub(rounding);
            FloatVector rest = whole.fma(FloatVector.broadcast(SPECIES, -Activations.LN2_HIGH), x);
            rest = whole.fma(FloatVector.broadcast(SPECIES, -Activations.LN2_LOW), rest);
            FloatVector p = rest.fma(
                    FloatVector.broadcast(SPECIES, Activations.E6), FloatVector.broadcast(SPECIES, Activations.E5));
            p = rest.fma(p, FloatVector.broadcast(SPECIES, Activations.E4));
            p = rest.fma(p, FloatVector.broadcast(SPECIES, Activations.E3));
            p = rest.fma(p, FloatVector.broadcast(SPECIES, Activations.E2));
            p = rest.fma(p, FloatVector.broadcast(SPECIES, 1));
            p = rest.fma(p, FloatVector.broadcast(SPECIES, 1));
            FloatVector power = shifted.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, Activations.EXPONENT_AT)
                    .add(Activations.ONE)
                    .reinterpretAsFloats();
            p.mul(power).intoArray(values, offset + i);
        }
        Arithmetic.SCALAR.expInPlace(values, offset + i, length - i);
    }

    @Override
    public void addProduct(Matrix left, PackedMatrix right, Matrix sum) {
        Shapes.check(left, right, sum);
        for (int column = 0; column < right.columns; column += WIDTH) {
            float[] panel = right.parts[column / WIDTH];
            if (column + WIDTH <= right.columns) {
                VectorTiles.addPanel(left, panel, sum.values(), sum.offset() + column, sum.rowStride());
            } else {
                addEdge(left, panel, sum.columns(column, right.columns - column));
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

    /** The last panel is wider than what is left of the sum: its numbers are added up aside, so many rows at a time. */
    private static void addEdge(Matrix left, float[] panel, Matrix sum) {
        float[] edge = new float[EDGE_ROWS * WIDTH];
        for (int first = 0; first < sum.rows(); first += EDGE_ROWS) {
            int rows = Math.min(EDGE_ROWS, sum.rows() - first);
            for (int row = 0; row < rows; row++) {
                System.arraycopy(sum.values(), sum.at(first + row), edge, row * WIDTH, sum.columns());
            }
            VectorTiles.addPanel(left.rows(first, rows), panel, edge, 0, WIDTH);
            for (int row = 0; row < rows; row++) {
                System.arraycopy(edge, row * WIDTH, sum.values(), sum.at(first + row), sum.columns());
            }
        }
    }
}
