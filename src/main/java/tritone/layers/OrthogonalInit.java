package tritone.layers;

import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Begins with a matrix whose shorter side's vectors are orthonormal (Saxe et al., 2014), made of normal ones by Gram and
 * Schmidt. Deeplearning4j's own takes the same from a singular value decomposition, whose signs differ between machines.
 */
public final class OrthogonalInit implements IWeightInit {
    private static final long serialVersionUID = 1;

    @Override
    public INDArray init(double fanIn, double fanOut, long[] shape, char order, INDArray view) {
        int rows = (int) shape[0];
        int columns = (int) shape[1];
        int vectors = Math.min(rows, columns);
        double[][] basis = new double[vectors][];
        for (int i = 0; i < vectors; i++) {
            basis[i] = direction(basis, i, Math.max(rows, columns));
        }
        INDArray matrix = view.reshape(order, shape);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                matrix.putScalar(row, column, rows <= columns ? basis[row][column] : basis[column][row]);
            }
        }
        return matrix;
    }

    /** A random direction at right angles to those before. */
    private static double[] direction(double[][] basis, int count, int size) {
        while (true) {
            double[] vector = Nd4j.randn(size).toDoubleVector();
            for (int pass = 0; pass < 2; pass++) { // the second one takes away what rounding left
                for (int i = 0; i < count; i++) {
                    double along = product(vector, basis[i]);
                    for (int k = 0; k < size; k++) {
                        vector[k] -= along * basis[i][k];
                    }
                }
            }
            double length = Math.sqrt(product(vector, vector));
            if (length > 1e-3) {
                for (int k = 0; k < size; k++) {
                    vector[k] /= length;
                }
                return vector;
            }
        }
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OrthogonalInit;
    }

    @Override
    public int hashCode() {
        return OrthogonalInit.class.hashCode();
    }
}
