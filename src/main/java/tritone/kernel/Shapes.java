package tritone.kernel;

/** Checks the shapes of a product once, before the loops. */
final class Shapes {
    private Shapes() {}

    static void check(Matrix left, PackedMatrix right, Matrix sum) {
        if (left.columns() != right.rows || sum.rows() != left.rows() || sum.columns() != right.columns) {
            throw new IllegalArgumentException("a product must be (m x k) * (k x n) = (m x n) but was (" + left.rows()
                    + " x " + left.columns() + ") * (" + right.rows + " x " + right.columns + ") = (" + sum.rows()
                    + " x "
                    + sum.columns() + ")");
        }
        if (left.columnStride() != 1 || sum.columnStride() != 1) {
            throw new IllegalArgumentException("the columns of a product and of its left side must follow each other"
                    + " but their strides were " + sum.columnStride() + " and " + left.columnStride());
        }
    }
}
