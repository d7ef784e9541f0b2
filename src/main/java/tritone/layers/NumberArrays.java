package tritone.layers;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Plain arrays of one precision, to and from ND4J's, whose numbers must follow each other in C order.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
interface NumberArrays<A> {
    A create(int length);

    /** A copy of all numbers. */
    A read(INDArray array);

    void write(A values, int length, INDArray array);

    /** Copies rows of {@code width} numbers, one after the other. */
    void readRows(INDArray table, int[] rows, int width, A target);

    /** Copies numbers that follow each other to rows of {@code width} numbers. */
    void writeRows(A values, INDArray table, int[] rows, int width);

    /** Copies rows of {@code width} numbers, ascending, to follow each other. */
    void gatherRows(INDArray table, int[] rows, int width, INDArray target);

    /** Copies numbers that follow each other to rows of {@code width} numbers, ascending. */
    void scatterRows(INDArray source, INDArray table, int[] rows, int width);

    /** The rows of {@code width} numbers in which one is not zero, in ascending order. */
    int[] nonZeroRows(INDArray table, int width);

    /** Where the first number stands that is not finite, or -1. */
    int firstNotFinite(A values);

    void scale(A values, double factor);

    /** Multiplies some of the numbers. */
    void scale(INDArray array, int from, int to, double factor);

    /** Moves some of the numbers to between {@code -bound} and {@code bound}. */
    void bound(INDArray array, int from, int to, double bound);

    /** The sum of some numbers' squares, added up in an order that only their number decides. */
    double squares(INDArray array, int from, int to);

    /** Copies numbers that stand {@code stride} apart to where they stand {@code targetStride} apart. */
    void copy(A source, int at, int stride, A target, int offset, int targetStride, int length);
}
