package tritone.network;

import java.util.Locale;
import tritone.kernel.CellVariant;

/** The three cells by the names that people type, each in the variant that is meant if nothing else is said. */
public enum CellKind {
    SIMPLE_RNN(CellVariant.SIMPLE_RNN_TANH),
    LSTM(CellVariant.LSTM),
    GRU(CellVariant.GRU_RESET_BEFORE);

    private final CellVariant variant;

    CellKind(CellVariant variant) {
        this.variant = variant;
    }

    public CellVariant variant() {
        return variant;
    }

    /** As in {@code simple-rnn}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
