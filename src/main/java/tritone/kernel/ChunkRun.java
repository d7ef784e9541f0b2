package tritone.kernel;

import java.util.Arrays;

/** One chunk's sequences on their way forward and back; made anew for each, it holds what one thread needs. */
final class ChunkRun {
    /** Places whose products are added to the weights' gradient at a time, while their numbers are still in the cache. */
    private static final int BLOCK = 128;

    private final SequenceLayout layout;
    private final SequenceLayout.Chunk chunk;
    private final CellParameters parameters;
    private final Start start;
    private final int units;
    private final Cell cell;
    private final float[] masked; // [rows][units] states after dropout; empty without
    private final float[] mask; // [rows][units] for the way back
    private final float[] carried; // [rows][units]
    private float[] before = {}; // [places][units] of a block

    ChunkRun(SequenceLayout layout, int chunk, PackedWeights weights, Start start) {
        this.layout = layout;
        this.chunk = layout.chunk(chunk);
        this.parameters = weights.parameters();
        this.start = start;
        units = parameters.units();
        cell = weights.arithmetic().cell(weights);
        masked = new float[start.stateMask().length == 0 ? 0 : this.chunk.sequences() * units];
        mask = new float[masked.length];
        carried = new float[this.chunk.sequences() * units];
    }

    /** Keeps every state. */
    void forward(InputSums inputs, States states) {
        int columns = parameters.gateColumns();
        for (int step = 0; step < chunk.steps(); step++) {
            int place = chunk.first()[step];
            inputs.write(place, chunk.active()[step], states.gates(), place * columns);
            cell.forward(step(states, step, 0));
        }
    }

    /** Keeps the last state only, where the states before the first step stand, and leaves all in {@code all} unless it is empty. */
    void forward(InputSums inputs, LastStates last, float[] all) {
        CellVariant variant = parameters.variant();
        float[] gates = new float[chunk.sequences() * parameters.gateColumns()];
        float[] inner = new float[variant.gates() == 3 ? chunk.sequences() * units : 0];
        for (int step = 0; step < chunk.steps(); step++) {
            int rows = chunk.active()[step];
            inputs.write(chunk.first()[step], rows, gates, 0);
            Matrix hidden = Matrix.of(last.hidden(), chunk.firstRank() * units, rows, units);
            Matrix cells = optional(last.cells(), chunk.firstRank(), rows);
            cell.forward(new Step(
                    Matrix.of(gates, 0, rows, parameters.gateColumns()),
                    hidden,
                    hidden,
                    cells,
                    hidden,
                    cells,
                    optional(inner, 0, rows)));
            if (all.length > 0) {
                System.arraycopy(hidden.values(), hidden.offset(), all, chunk.first()[step] * units, rows * units);
            }
        }
    }

    private Matrix optional(float[] values, int row, int rows) {
        return values.length == 0 ? Matrix.of(values, 0, rows, 0) : Matrix.of(values, row * units, rows, units);
    }

    /** The numbers of a step from this row of the chunk on. */
    private Step step(States states, int step, int from) {
        int rows = chunk.active()[step] - from;
        int place = chunk.first()[step] + from;
        boolean first = step == 0;
        int before = first ? chunk.firstRank() + from : chunk.first()[step - 1] + from;
        Matrix hiddenBefore = Matrix.of(first ? start.hidden() : states.hidden(), before * units, rows, units);
        return new Step(
                Matrix.of(states.gates(), place * parameters.gateColumns(), rows, parameters.gateColumns()),
                hiddenBefore,
                masked(hiddenBefore, from),
                optional(first ? start.cells() : states.cells(), before, rows),
                Matrix.of(states.hidden(), place * units, rows, units),
                optional(states.cells(), place, rows),
                optional(states.inner(), place, rows));
    }

    private Matrix masked(Matrix hidden, int from) {
        if (masked.length == 0) {
            return hidden;
        }
        int mask = (chunk.firstRank() + from) * units;
        for (int i = 0; i < hidden.rows() * units; i++) {
            masked[i] = hidden.values()[hidden.offset() + i] * start.stateMask()[mask + i];
        }
        return Matrix.of(masked, 0, hidden.rows(), units);
    }

    /** Runs back; the gradient of the states before the first step is left in {@code initial}. */
    CellParameters backward(States states, HiddenGradient hiddenGradient, int window, LastStates initial) {
        CellParameters gradient = parameters.zeros();
        float[] seen = new float[chunk.sequences() * units];
        int blockEnd = chunk.end();
        for (int step = chunk.steps() - 1; step >= 0; step--) {
            int from = firstWithin(step, window);
            int rows = chunk.active()[step] - from;
            clearBefore(states, step, from);
            for (int row = from; row < chunk.active()[step]; row++) {
                int rank = chunk.firstRank() + row;
                hiddenGradient.addTo(rank, step, initial.hidden(), rank * units);
            }
            Matrix hidden = Matrix.of(initial.hidden(), (chunk.firstRank() + from) * units, rows, units);
            Matrix seenGradient = Matrix.of(seen, 0, rows, units);
            seenGradient.clear();
            cell.backward(
                    step(states, step, from),
                    hidden,
                    optional(initial.cells(), chunk.firstRank() + from, rows),
                    seenGradient);
            addSeen(seen, hidden, from);
            if (step == 0 || blockEnd - chunk.first()[step] >= BLOCK) {
                addWeightGradients(states, step, blockEnd, gradient);
                blockEnd = chunk.first()[step];
            }
        }
        clearBeyond(window, initial);
        cell.addPeepholeGradients(gradient);
        return gradient;
    }

    /** The first row whose sequence has at most {@code window} steps from this one on, this one included. */
    private int firstWithin(int step, int window) {
        int row = chunk.active()[step];
        while (row > 0 && layout.length(chunk.firstRank() + row - 1) - step <= window) {
            row--;
        }
        return row;
    }

    /** Rows outside the window have no gradient. */
    private void clearBefore(States states, int step, int rows) {
        int place = chunk.first()[step];
        int columns = parameters.gateColumns();
        Arrays.fill(states.gates(), place * columns, (place + rows) * columns, 0);
        if (parameters.variant() == CellVariant.GRU_RESET_AFTER) {
            Arrays.fill(states.inner(), place * units, (place + rows) * units, 0);
        }
    }

    private void addSeen(float[] seen, Matrix hidden, int from) {
        int numbers = hidden.rows() * units;
        if (start.stateMask().length > 0) {
            System.arraycopy(start.stateMask(), (chunk.firstRank() + from) * units, mask, 0, numbers);
            multiply(seen, mask, numbers);
        }
        System.arraycopy(hidden.values(), hidden.offset(), carried, 0, numbers);
        add(carried, seen, numbers);
        System.arraycopy(carried, 0, hidden.values(), hidden.offset(), numbers);
    }

    private static void multiply(float[] values, float[] factors, int length) {
        for (int i = 0; i < length; i++) {
            values[i] *= factors[i];
        }
    }

    private static void add(float[] values, float[] others, int length) {
        for (int i = 0; i < length; i++) {
            values[i] = Vanished.flushed(values[i] + others[i]);
        }
    }

    /** Adds what the steps from this one on up to a place contribute. */
    private void addWeightGradients(States states, int fromStep, int endPlace, CellParameters gradient) {
        int first = chunk.first()[fromStep];
        if (before.length < (endPlace - first) * units) {
            before = new float[(endPlace - first) * units];
        }
        for (int step = fromStep; step < chunk.steps() && chunk.first()[step] < endPlace; step++) {
            Matrix seen = step(states, step, 0).seen();
            System.arraycopy(
                    seen.values(), seen.offset(), before, (chunk.first()[step] - first) * units, seen.rows() * units);
        }
        int columns = parameters.gateColumns();
        int places = endPlace - first;
        cell.addWeightGradients(
                Matrix.of(before, 0, places, units),
                Matrix.of(states.gates(), first * columns, places, columns),
                optional(states.inner(), first, places),
                gradient);
    }

    /** What flowed out of a sequence's window reaches no state before its first step. */
    private void clearBeyond(int window, LastStates initial) {
        for (int row = 0; row < chunk.sequences(); row++) {
            int rank = chunk.firstRank() + row;
            if (layout.length(rank) > window) {
                Arrays.fill(initial.hidden(), rank * units, (rank + 1) * units, 0);
                if (initial.cells().length > 0) {
                    Arrays.fill(initial.cells(), rank * units, (rank + 1) * units, 0);
                }
            }
        }
    }
}
