package tritone.kernel;

import java.util.Locale;

/**
 * The cells. With x the input's share of the sums (bias included), h' and c' the state before, W the recurrent weights, σ the
 * sigmoid and ⊗ the product of elements:
 *
 * <ul>
 *   <li>simple RNN: h = φ(x + h' W) with φ tanh or max(0, ·)
 *   <li>LSTM: i, f, o = σ(x + h' W); g = tanh(x + h' W); c = f ⊗ c' + i ⊗ g; h = o ⊗ tanh(c). With peepholes i and f also see
 *       p ⊗ c', and o sees p ⊗ c (Gers and Schmidhuber, 2000).
 *   <li>GRU: z, r = σ(x + h' W); h = (1 - z) ⊗ h' + z ⊗ g, where g = tanh(x + (r ⊗ h') W) (Cho et al., 2014) or, with the
 *       reset after the product, g = tanh(x + r ⊗ (h' W + b)).
 * </ul>
 */
public enum CellVariant {
    SIMPLE_RNN_TANH(1),
    SIMPLE_RNN_RELU(1),
    /** Gates in the order i, f, o, g. */
    LSTM(4),
    LSTM_PEEPHOLE(4),
    /** Gates in the order z, r, g. */
    GRU_RESET_BEFORE(3),
    GRU_RESET_AFTER(3),
    /** No cell: the states are the inputs. Nothing enters a product, so that dropout of the state has no effect. */
    NONE(0);

    private final int gates;

    CellVariant(int gates) {
        this.gates = gates;
    }

    /** How many sums each unit makes of its inputs. */
    public int gates() {
        return gates;
    }

    /** Whether a cell state stands beside the hidden one. */
    public boolean hasCellState() {
        return this == LSTM || this == LSTM_PEEPHOLE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
