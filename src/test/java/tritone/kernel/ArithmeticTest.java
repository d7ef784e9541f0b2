package tritone.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArithmeticTest {
    private static float[] random(int length, long seed) {
        Random random = new Random(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return values;
    }

    @Test
    void testsRunWithTheVectorModule() {
        assertThat(Arithmetic.fastest().getClass().getSimpleName()).isEqualTo("VectorArithmetic");
    }

    @ParameterizedTest(name = "{0} x {1} x {2}")
    @CsvSource({
        "0, 3, 4",
        "3, 0, 4",
        "3, 4, 0",
        "1, 1, 1",
        "3, 2, 5",
        "4, 7, 16",
        "5, 8, 17",
        "4, 4, 32",
        "7, 13, 31",
        "8, 128, 33",
        "32, 128, 512",
        "33, 127, 67",
        "2, 1, 15"
    })
    void bothGiveTheSameBitsAndAgreeWithDoublePrecision(int rows, int inner, int columns) {
        float[] left = random(rows * inner, 1);
        float[] right = random(inner * columns, 2);
        float[] start = random(rows * columns + 5, 3);
        float[] scalar = start.clone();
        float[] vector = start.clone();
        Matrix a = Matrix.of(left, 0, rows, inner);
        Matrix b = Matrix.of(right, 0, inner, columns);

        Arithmetic.SCALAR.addProduct(a, Arithmetic.SCALAR.pack(b), Matrix.of(scalar, 0, rows, columns));
        Arithmetic.fastest().addProduct(a, Arithmetic.fastest().pack(b), Matrix.of(vector, 0, rows, columns));

        assertThat(vector).isEqualTo(scalar);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double expected = start[row * columns + column];
                for (int k = 0; k < inner; k++) {
                    expected += (double) left[row * inner + k] * right[k * columns + column];
                }
                assertThat((double) scalar[row * columns + column]).isCloseTo(expected, within(1e-6 * (inner + 1)));
            }
        }
        for (int i = rows * columns; i < start.length; i++) {
            assertThat(vector[i]).as("beyond the sum").isEqualTo(start[i]);
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 3, 4", "64, 16, 48", "7, 33, 21"})
    void viewsThatAreTransposedAndCutGiveTheSameBits(int rows, int inner, int columns) {
        Matrix left = Matrix.of(random((inner + 2) * (rows + 3), 1), 0, inner + 2, rows + 3)
                .rows(1, inner)
                .columns(2, rows);
        Matrix right = Matrix.of(random((columns + 1) * inner, 2), 0, columns + 1, inner)
                .rows(1, columns)
                .transposed();
        float[] scalar = new float[rows * (columns + 4)];
        float[] vector = scalar.clone();
        TransposedProduct used = new TransposedProduct(Arithmetic.fastest());
        used.add(left, right, Matrix.of(new float[rows * columns], 0, rows, columns));

        new TransposedProduct(Arithmetic.SCALAR)
                .add(left, right, Matrix.of(scalar, 0, rows, columns + 4).columns(3, columns));
        used.add(left, right, Matrix.of(vector, 0, rows, columns + 4).columns(3, columns));

        assertThat(vector).isEqualTo(scalar);
        assertThat(scalar[0]).isZero();
        double expected = 0;
        for (int k = 0; k < inner; k++) {
            expected += (double) left.get(k, 1) * right.get(k, 2);
        }
        assertThat((double) scalar[columns + 4 + 3 + 2]).isCloseTo(expected, within(1e-6 * (inner + 1)));
        assertThat(scalar[3 + columns]).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 15, 16, 17, 64, 300})
    void bothGiveTheSameBitsOfTheFunctionsOfGates(int length) {
        float[] values = random(length + 3, 4);
        for (int i = 0; i < values.length; i++) {
            values[i] *= 30;
        }
        float[][] results = new float[4][];
        for (int i = 0; i < 4; i++) {
            results[i] = values.clone();
        }

        Arithmetic.SCALAR.tanhInPlace(results[0], 2, length);
        Arithmetic.fastest().tanhInPlace(results[1], 2, length);
        Arithmetic.SCALAR.sigmoidInPlace(results[2], 2, length);
        Arithmetic.fastest().sigmoidInPlace(results[3], 2, length);

        assertThat(results[1]).isEqualTo(results[0]);
        assertThat(results[3]).isEqualTo(results[2]);
        assertThat(results[1][1]).isEqualTo(values[1]);
        assertThat(results[1][length + 2]).isEqualTo(values[length + 2]);
    }

    @Test
    void refusesShapesThatDoNotFit() {
        Matrix matrix = Matrix.of(new float[6], 0, 2, 3);

        assertThatThrownBy(() -> Arithmetic.SCALAR.addProduct(
                        matrix, Arithmetic.SCALAR.pack(matrix), Matrix.of(new float[6], 0, 2, 3)))
                .hasMessage("a product must be (m x k) * (k x n) = (m x n) but was (2 x 3) * (2 x 3) = (2 x 3)");
        assertThatThrownBy(() -> Arithmetic.SCALAR.addProduct(
                        matrix,
                        Arithmetic.SCALAR.pack(matrix.transposed()),
                        Matrix.of(new float[4], 0, 2, 2).transposed()))
                .hasMessage(
                        "the columns of a product and of its left side must follow each other but their strides were 2 and 1");
        assertThatThrownBy(() -> Matrix.of(new float[5], 0, 2, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
