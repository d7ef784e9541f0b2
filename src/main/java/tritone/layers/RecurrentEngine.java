package tritone.layers;

import java.util.Map;
import tritone.kernel.SequenceLayout;
import tritone.network.Passage;

/**
 * The arithmetic of a layer in one precision. It serves one batch at a time: the way back follows the way forward.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
interface RecurrentEngine<A> {
    /** What the way back gives, as {@link tritone.network.LevelGradients}. */
    record Back<A>(Map<String, A> parameters, A rows) {}

    /** States of zero, nothing dropped. */
    Passage passage(SequenceLayout layout, boolean training);

    /** As {@link tritone.network.Level#forward}. */
    A forward(Map<String, A> parameters, SequenceLayout layout, A rows, int[] rowOf, Passage passage);

    /** As {@link tritone.network.Level#back}. */
    Back<A> back(A gradient, int window);

    /** The states of the forward cell after the last steps, {@code [rank][units]}: hidden, and cell states if it has any. */
    float[][] last();
}
