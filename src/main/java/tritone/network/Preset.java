package tritone.network;

import java.util.Locale;
import tritone.kernel.CellVariant;

/** Whole networks by a name that people know. */
public enum Preset {
    /** The network of the courses: 100 numbers for each of 10,000 ids, one cell of 128 units read at its last state. */
    LECTURE {
        @Override
        public NetworkSpec network(CellVariant variant) {
            CellSpec cell = new CellSpec(variant, 128, Direction.FORWARD, Normalisation.NONE);
            return new NetworkSpec(10_000, 100, cell, 1, Readout.LAST, 2);
        }
    };

    /** The last tokens of a review that the network is shown. */
    public int maxTokens() {
        return 256;
    }

    /** The network with this cell, for two classes. */
    public abstract NetworkSpec network(CellVariant variant);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
