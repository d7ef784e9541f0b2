package tritone.report;

import tritone.network.CellKind;

/** One colour for each cell, wherever it is shown. */
public enum Tone {
    SIMPLE_RNN,
    LSTM,
    GRU,
    BAG,
    LINEAR,
    NEUTRAL;

    /** The colour of a cell. */
    public static Tone of(CellKind cell) {
        return switch (cell) {
            case SIMPLE_RNN -> SIMPLE_RNN;
            case LSTM -> LSTM;
            case GRU -> GRU;
            case BAG -> BAG;
            case LINEAR -> LINEAR;
        };
    }
}
