package tritone.network;

import java.util.Locale;

/** What becomes of a level's states. */
public enum Readout {
    /** All of them go on to the next level. */
    STATES,
    /** The last of each direction. */
    LAST,
    MEAN,
    MAX,
    /** The three after each other. */
    LAST_MEAN_MAX,
    /** A mean whose weights are a softmax over the steps of q · tanh(h). */
    ATTENTION;

    /** Numbers per sequence (of {@link #STATES}, per step) from states of this width. */
    public int features(int width) {
        return this == LAST_MEAN_MAX ? Math.multiplyExact(3, width) : width;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
