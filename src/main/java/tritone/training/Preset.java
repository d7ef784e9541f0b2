package tritone.training;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import tritone.network.CellKind;

/** Whole recipes by a name that people know. */
public enum Preset {
    /** The network of the courses: 100 numbers for each of 10,000 ids, one cell of 128 units read at its last state, Adam. */
    LECTURE {
        @Override
        void choose(CellKind cell, Map<Setting, String> values) {
            // The usual values are the lecture's.
        }
    },
    /** The lecture network, begun with the vectors that ship, and with more steps where there are few reviews. */
    QUICK {
        @Override
        void choose(CellKind cell, Map<Setting, String> values) {
            values.put(Setting.VECTORS, VECTORS);
            values.put(Setting.EMBEDDING, NUMBERS);
            values.put(Setting.BATCH, "auto");
            values.put(Setting.EPOCHS, "auto");
            values.put(Setting.PATIENCE, "30"); // of few validation reviews an early best says little
        }
    },
    /**
     * More words, more of each review, all states looked at, and something against learning by heart. It is made for cells of
     * a language model and for teachers, without which it begins with the vectors that ship.
     */
    BEST {
        @Override
        void choose(CellKind cell, Map<Setting, String> values) {
            if (cell == CellKind.LINEAR) {
                return;
            }
            values.put(Setting.VECTORS, VECTORS);
            values.put(Setting.EMBEDDING, NUMBERS);
            values.put(Setting.VOCAB_SIZE, "30000");
            values.put(Setting.MAX_TOKENS, "600");
            values.put(Setting.READOUT, cell == CellKind.BAG ? "mean" : "last-mean-max");
            values.put(Setting.INPUT_DROPOUT, "0.3");
            values.put(Setting.WORD_DROPOUT, "0.1");
            values.put(Setting.EPOCHS, "3");
            values.put(Setting.STOP_ON, "log-loss");
        }
    };

    /** A folder of {@code vocab/}. */
    private static final String VECTORS = "imdb";

    /** Of each of these vectors. */
    private static final String NUMBERS = "128";

    /** What this recipe has instead of the usual values. */
    abstract void choose(CellKind cell, Map<Setting, String> values);

    /** A value for every setting that any cell knows, but for the corpus. */
    Map<Setting, String> defaults(CellKind cell) {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        usualText(values);
        usualNetwork(values);
        usualLearning(values);
        forCell(cell, values);
        choose(cell, values);
        return values;
    }

    private static void usualText(Map<Setting, String> values) {
        values.put(Setting.CHAIN, "html,simple,contractions,emoticons,lowercase");
        values.put(Setting.VOCAB, "count");
        values.put(Setting.VOCAB_SIZE, "10000");
        values.put(Setting.MIN_COUNT, "1");
        values.put(Setting.MAX_TOKENS, "256");
        values.put(Setting.KEEP, "tail");
        values.put(Setting.VALIDATION, "auto");
        values.put(Setting.CUT_BY, "auto");
        values.put(Setting.GROUPS, "none");
        values.put(Setting.CUT_SEED, "7");
    }

    private static void usualNetwork(Map<Setting, String> values) {
        values.put(Setting.VARIANT, "usual");
        values.put(Setting.EMBEDDING, "100");
        values.put(Setting.UNITS, "128");
        values.put(Setting.LAYERS, "1");
        values.put(Setting.DIRECTION, "forward");
        values.put(Setting.READOUT, "last");
        values.put(Setting.NORMALISATION, "none");
        values.put(Setting.INIT, "xavier");
        values.put(Setting.RECURRENT_INIT, "orthogonal");
        values.put(Setting.FORGET_BIAS, "1");
        values.put(Setting.VECTORS, "none");
        values.put(Setting.FREEZE_VECTORS, "0");
        values.put(Setting.FROM, "none");
        values.put(Setting.FREEZE_CELLS, "0");
    }

    private static void usualLearning(Map<Setting, String> values) {
        values.put(Setting.TEACHERS, "none");
        values.put(Setting.UNLABELLED, "none");
        values.put(Setting.INPUT_DROPOUT, "0");
        values.put(Setting.STATE_DROPOUT, "0");
        values.put(Setting.WORD_DROPOUT, "0");
        values.put(Setting.LABEL_SMOOTHING, "0");
        values.put(Setting.CLASS_WEIGHTS, "none");
        values.put(Setting.OPTIMISER, "adam");
        values.put(Setting.UPDATES, "lazy");
        values.put(Setting.MOMENTUM, "0.9");
        values.put(Setting.WEIGHT_DECAY, "0");
        values.put(Setting.CLIP_NORM, "1");
        values.put(Setting.CLIP_VALUE, "none");
        values.put(Setting.RATE, "0.001");
        values.put(Setting.SCHEDULE, "one-cycle");
        values.put(Setting.BATCH, "64");
        values.put(Setting.WINDOW, "all");
        values.put(Setting.EPOCHS, "4");
        values.put(Setting.STEPS, "all");
        values.put(Setting.STOP_ON, "accuracy");
        values.put(Setting.PATIENCE, "3");
        values.put(Setting.AVERAGE, "1");
        values.put(Setting.SEED, "1");
    }

    /** What only this cell has, or has otherwise. */
    private static void forCell(CellKind cell, Map<Setting, String> values) {
        if (cell == CellKind.BAG) {
            values.put(Setting.READOUT, "mean");
            values.put(Setting.RATE, "0.005");
        }
        if (cell == CellKind.LINEAR) {
            values.put(Setting.VOCAB_SIZE, "50000");
            values.put(Setting.MAX_TOKENS, "all");
            values.put(Setting.PHRASE_WORDS, "3");
            values.put(Setting.MIN_REVIEWS, "3");
            values.put(Setting.SMOOTHING, "1");
            values.put(Setting.PENALTY, "5");
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
