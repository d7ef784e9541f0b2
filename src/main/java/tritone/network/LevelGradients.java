package tritone.network;

import java.util.Map;

/**
 * What a level's way back gives.
 *
 * @param parameters by name. Those of running averages are what is to be subtracted from them
 * @param rows of the input, {@code [count][inputs]}
 */
public record LevelGradients(Map<String, float[]> parameters, float[] rows) {}
