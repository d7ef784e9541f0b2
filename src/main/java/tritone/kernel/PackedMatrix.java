package tritone.kernel;

/**
 * The right-hand side of products, laid out as the {@link Arithmetic} that packed it reads it fastest; only that one can
 * use it. Packing pays as soon as a few rows are multiplied with it.
 */
public final class PackedMatrix {
    final float[][] parts; // rows or panels, as the one that packed likes it
    final int rows;
    final int columns;

    /** The arrays of a matrix that is needed no more if they fit, else fresh ones. */
    static float[][] parts(int count, int length, PackedMatrix reused) {
        return reused != null && reused.parts.length == count && (count == 0 || reused.parts[0].length == length)
                ? reused.parts
                : new float[count][length];
    }

    PackedMatrix(float[][] parts, int rows, int columns) {
        this.parts = parts;
        this.rows = rows;
        this.columns = columns;
    }
}
