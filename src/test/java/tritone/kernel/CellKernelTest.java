package tritone.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CellKernelTest {
    private static final int UNITS = 7;
    private static final int[] LENGTHS = {5, 9, 0, 1, 9, 4};

    private static float[] random(int length, long seed) {
        Random random = new Random(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return values;
    }

    private static CellParameters parameters(CellVariant variant, int units) {
        float[] recurrent = random(units * variant.gates() * units, 1);
        for (int i = 0; i < recurrent.length && variant == CellVariant.SIMPLE_RNN_RELU; i++) {
            recurrent[i] *= 0.2f;
        }
        return new CellParameters(
                variant,
                units,
                recurrent,
                random(variant == CellVariant.LSTM_PEEPHOLE ? 3 * units : 0, 2),
                random(variant == CellVariant.GRU_RESET_AFTER ? units : 0, 3));
    }

    /** Those of the ReLU net are held far from its kink, where no finite difference tells a slope. */
    private static float[] sums(SequenceLayout layout, CellParameters parameters) {
        float[] sums = random(layout.places() * parameters.gateColumns(), 4);
        for (int i = 0; i < sums.length && parameters.variant() == CellVariant.SIMPLE_RNN_RELU; i++) {
            sums[i] += 5;
        }
        return sums;
    }

    @ParameterizedTest
    @EnumSource
    void bothArithmeticsGiveTheSameBits(CellVariant variant) {
        SequenceLayout layout = SequenceLayout.of(LENGTHS);
        CellParameters parameters = parameters(variant, UNITS);
        float[] hiddenGradient = random(layout.places() * UNITS, 5);
        CellKernel scalar = new CellKernel(parameters, Arithmetic.SCALAR);
        CellKernel vector = new CellKernel(parameters, Arithmetic.fastest());

        States first = scalar.forward(layout, sums(layout, parameters));
        States second = vector.forward(layout, sums(layout, parameters));

        assertThat(second.hidden()).isEqualTo(first.hidden());
        assertThat(vector.backward(second, hiddenGradient, 3))
                .usingRecursiveComparison()
                .isEqualTo(scalar.backward(first, hiddenGradient, 3));
    }

    @ParameterizedTest
    @EnumSource
    void neitherOtherRowsNorTheirLengthsChangeARow(CellVariant variant) {
        CellParameters parameters = parameters(variant, UNITS);
        CellKernel kernel = new CellKernel(parameters, Arithmetic.fastest());
        SequenceLayout together = SequenceLayout.of(LENGTHS);
        float[] sums = sums(together, parameters);
        float[] given = sums.clone();
        States states = kernel.forward(together, sums);
        int columns = parameters.gateColumns();
        for (int rank = 0; rank < together.sequences(); rank++) {
            SequenceLayout alone = SequenceLayout.of(new int[] {together.length(rank)});
            float[] own = new float[alone.places() * columns];
            for (int step = 0; step < together.length(rank); step++) {
                System.arraycopy(given, together.place(rank, step) * columns, own, step * columns, columns);
            }

            States single = kernel.forward(alone, own);

            for (int step = 0; step < together.length(rank); step++) {
                int at = together.place(rank, step) * UNITS;
                assertThat(Arrays.copyOfRange(states.hidden(), at, at + UNITS))
                        .isEqualTo(Arrays.copyOfRange(single.hidden(), step * UNITS, (step + 1) * UNITS));
            }
        }
    }

    /** The loss is the sum of all hidden states under random weights. */
    @ParameterizedTest
    @EnumSource
    void gradientsAgreeWithFiniteDifferences(CellVariant variant) {
        SequenceLayout layout = SequenceLayout.of(LENGTHS);
        CellParameters parameters = parameters(variant, UNITS);
        float[] weights = random(layout.places() * UNITS, 5);
        float[] hidden = random(layout.sequences() * UNITS, 6);
        float[] cells = random(variant.hasCellState() ? layout.sequences() * UNITS : 0, 7);
        CellKernel kernel = new CellKernel(parameters, Arithmetic.fastest());
        States states = kernel.forward(layout, sums(layout, parameters), Optional.of(hidden), Optional.of(cells));
        Gradients gradients = kernel.backward(states, weights, CellKernel.WHOLE);

        float[] changedSums = sums(layout, parameters);
        assertSlope(changedSums, gradients.sums(), () -> loss(parameters, layout, changedSums, hidden, cells, weights));
        float[] fixedSums = sums(layout, parameters);
        assertSlope(
                parameters.recurrent(),
                gradients.parameters().recurrent(),
                () -> loss(parameters, layout, fixedSums, hidden, cells, weights));
        assertSlope(
                parameters.peepholes(),
                gradients.parameters().peepholes(),
                () -> loss(parameters, layout, fixedSums, hidden, cells, weights));
        assertSlope(
                parameters.innerBias(),
                gradients.parameters().innerBias(),
                () -> loss(parameters, layout, fixedSums, hidden, cells, weights));
        assertSlope(
                hidden, gradients.initialHidden(), () -> loss(parameters, layout, fixedSums, hidden, cells, weights));
        assertSlope(cells, gradients.initialCells(), () -> loss(parameters, layout, fixedSums, hidden, cells, weights));
    }

    private static double loss(
            CellParameters parameters,
            SequenceLayout layout,
            float[] sums,
            float[] hidden,
            float[] cells,
            float[] weights) {
        States states = new CellKernel(parameters, Arithmetic.fastest())
                .forward(layout, sums.clone(), Optional.of(hidden), Optional.of(cells));
        double loss = 0;
        for (int i = 0; i < weights.length; i++) {
            loss += (double) weights[i] * states.hidden()[i];
        }
        return loss;
    }

    private interface Loss {
        double now();
    }

    /** Moves each tenth number a little both ways. Single precision leaves three digits of the difference. */
    private static void assertSlope(float[] values, float[] gradient, Loss loss) {
        float move = 5e-3f;
        for (int i = 0; i < values.length; i += 1 + values.length / 40) {
            float value = values[i];
            values[i] = value + move;
            double up = loss.now();
            values[i] = value - move;
            double down = loss.now();
            values[i] = value;

            assertThat((double) gradient[i]).isCloseTo((up - down) / (2 * move), within(2e-3));
        }
    }

    @ParameterizedTest
    @EnumSource
    void survivesSizesThatHurt(CellVariant variant) {
        for (int units : new int[] {1, 2, 13, 31}) {
            CellParameters parameters = parameters(variant, units);
            CellKernel kernel = new CellKernel(parameters, Arithmetic.fastest());
            for (int[] lengths : new int[][] {{}, {0}, {1}, {0, 0, 1}, {3, 1, 2, 1, 1}}) {
                SequenceLayout layout = SequenceLayout.of(lengths);
                States states = kernel.forward(layout, sums(layout, parameters));
                Gradients gradients = kernel.backward(states, random(layout.places() * units, 5), 2);

                assertThat(states.hidden()).hasSize(layout.places() * units);
                assertThat(gradients.sums()).hasSize(layout.places() * parameters.gateColumns());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void survivesFiveThousandSteps(CellVariant variant) {
        float[] small = random(UNITS * variant.gates() * UNITS, 1);
        for (int i = 0; i < small.length; i++) {
            small[i] *= 0.1f;
        }
        CellParameters base = parameters(variant, UNITS);
        CellParameters parameters = new CellParameters(variant, UNITS, small, base.peepholes(), base.innerBias());
        SequenceLayout layout = SequenceLayout.of(new int[] {5_000});
        CellKernel kernel = new CellKernel(parameters, Arithmetic.fastest());

        States states = kernel.forward(layout, sums(layout, parameters));
        Gradients gradients = kernel.backward(states, random(layout.places() * UNITS, 5), CellKernel.WHOLE);

        for (float value : gradients.sums()) {
            assertThat(value).isFinite();
        }
    }

    @Test
    void namesANumberThatIsNone() {
        float[] recurrent = new float[4];
        recurrent[3] = Float.NaN;

        assertThatThrownBy(
                        () -> new CellParameters(CellVariant.SIMPLE_RNN_TANH, 2, recurrent, new float[0], new float[0]))
                .hasMessage("recurrent[3] must be a finite number but was NaN");
        assertThatThrownBy(() ->
                        new CellParameters(CellVariant.LSTM_PEEPHOLE, 1, new float[4], new float[2], new float[0]))
                .hasMessage("peepholes must hold 3 numbers but held 2");
    }

    @Test
    void aWindowBelowOneIsRefused() {
        CellParameters parameters = parameters(CellVariant.LSTM, 2);
        SequenceLayout layout = SequenceLayout.of(new int[] {1});
        CellKernel kernel = new CellKernel(parameters, Arithmetic.SCALAR);
        States states = kernel.forward(layout, sums(layout, parameters));

        assertThatThrownBy(() -> kernel.backward(states, new float[2], 0))
                .hasMessage("the backward window must be at least 1 but was 0");
    }
}
