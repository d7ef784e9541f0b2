package tritone.kernel;

/**
 * What a forward pass leaves behind, by place (see {@link SequenceLayout}).
 *
 * @param gates the gates after their activation, {@code [places][gates * units]}
 * @param hidden the hidden states, {@code [places][units]}
 * @param cells the cell states of an LSTM, {@code [places][units]}; else empty
 * @param inner of a GRU, {@code [places][units]}: r ⊗ h' with the reset before the product, h' W + b with it after; else
 *     empty
 * @param initialHidden the hidden states before the first step, {@code [rank][units]}
 * @param initialCells the cell states before the first step, {@code [rank][units]}; empty without cell states
 */
public record States(
        SequenceLayout layout,
        float[] gates,
        float[] hidden,
        float[] cells,
        float[] inner,
        float[] initialHidden,
        float[] initialCells) {

    /** The hidden states before this step, for the sequences that are running at it. */
    Matrix hiddenBefore(int step, int units) {
        return step == 0
                ? Matrix.of(initialHidden, 0, layout.active(0), units)
                : Matrix.of(hidden, layout.first(step - 1) * units, layout.active(step), units);
    }

    /** The array of cell states before this step. */
    float[] cellsBefore(int step) {
        return step == 0 ? initialCells : cells;
    }

    float[] hiddenArrayBefore(int step) {
        return step == 0 ? initialHidden : hidden;
    }

    /** Where in the arrays before this step the first rank stands, in rows. */
    int rowBefore(int step) {
        return step == 0 ? 0 : layout.first(step - 1);
    }
}
