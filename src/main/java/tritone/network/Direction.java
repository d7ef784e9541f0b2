package tritone.network;

import java.util.Locale;

/** Which way a level reads. */
public enum Direction {
    FORWARD,
    BACKWARD,
    /** Two cells, one each way; their states stand side by side, the forward one's first. */
    BOTH;

    /** How many cells read. */
    public int cells() {
        return this == BOTH ? 2 : 1;
    }

    /** Whether this cell of the level reads from the end. */
    public boolean reversed(int cell) {
        return this == BACKWARD || cell == 1;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
