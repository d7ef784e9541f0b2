package tritone.kernel;

/**
 * Products of matrices and the functions of gates. Every implementation gives the same bits: each element of a product is
 * one chain of fused multiply-adds over the inner index in ascending order, begun with what stood there before.
 */
public interface Arithmetic {
    /** Needs nothing that is not in every Java; the compiler turns its loops into vector instructions. */
    Arithmetic SCALAR = new ScalarArithmetic();

    /** The one on {@code jdk.incubator.vector} where that module was added to the virtual machine, else the scalar one. */
    static Arithmetic fastest() {
        return FastestArithmetic.CHOSEN;
    }

    /** Lays out a right-hand side. */
    default PackedMatrix pack(Matrix right) {
        return pack(right, null);
    }

    /** Lays out a right-hand side in the place of one that is needed no more, or {@code null}. */
    PackedMatrix pack(Matrix right, PackedMatrix reused);

    /** Replaces numbers by their tanh, off by less than 4e-7; the same bits wherever a number stands. */
    void tanhInPlace(float[] values, int offset, int length);

    /** Replaces numbers by their sigmoid, off by less than 2e-7; the same bits wherever a number stands. */
    void sigmoidInPlace(float[] values, int offset, int length);

    /** Replaces numbers by e to their power, off by less than 4e-7 of it, from -87 to 88; beyond, by what it is there. */
    void expInPlace(float[] values, int offset, int length);

    /** {@code sum += left * right}; the columns of {@code left} and {@code sum} must follow each other. */
    void addProduct(Matrix left, PackedMatrix right, Matrix sum);

    /** The equations of a cell: one that knows this arithmetic's ways, or one in plain loops. */
    default Cell cell(PackedWeights weights) {
        return Cell.of(weights);
    }

    /** The step by which word vectors are learnt. */
    default SkipGram skipGram() {
        return new ScalarSkipGram();
    }
}
