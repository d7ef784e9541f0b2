package tritone.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

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

    /** What one pass forward and back gives. */
    private record Pass(float[] hidden, float[] sums, CellParameters parameters, float[] initial, float[] cells) {}

    private static CellKernel kernel(CellParameters parameters) {
        return new CellKernel(parameters, Arithmetic.fastest(), Workers.NONE);
    }

    private static States forward(CellKernel kernel, SequenceLayout layout, CellParameters parameters, Start start) {
        States states = new States();
        kernel.forward(layout, InputSums.of(sums(layout, parameters), parameters.gateColumns()), start, states);
        return states;
    }

    private static Pass pass(CellKernel kernel, SequenceLayout layout, CellParameters parameters, Start start) {
        States states = forward(kernel, layout, parameters, start);
        int units = parameters.units();
        float[] hiddenGradient = random(layout.places() * units, 5);
        Gradients gradients = kernel.backward(states, HiddenGradient.ofAll(layout, hiddenGradient, units), 3);
        return new Pass(
                Arrays.copyOf(states.hidden(), layout.places() * units),
                Arrays.copyOf(gradients.sums(), layout.places() * parameters.gateColumns()),
                gradients.parameters(),
                gradients.initialHidden(),
                gradients.initialCells());
    }

    /** Random states to begin with, and a third of them dropped wherever they enter a product. */
    private static Start start(SequenceLayout layout, CellParameters parameters) {
        Start zero = Start.zero(parameters.variant(), parameters.units(), layout);
        float[] mask = random(zero.hidden().length, 8);
        for (int i = 0; i < mask.length; i++) {
            mask[i] = mask[i] < -0.17f ? 0 : 1.5f;
        }
        return new Start(random(zero.hidden().length, 6), random(zero.cells().length, 7), mask);
    }

    @ParameterizedTest
    @EachCell
    void bothArithmeticsGiveTheSameBits(CellVariant variant) {
        SequenceLayout layout = SequenceLayout.of(LENGTHS);
        CellParameters parameters = parameters(variant, UNITS);
        Start start = start(layout, parameters);

        Pass scalar = pass(new CellKernel(parameters, Arithmetic.SCALAR, Workers.NONE), layout, parameters, start);
        Pass vector = pass(kernel(parameters), layout, parameters, start);

        assertThat(vector).usingRecursiveComparison().isEqualTo(scalar);
    }

    @ParameterizedTest
    @EachCell
    void theNumberOfThreadsChangesNoBit(CellVariant variant) {
        int[] lengths = new int[5 * SequenceLayout.CHUNK + 3];
        Arrays.setAll(lengths, i -> i * 7 % 23);
        SequenceLayout layout = SequenceLayout.of(lengths);
        CellParameters parameters = parameters(variant, UNITS);
        Start start = start(layout, parameters);
        Pass one = pass(kernel(parameters), layout, parameters, start);

        for (int threads : new int[] {2, 8}) {
            CellKernel kernel = new CellKernel(parameters, Arithmetic.fastest(), Workers.of(threads));

            assertThat(pass(kernel, layout, parameters, start))
                    .usingRecursiveComparison()
                    .isEqualTo(one);
        }
    }

    @ParameterizedTest
    @EachCell
    void lastStatesAreThoseOfAWholeRun(CellVariant variant) {
        SequenceLayout layout = SequenceLayout.of(LENGTHS);
        CellParameters parameters = parameters(variant, UNITS);
        Start start = start(layout, parameters).withStateMask(new float[0]);
        States states = forward(kernel(parameters), layout, parameters, start);

        LastStates last = kernel(parameters)
                .last(layout, InputSums.of(sums(layout, parameters), parameters.gateColumns()), start);

        for (int rank = 0; rank < layout.sequences(); rank++) {
            int length = layout.length(rank);
            float[] from = length == 0 ? start.hidden() : states.hidden();
            int at = (length == 0 ? rank : layout.place(rank, length - 1)) * UNITS;
            assertThat(Arrays.copyOfRange(last.hidden(), rank * UNITS, (rank + 1) * UNITS))
                    .isEqualTo(Arrays.copyOfRange(from, at, at + UNITS));
        }
    }

    @ParameterizedTest
    @EachCell
    void neitherOtherRowsNorTheirLengthsChangeARow(CellVariant variant) {
        CellParameters parameters = parameters(variant, UNITS);
        CellKernel kernel = kernel(parameters);
        SequenceLayout together = SequenceLayout.of(LENGTHS);
        float[] given = sums(together, parameters);
        States states =
                forward(kernel, together, parameters, Start.zero(parameters.variant(), parameters.units(), together));
        int columns = parameters.gateColumns();
        for (int rank = 0; rank < together.sequences(); rank++) {
            SequenceLayout alone = SequenceLayout.of(new int[] {together.length(rank)});
            float[] own = new float[alone.places() * columns];
            for (int step = 0; step < together.length(rank); step++) {
                System.arraycopy(given, together.place(rank, step) * columns, own, step * columns, columns);
            }

            States single = new States();
            kernel.forward(
                    alone,
                    InputSums.of(own, columns),
                    Start.zero(parameters.variant(), parameters.units(), alone),
                    single);

            for (int step = 0; step < together.length(rank); step++) {
                int at = together.place(rank, step) * UNITS;
                assertThat(Arrays.copyOfRange(states.hidden(), at, at + UNITS))
                        .isEqualTo(Arrays.copyOfRange(single.hidden(), step * UNITS, (step + 1) * UNITS));
            }
        }
    }

    /** The loss is the sum of all hidden states under random weights. */
    @ParameterizedTest
    @EachCell
    void gradientsAgreeWithFiniteDifferences(CellVariant variant) {
        SequenceLayout layout = SequenceLayout.of(LENGTHS);
        CellParameters parameters = parameters(variant, UNITS);
        float[] weights = random(layout.places() * UNITS, 5);
        Start start = start(layout, parameters);
        float[] sums = sums(layout, parameters);
        Loss loss = () -> loss(parameters, layout, sums, start, weights);
        CellKernel kernel = kernel(parameters);
        States states = forward(kernel, layout, parameters, start);

        Gradients gradients = kernel.backward(states, HiddenGradient.ofAll(layout, weights, UNITS), CellKernel.WHOLE);

        assertSlope(sums, gradients.sums(), loss);
        assertSlope(parameters.recurrent(), gradients.parameters().recurrent(), loss);
        assertSlope(parameters.peepholes(), gradients.parameters().peepholes(), loss);
        assertSlope(parameters.innerBias(), gradients.parameters().innerBias(), loss);
        assertSlope(start.hidden(), gradients.initialHidden(), loss);
        assertSlope(start.cells(), gradients.initialCells(), loss);
    }

    private static double loss(
            CellParameters parameters, SequenceLayout layout, float[] sums, Start start, float[] weights) {
        States states = new States();
        kernel(parameters).forward(layout, InputSums.of(sums, parameters.gateColumns()), start, states);
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
    @EachCell
    void survivesSizesThatHurt(CellVariant variant) {
        for (int units : new int[] {1, 2, 13, 31, 32}) {
            CellParameters parameters = parameters(variant, units);
            for (int[] lengths : new int[][] {{}, {0}, {1}, {0, 0, 1}, {3, 1, 2, 1, 1}}) {
                SequenceLayout layout = SequenceLayout.of(lengths);
                Start start = start(layout, parameters);

                Pass pass = pass(kernel(parameters), layout, parameters, start);

                assertThat(pass)
                        .usingRecursiveComparison()
                        .isEqualTo(pass(
                                new CellKernel(parameters, Arithmetic.SCALAR, Workers.NONE),
                                layout,
                                parameters,
                                start));
            }
        }
    }

    @ParameterizedTest
    @EachCell
    void survivesFiveThousandSteps(CellVariant variant) {
        float[] small = random(UNITS * variant.gates() * UNITS, 1);
        for (int i = 0; i < small.length; i++) {
            small[i] *= 0.1f;
        }
        CellParameters base = parameters(variant, UNITS);
        CellParameters parameters = new CellParameters(variant, UNITS, small, base.peepholes(), base.innerBias());
        SequenceLayout layout = SequenceLayout.of(new int[] {5_000});

        Pass pass = pass(
                kernel(parameters), layout, parameters, Start.zero(parameters.variant(), parameters.units(), layout));

        for (float value : pass.sums()) {
            assertThat(value).isFinite();
        }
    }

    /** What follows a state, run alone from it on, tells what comes back to it; its own share is the readout's. */
    @ParameterizedTest
    @EachCell
    void keepsTheWholeGradientOfEachStateWhereItIsAskedTo(CellVariant variant) {
        CellParameters parameters = parameters(variant, UNITS);
        SequenceLayout layout = SequenceLayout.of(new int[] {9});
        float[] own = random(layout.places() * UNITS, 5);
        Start start = start(layout, parameters);
        States states = forward(kernel(parameters), layout, parameters, start);
        float[] hidden = states.hidden().clone();
        float[] cells = states.cells().clone();
        float[] kept = new float[layout.places() * UNITS];

        kernel(parameters)
                .backward(
                        states, HiddenGradient.ofAll(layout, own, UNITS).keptIn(kept, layout, UNITS), CellKernel.WHOLE);

        int columns = parameters.gateColumns();
        for (int step = 0; step < 9; step++) {
            int after = (step + 1) * UNITS;
            SequenceLayout rest = SequenceLayout.of(new int[] {8 - step});
            float[] cell = variant.hasCellState() ? Arrays.copyOfRange(cells, step * UNITS, after) : new float[0];
            Start from = new Start(Arrays.copyOfRange(hidden, step * UNITS, after), cell, start.stateMask());
            float[] sums = Arrays.copyOfRange(sums(layout, parameters), (step + 1) * columns, 9 * columns);
            States following = new States();
            kernel(parameters).forward(rest, InputSums.of(sums, columns), from, following);
            float[] expected = kernel(parameters)
                    .backward(
                            following,
                            HiddenGradient.ofAll(rest, Arrays.copyOfRange(own, after, own.length), UNITS),
                            CellKernel.WHOLE)
                    .initialHidden();
            for (int u = 0; u < UNITS; u++) {
                expected[u] += own[step * UNITS + u];
            }
            assertThat(Arrays.copyOfRange(kept, step * UNITS, after)).isEqualTo(expected);
        }
    }

    @Test
    void statesUsedUpByAWayBackAreRefused() {
        CellParameters parameters = parameters(CellVariant.LSTM, 2);
        SequenceLayout layout = SequenceLayout.of(new int[] {1});
        CellKernel kernel = kernel(parameters);
        States states =
                forward(kernel, layout, parameters, Start.zero(parameters.variant(), parameters.units(), layout));
        HiddenGradient gradient = HiddenGradient.ofLast(layout, new float[2], 2);
        kernel.backward(states, gradient, 1);

        assertThatThrownBy(() -> kernel.backward(states, gradient, 1))
                .hasMessage("these states were used up by a backward pass");
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
        CellKernel kernel = kernel(parameters);
        States states =
                forward(kernel, layout, parameters, Start.zero(parameters.variant(), parameters.units(), layout));

        assertThatThrownBy(() -> kernel.backward(states, HiddenGradient.ofLast(layout, new float[2], 2), 0))
                .hasMessage("the backward window must be at least 1 but was 0");
    }
}
