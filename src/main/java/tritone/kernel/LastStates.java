package tritone.kernel;

/**
 * The states after the last step of each sequence; those of an empty one are what it began with.
 *
 * @param hidden {@code [rank][units]}
 * @param cells {@code [rank][units]}; empty for a cell without
 */
public record LastStates(float[] hidden, float[] cells) {}
