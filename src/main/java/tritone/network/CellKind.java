package tritone.network;

import java.util.Locale;
import tritone.kernel.CellVariant;

/**
 * The three cells, and the bag of words that does without one, by the names that people type; each cell in the variant that
 * is meant if nothing else is said.
 */
public enum CellKind {
    SIMPLE_RNN(CellVariant.SIMPLE_RNN_TANH),
    LSTM(CellVariant.LSTM),
    GRU(CellVariant.GRU_RESET_BEFORE),
    BAG(CellVariant.NONE);

    private final CellVariant variant;

    CellKind(CellVariant variant) {
        this.variant = variant;
    }

    public CellVariant variant() {
        return variant;
    }

    /** The network that a preset has for this kind. A bag keeps its words and classes and nothing else. */
    public NetworkSpec network(Preset preset) {
        if (this == BAG) {
            NetworkSpec withCell = preset.network(LSTM.variant);
            return NetworkSpec.bag(withCell.vocabulary(), withCell.embedding(), withCell.classes());
        }
        return preset.network(variant);
    }

    /** As in {@code simple-rnn}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
