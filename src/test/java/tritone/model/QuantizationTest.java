package tritone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.network.CellKind;
import tritone.tensors.Precision;
import tritone.tensors.Rows;
import tritone.tensors.Tensor;
import tritone.tensors.TensorType;

class QuantizationTest {
    private static final int ROWS = 200;
    private static final int COLUMNS = 17;

    private static Map<String, Tensor> matrix(float... values) {
        return Map.of("m", Tensor.ofFloats(values, values.length / COLUMNS, COLUMNS));
    }

    private static float[] meant(Map<String, Tensor> weights) {
        return Rows.floats("m", weights.get("m"), weights);
    }

    /** Rows whose numbers are from 1e-30 to 1e30. */
    private static float[] numbers(double lowest, double highest) {
        Random random = new Random(4);
        float[] numbers = new float[ROWS * COLUMNS];
        for (int row = 0; row < ROWS; row++) {
            double size = Math.pow(10, lowest + (highest - lowest) * row / ROWS);
            for (int i = row * COLUMNS; i < (row + 1) * COLUMNS; i++) {
                numbers[i] = (float) (size * random.nextGaussian());
            }
        }
        return numbers;
    }

    private static float[] filled(float value) {
        float[] row = new float[COLUMNS];
        Arrays.fill(row, value);
        return row;
    }

    @Test
    void int8IsOffByHalfAScaleAtMost() {
        float[] numbers = numbers(-30, 30);

        Map<String, Tensor> small = Weights.in(Precision.INT8, matrix(numbers));

        float[] scales = small.get("m.scale").floats();
        float[] meant = meant(small);
        for (int row = 0; row < ROWS; row++) {
            double largest = 0;
            for (int i = row * COLUMNS; i < (row + 1) * COLUMNS; i++) {
                largest = Math.max(largest, Math.abs((double) numbers[i]));
                // A little more, since scales and products are rounded.
                assertThat((double) meant[i]).isCloseTo(numbers[i], within(scales[row] * (0.5 + 1e-4)));
            }
            assertThat((double) scales[row]).isCloseTo(largest / 127, within(largest * 1e-7));
        }
    }

    @Test
    void float16IsOffByOneIn2048AtMost() {
        float[] numbers = numbers(-4, 4);

        float[] meant = meant(Weights.in(Precision.FLOAT16, matrix(numbers)));

        for (int i = 0; i < numbers.length; i++) {
            // Below 2^-14 halves are 2^-24 apart, whatever their size.
            double bound = Math.max(Math.abs((double) numbers[i]) * 0x1p-11, 0x1p-25);
            assertThat((double) meant[i]).isCloseTo(numbers[i], within(bound));
        }
    }

    @Test
    void float32IsWhatItWas() {
        float[] numbers = numbers(-40, 38);

        assertThat(meant(Weights.in(Precision.FLOAT32, matrix(numbers)))).isEqualTo(numbers);
    }

    @ParameterizedTest
    @ValueSource(floats = {0f, -0f, 1f, -1f, 3e38f, -Float.MAX_VALUE, 1e-40f, 2.6e-43f, Float.MIN_VALUE})
    void rowsOfOneNumberKeepItInInt8(float value) {
        float[] numbers = filled(value);
        numbers[3] = -value;

        float[] meant = meant(Weights.in(Precision.INT8, matrix(numbers)));

        for (int i = 0; i < numbers.length; i++) {
            // The smallest numbers are 2^-149 apart, and so are scales.
            double bound = Math.abs((double) value) * 1e-6 + 127 * 0x1p-149;
            assertThat((double) meant[i]).isCloseTo(numbers[i], within(bound));
        }
    }

    @Test
    void smallestNumbersKeepTheirSigns() {
        for (int steps = 1; steps < 1000; steps++) {
            float value = Float.intBitsToFloat(steps);
            float[] meant = meant(Weights.in(Precision.INT8, matrix(filled(value))));

            assertThat(meant[0]).as("%d times the smallest number", steps).isNotNegative();
        }
    }

    @Test
    void aRowOfZerosIsZeros() {
        for (Precision precision : Precision.values()) {
            Map<String, Tensor> small = Weights.in(precision, matrix(new float[3 * COLUMNS]));

            assertThat(meant(small)).containsOnly(0f);
        }
        assertThat(Weights.in(Precision.INT8, matrix(new float[COLUMNS]))
                        .get("m.scale")
                        .floats())
                .containsExactly(0f);
    }

    @Test
    void matricesWithoutNumbersStayEmpty() {
        for (Precision precision : Precision.values()) {
            for (int[] shape : List.of(new int[] {0, 3}, new int[] {3, 0}, new int[] {0, 0})) {
                Map<String, Tensor> small = Weights.in(precision, Map.of("m", Tensor.ofFloats(new float[0], shape)));

                assertThat(meant(small)).isEmpty();
                assertThat(small.get("m").shape()).containsExactly(shape[0], shape[1]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"65504, true", "-65504, true", "65505, false", "-65520, false", "3e38, false", "Infinity, false"})
    void float16RefusesWhatItDoesNotReach(float value, boolean reaches) {
        Map<String, Tensor> weights = matrix(filled(value));

        if (reaches) {
            assertThat(meant(Weights.in(Precision.FLOAT16, weights))).containsOnly(value);
        } else {
            assertThatThrownBy(() -> Weights.in(Precision.FLOAT16, weights))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("float16 reaches to 65504.0 but m holds " + value);
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void twiceIsTheSameAsOnce(Precision precision) {
        for (CellKind kind : CellKind.values()) {
            Model once = TinyModels.of(kind, 5).in(precision);
            assertThat(once.in(precision).weights()).as(kind.toString()).isEqualTo(once.weights());
        }
        Map<String, Tensor> once =
                Weights.in(precision, matrix(precision == Precision.FLOAT16 ? numbers(-9, 4) : numbers(-44, 37)));
        assertThat(Weights.in(precision, once)).isEqualTo(once);
    }

    @Test
    void backInFloat32TheSameIsMeant() {
        for (Precision precision : Precision.values()) {
            Model small = TinyModels.rich().in(precision);
            Model back = small.in(Precision.FLOAT32);

            assertThat(back.precision()).isEqualTo(Precision.FLOAT32);
            assertThat(TinyModels.probabilities(back)).isEqualTo(TinyModels.probabilities(small));
            assertThat(back.weights().keySet())
                    .containsExactlyElementsOf(TinyModels.rich().weights().keySet());
        }
    }

    @Test
    void vectorsAndPairsStayAsTheyAre() {
        for (Precision precision : Precision.values()) {
            Model linear = TinyModels.of(CellKind.LINEAR, 5);
            Model lstm = TinyModels.rich();

            assertThat(linear.in(precision).weights())
                    .containsEntry("pairs", linear.weights().get("pairs"))
                    .containsEntry("bias", linear.weights().get("bias"));
            for (String name : List.of("0.b", "0.g", "0.s", "0.mean", "0.var", "1.q", "2.b")) {
                assertThat(lstm.in(precision).weights())
                        .containsEntry(name, lstm.weights().get(name));
            }
            assertThat(lstm.in(precision).weights().get("0.P").type()).isNotEqualTo(TensorType.I32);
        }
    }

    @Test
    void probabilitiesMoveLittle() {
        for (CellKind kind : CellKind.values()) {
            Model model = TinyModels.of(kind, 5);
            float[] exact = TinyModels.probabilities(model);

            assertThat(TinyModels.probabilities(model.in(Precision.FLOAT16))).containsExactly(exact, within(2e-3f));
            assertThat(TinyModels.probabilities(model.in(Precision.INT8))).containsExactly(exact, within(2e-2f));
        }
    }

    @Test
    void theCoarsestMatrixGivesThePrecision() {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        weights.put("a", Tensor.ofFloats(new float[1], 1, 1));
        assertThat(Weights.precision(weights)).isEqualTo(Precision.FLOAT32);
        weights.put("b", Tensor.ofBytes(new byte[1], 1, 1));
        weights.put("c", Tensor.ofHalves(new float[1], 1, 1));
        assertThat(Weights.precision(weights)).isEqualTo(Precision.INT8);
    }
}
