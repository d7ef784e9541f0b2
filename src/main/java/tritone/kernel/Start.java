package tritone.kernel;

/**
 * What a cell begins with.
 *
 * @param hidden the hidden states before the first step, {@code [rank][units]}
 * @param cells the cell states before the first step, {@code [rank][units]}; empty for a cell without
 * @param stateMask factors of the hidden states wherever they enter a product, the same at every step, {@code
 *     [rank][units]}: dropout of the state; empty for none
 */
public record Start(float[] hidden, float[] cells, float[] stateMask) {
    /** All zero, nothing dropped. */
    public static Start zero(CellVariant variant, int units, SequenceLayout layout) {
        int numbers = layout.sequences() * units;
        return new Start(new float[numbers], new float[variant.hasCellState() ? numbers : 0], new float[0]);
    }

    /** The same, with these factors of the state. */
    public Start withStateMask(float[] mask) {
        return new Start(hidden, cells, mask);
    }

    void check(CellParameters parameters, SequenceLayout layout) {
        int numbers = layout.sequences() * parameters.units();
        check("hidden", hidden, numbers);
        check("cells", cells, parameters.variant().hasCellState() ? numbers : 0);
        if (stateMask.length > 0) {
            check("stateMask", stateMask, numbers);
        }
    }

    private static void check(String name, float[] values, int length) {
        if (values.length != length) {
            throw new IllegalArgumentException(name + " must hold " + length + " numbers but held " + values.length);
        }
    }
}
