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

    float[] inner() {
        return inner;
    }
}
