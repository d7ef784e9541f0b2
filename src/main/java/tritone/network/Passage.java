package tritone.network;

import java.util.List;
import tritone.kernel.Start;

/**
 * The circumstances of one way forward.
 *
 * @param training whether a way back may follow
 * @param starts what each cell begins with, dropout of the state included
 * @param inputMask factors of the inputs, the same at every step, {@code [rank][inputs]}: dropout; empty for none
 */
public record Passage(boolean training, List<Start> starts, float[] inputMask) {}
