package tritone.kernel;

/**
 * What a backward pass gives.
 *
 * @param sums with respect to the sums before activation, {@code [places][gates * units]}; the inputs' share of them, the
 *     input weights and the bias follow from it. The array may be longer, and belongs to the states that were used up
 * @param parameters with respect to what the cell has learnt
 * @param initialHidden with respect to the hidden states before the first step, {@code [rank][units]}
 * @param initialCells with respect to the cell states before the first step, {@code [rank][units]}; empty without
 */
public record Gradients(float[] sums, CellParameters parameters, float[] initialHidden, float[] initialCells) {}
