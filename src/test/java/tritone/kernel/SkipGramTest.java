package tritone.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkipGramTest {
    private static final int WORDS = 6;

    private static float[] random(int rows, int numbers, int stride, long seed) {
        Random random = new Random(seed);
        float[] values = new float[rows * stride];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < numbers; i++) {
                values[row * stride + i] = random.nextFloat() - 0.5f;
            }
        }
        return values;
    }

    private static SkipGram.Rows rows(int count, int numbers) {
        int stride = SkipGram.stride(numbers);
        SkipGram.Rows rows = SkipGram.Rows.of(count, stride);
        System.arraycopy(random(count, numbers, stride, 2), 0, rows.values(), 0, rows.values().length);
        return rows;
    }

    @ParameterizedTest(name = "{0} numbers, {1} rows")
    @CsvSource({
        "1, 1", "3, 2", "15, 6", "16, 6", "17, 3", "32, 1", "100, 6", "127, 6", "128, 6", "128, 1", "129, 6", "300, 11"
    })
    void plainLoopsAndVectorsGiveTheSameBits(int numbers, int count) {
        int stride = SkipGram.stride(numbers);
        float[] scalar = random(WORDS, numbers, stride, 1);
        float[] vector = scalar.clone();
        int[] places = {3 * stride, 0, 5 * stride, 3 * stride, 7};
        SkipGram.Rows scalarRows = rows(count, numbers);
        SkipGram.Rows vectorRows = rows(count, numbers);

        Arithmetic.SCALAR.skipGram().learn(scalar, places, 4, scalarRows, 0.1f);
        Arithmetic.fastest().skipGram().learn(vector, places, 4, vectorRows, 0.1f);

        assertThat(Arithmetic.fastest().skipGram()).isNotInstanceOf(ScalarSkipGram.class);
        assertThat(vector).isEqualTo(scalar);
        assertThat(vectorRows.values())
                .isEqualTo(scalarRows.values())
                .isNotEqualTo(rows(count, numbers).values());
    }

    @Test
    void leavesOtherVectorsAndTheZerosAtTheEndsAlone() {
        int stride = SkipGram.stride(20);
        float[] before = random(WORDS, 20, stride, 1);
        float[] after = before.clone();

        Arithmetic.fastest().skipGram().learn(after, new int[] {2 * stride}, 1, rows(6, 20), 0.1f);

        for (int i = 0; i < after.length; i++) {
            boolean own = i / stride == 2 && i % stride < 20;
            assertThat(after[i] != before[i]).as("number %d", i).isEqualTo(own);
        }
    }

    /** What the step climbs, in double precision and straight from its definition. */
    private static double objective(double[] x, double[][] rows) {
        double sum = 0;
        for (int row = 0; row < rows.length; row++) {
            double product = 0;
            for (int i = 0; i < x.length; i++) {
                product += x[i] * rows[row][i];
            }
            sum -= Math.log1p(Math.exp(row == 0 ? -product : product));
        }
        return sum;
    }

    private static double slope(double[] x, double[][] rows, double[] moved, int at) {
        double step = 1e-5;
        double value = moved[at];
        moved[at] = value + step;
        double above = objective(x, rows);
        moved[at] = value - step;
        double below = objective(x, rows);
        moved[at] = value;
        return (above - below) / (2 * step);
    }

    @ParameterizedTest
    @CsvSource({"5, 3", "20, 6", "128, 6"})
    void movesEveryNumberByItsSlope(int numbers, int count) {
        int stride = SkipGram.stride(numbers);
        float[] vectors = random(1, numbers, stride, 1);
        SkipGram.Rows rows = rows(count, numbers);
        double[] x = new double[numbers];
        double[][] before = new double[count][numbers];
        for (int i = 0; i < numbers; i++) {
            x[i] = vectors[i];
            for (int row = 0; row < count; row++) {
                before[row][i] = rows.values()[row * stride + i];
            }
        }

        Arithmetic.fastest().skipGram().learn(vectors, new int[] {0}, 1, rows, 0.5f);

        for (int i = 0; i < numbers; i++) {
            assertThat(vectors[i] - x[i]).isCloseTo(0.5 * slope(x, before, x, i), within(2e-6));
            for (int row = 0; row < count; row++) {
                assertThat(rows.values()[row * stride + i] - before[row][i])
                        .isCloseTo(0.5 * slope(x, before, before[row], i), within(2e-6));
            }
        }
    }

    @Test
    void aWordSeesWhatTheOneBeforeItMoved() {
        float[] together = random(WORDS, 16, 16, 1);
        float[] apart = together.clone();
        SkipGram.Rows togetherRows = rows(3, 16);
        SkipGram.Rows apartRows = rows(3, 16);
        SkipGram step = Arithmetic.fastest().skipGram();

        step.learn(together, new int[] {16, 48}, 2, togetherRows, 0.1f);
        step.learn(apart, new int[] {16}, 1, apartRows, 0.1f);
        step.learn(apart, new int[] {48}, 1, apartRows, 0.1f);

        assertThat(together).isEqualTo(apart);
        assertThat(togetherRows.values()).isEqualTo(apartRows.values());
    }
}
