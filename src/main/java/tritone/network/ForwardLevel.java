package tritone.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import tritone.kernel.Arithmetic;
import tritone.kernel.CellKernel;
import tritone.kernel.InputSums;
import tritone.kernel.LastStates;
import tritone.kernel.SequenceLayout;
import tritone.kernel.Start;
import tritone.kernel.Workers;

/**
 * A {@link Level} whose weights do not change any more and that only runs forward: what can be made of the weights is made
 * once, and no state is kept but the hidden ones that are read. Same bits; safe for any number of threads.
 */
final class ForwardLevel {
    private final LevelShape shape;
    private final Arithmetic arithmetic;
    private final float[] query;
    private final List<CellKernel> kernels = new ArrayList<>();
    private final List<InputWeights> inputWeights = new ArrayList<>();

    /** @param weights by the names of {@link LevelShape#parameters()} */
    ForwardLevel(LevelShape shape, Map<String, float[]> weights, Arithmetic arithmetic, Workers workers) {
        this.shape = shape;
        this.arithmetic = arithmetic;
        query = weights.get(LevelShape.QUERY);
        for (int cell = 0; cell < cells(); cell++) {
            kernels.add(new CellKernel(shape.cellParameters(cell, weights), arithmetic, workers));
            inputWeights.add(new InputWeights(
                    shape.inputs(),
                    weights.get(LevelShape.name(cell, LevelShape.INPUT)),
                    weights.get(LevelShape.name(cell, LevelShape.BIAS)),
                    arithmetic));
        }
    }

    /** None where the states are the inputs. */
    private int cells() {
        return shape.cell().variant().gates() == 0
                ? 0
                : shape.cell().direction().cells();
    }

    List<InputWeights> inputWeights() {
        return inputWeights;
    }

    /** Reads words; see {@link #run}. */
    float[] ofWords(Words words, WordSums sums) {
        SequenceLayout layout = words.layout();
        if (cells() == 0) {
            float[] rows = sums.vectors(words.ids());
            float[] states = new PlainStates(shape.cell().units())
                    .forward(new LevelInput(layout, rows, words.ids().length, words.rowOf()));
            return read(layout, states);
        }
        CellOrder order = new CellOrder(layout, shape.cell());
        int columns = shape.cell().variant().gates() * shape.cell().units();
        return run(order, cell -> InputSums.of(sums.of(cell, words.ids()), order.ofCell(cell, words.rowOf()), columns));
    }

    /** Reads the states of the level below, {@code [places][inputs]}; see {@link #run}. */
    float[] ofStates(SequenceLayout layout, float[] states) {
        if (cells() == 0) {
            return read(layout, states);
        }
        CellOrder order = new CellOrder(layout, shape.cell());
        int[] places = LevelInput.ofPlaces(layout, states).rowOf();
        return run(order, cell -> inputWeights.get(cell).of(states, order.ofCell(cell, places)));
    }

    /** A vector for each sequence, {@code [rank][features]}, or all states, {@code [places][features]}. */
    private float[] run(CellOrder order, IntFunction<InputSums> inputs) {
        SequenceLayout layout = order.layout();
        int units = shape.cell().units();
        boolean lastOnly = shape.readout() == Readout.LAST;
        Start start = Start.zero(shape.cell().variant(), units, layout);
        List<float[]> states = new ArrayList<>();
        List<LastStates> last = new ArrayList<>();
        for (int cell = 0; cell < cells(); cell++) {
            states.add(new float[lastOnly ? 0 : Math.multiplyExact(layout.places(), units)]);
            last.add(kernels.get(cell).last(layout, inputs.apply(cell), start, states.get(cell)));
        }
        return lastOnly ? order.last(last) : read(layout, order.byPosition(states));
    }

    private float[] read(SequenceLayout layout, float[] states) {
        return shape.readout() == Readout.STATES
                ? states
                : Reading.of(shape, layout, states, query).features(arithmetic);
    }
}
