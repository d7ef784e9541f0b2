package tritone.kernel;

/**
 * What a forward pass leaves behind for the way back, by place (see {@link SequenceLayout}). The arrays grow with the
 * largest batch and are used again for the next one: taking fresh ones would cost as much time as a quarter of the
 * products. A backward pass uses the states up: its gradient of the sums takes the place of the gates.
 */
public final class States {
    private SequenceLayout layout;
    private Start start;
    private boolean spent;
    private float[] gates = {}; // [places][gates * units] after their activation
    private float[] hidden = {}; // [places][units]
    private float[] cells = {}; // [places][units] of an LSTM
    // Of a GRU, [places][units]: r ⊗ h' with the reset before the product, h' W + b with it after.
    private float[] inner = {};

    void begin(SequenceLayout layout, Start start, CellParameters parameters) {
        this.layout = layout;
        this.start = start;
        this.spent = false;
        CellVariant variant = parameters.variant();
        int numbers = Math.multiplyExact(layout.places(), parameters.units());
        gates = grown(gates, Math.multiplyExact(numbers, variant.gates()));
        hidden = grown(hidden, numbers);
        cells = grown(cells, variant.hasCellState() ? numbers : 0);
        inner = grown(inner, variant.gates() == 3 ? numbers : 0);
    }

    private static float[] grown(float[] array, int length) {
        return array.length >= length ? array : new float[length];
    }

    void spend() {
        if (spent) {
            throw new IllegalStateException("these states were used up by a backward pass");
        }
        spent = true;
    }

    public SequenceLayout layout() {
        return layout;
    }

    Start start() {
        return start;
    }

    /** How many numbers the arrays hold: what the largest batch so far needed. */
    public long numbers() {
        return (long) gates.length + hidden.length + cells.length + inner.length;
    }

    float[] gates() {
        return gates;
    }

    /** The hidden states, {@code [places][units]}; the array may be longer. */
    public float[] hidden() {
        return hidden;
    }

    /** The cell states of an LSTM, {@code [places][units]}; the array may be longer. */
    public float[] cells() {
        return cells;
    }

    /** The states after the last step of each sequence; those of an empty one are what it began with. */
    public LastStates last(int units) {
        LastStates last = new LastStates(start.hidden().clone(), start.cells().clone());
        for (int rank = 0; rank < layout.sequences(); rank++) {
            if (layout.length(rank) > 0) {
                int at = layout.place(rank, layout.length(rank) - 1) * units;
                System.arraycopy(hidden, at, last.hidden(), rank * units, units);
                if (last.cells().length > 0) {
                    System.arraycopy(cells, at, last.cells(), rank * units, units);
                }
            }
        }
        return last;
    }

    float[] inner() {
        return inner;
    }
}
