package tritone.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import tritone.kernel.Arithmetic;
import tritone.kernel.CellKernel;
import tritone.kernel.CellParameters;
import tritone.kernel.CellVariant;
import tritone.kernel.EachCell;
import tritone.kernel.InputSums;
import tritone.kernel.SequenceLayout;
import tritone.kernel.Start;
import tritone.kernel.States;
import tritone.kernel.Workers;
import tritone.network.CellSpec;
import tritone.network.Direction;
import tritone.network.LevelShape;
import tritone.network.Normalisation;
import tritone.network.Readout;

class MemoryNeedTest {
    @Test
    void isACopyOfTheInputsWithoutACell() {
        CellSpec none = new CellSpec(CellVariant.NONE, 5, Direction.FORWARD, Normalisation.NONE);

        assertThat(MemoryNeed.of(new LevelShape(5, none, Readout.MEAN))).isEqualTo(new MemoryNeed(5, 5));
    }

    @ParameterizedTest
    @EachCell
    void isWhatAKernelTakesForEachStep(CellVariant variant) {
        int units = 5;
        CellSpec cell = new CellSpec(variant, units, Direction.FORWARD, Normalisation.NONE);
        MemoryNeed need = MemoryNeed.of(new LevelShape(3, cell, Readout.LAST));
        CellParameters parameters = new CellParameters(
                variant,
                units,
                new float[units * units * variant.gates()],
                new float[variant == CellVariant.LSTM_PEEPHOLE ? 3 * units : 0],
                new float[variant == CellVariant.GRU_RESET_AFTER ? units : 0]);
        int[] lengths = new int[40];
        Arrays.setAll(lengths, i -> i);
        SequenceLayout layout = SequenceLayout.of(lengths);
        States states = new States();

        new CellKernel(parameters, Arithmetic.SCALAR, Workers.NONE)
                .forward(
                        layout,
                        InputSums.of(new float[layout.places() * parameters.gateColumns()], parameters.gateColumns()),
                        Start.zero(parameters.variant(), parameters.units(), layout),
                        states);

        assertThat(states.numbers()).isEqualTo(need.states() * layout.places());
    }
}
