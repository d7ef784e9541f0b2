package tritone.layers;

import java.util.Map;

/**
 * All that decides how a network's training goes on, but for its batches and rates. Dropout draws need nothing more: they are
 * functions of the seed and the step.
 *
 * @param weights by the names of {@link tritone.network.NetworkSpec#parameters()}
 * @param updater the optimiser's state
 * @param step how many steps were taken
 */
public record TrainingState(Map<String, float[]> weights, float[] updater, int step) {}
