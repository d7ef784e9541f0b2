package tritone.network;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tritone.kernel.CellVariant;

/**
 * What can be trained, by the names that people type: the three cells, the bag of words that does without one, and the linear
 * classifier, which is no network at all.
 */
public enum CellKind {
    SIMPLE_RNN {
        @Override
        void put(Map<String, CellVariant> variants) {
            variants.put("tanh", CellVariant.SIMPLE_RNN_TANH);
            variants.put("relu", CellVariant.SIMPLE_RNN_RELU);
        }
    },
    LSTM {
        @Override
        void put(Map<String, CellVariant> variants) {
            variants.put("plain", CellVariant.LSTM);
            variants.put("peepholes", CellVariant.LSTM_PEEPHOLE);
        }
    },
    GRU {
        @Override
        void put(Map<String, CellVariant> variants) {
            variants.put("reset-before", CellVariant.GRU_RESET_BEFORE);
            variants.put("reset-after", CellVariant.GRU_RESET_AFTER);
        }
    },
    BAG {
        @Override
        void put(Map<String, CellVariant> variants) {
            variants.put("none", CellVariant.NONE);
        }
    },
    LINEAR {
        @Override
        void put(Map<String, CellVariant> variants) {
            // It is no network.
        }
    };

    abstract void put(Map<String, CellVariant> variants);

    /** The kind of this name, if there is one; null is none's. */
    public static Optional<CellKind> named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(name))
                .findFirst();
    }

    /** The kind that this is a variant of. */
    public static CellKind of(CellVariant variant) {
        return Arrays.stream(values())
                .filter(kind -> kind.variants().containsValue(variant))
                .findFirst()
                .orElseThrow();
    }

    /** What this variant of it is called. */
    public String name(CellVariant variant) {
        return variants().entrySet().stream()
                .filter(entry -> entry.getValue() == variant)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /** Its variants by name, the usual one first. */
    public Map<String, CellVariant> variants() {
        Map<String, CellVariant> variants = new LinkedHashMap<>();
        put(variants);
        return Collections.unmodifiableMap(variants);
    }

    /** Whether it reads word by word and keeps a state: a recurrent cell. */
    public boolean hasStates() {
        return switch (this) {
            case SIMPLE_RNN, LSTM, GRU -> true;
            case BAG, LINEAR -> false;
        };
    }

    /** The variant that is meant if nothing else is said. */
    public CellVariant variant() {
        return variants().values().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(this + " is no network"));
    }

    /** As in {@code simple-rnn}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
