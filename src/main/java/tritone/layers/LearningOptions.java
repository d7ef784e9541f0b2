package tritone.layers;

import java.util.Objects;

/**
 * How a network begins and learns, but for the rate, which changes from step to step.
 *
 * @param window the last steps that carry gradient; 0 for all
 */
public record LearningOptions(
        Beginning beginning, Dropouts dropouts, int window, Optimiser optimiser, Clipping clipping) {
    public LearningOptions {
        Objects.requireNonNull(beginning, "beginning");
        Objects.requireNonNull(dropouts, "dropouts");
        Objects.requireNonNull(optimiser, "optimiser");
        Objects.requireNonNull(clipping, "clipping");
    }

    /** Nothing dropped, all steps, the gradient clipped to a norm of 1. */
    public static LearningOptions of(Optimiser optimiser) {
        return new LearningOptions(Beginning.USUAL, Dropouts.NONE, 0, optimiser, Clipping.toNorm(1));
    }
}
