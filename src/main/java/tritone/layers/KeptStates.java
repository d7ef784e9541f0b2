package tritone.layers;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import tritone.kernel.SequenceLayout;
import tritone.kernel.Start;

/** States that a layer goes on from, by sequence, in the maps that Deeplearning4j keeps them in. */
final class KeptStates {
    /** Hidden states, and cell states where a cell has them. */
    private static final List<String> KINDS = List.of("hidden", "cells");

    private KeptStates() {}

    /** Keeps states by rank. */
    static void keep(float[][] byRank, SequenceLayout layout, Map<String, INDArray> kept) {
        for (int kind = 0; kind < byRank.length; kind++) {
            int units = layout.sequences() == 0 ? 0 : byRank[kind].length / layout.sequences();
            float[][] rows = new float[layout.sequences()][];
            for (int rank = 0; rank < rows.length; rank++) {
                rows[layout.sequence(rank)] = Arrays.copyOfRange(byRank[kind], rank * units, (rank + 1) * units);
            }
            kept.put(KINDS.get(kind), Nd4j.createFromArray(rows).detach());
        }
    }

    /** Puts what was kept, if anything, where a cell starts from. */
    static void restore(Map<String, INDArray> kept, SequenceLayout layout, Start start) {
        restore(kept.get(KINDS.get(0)), layout, start.hidden());
        restore(kept.get(KINDS.get(1)), layout, start.cells());
    }

    private static void restore(INDArray bySequence, SequenceLayout layout, float[] target) {
        if (bySequence == null) {
            return;
        }
        if (bySequence.size(0) != layout.sequences()) {
            throw new IllegalArgumentException(
                    "states were kept for " + bySequence.size(0) + " sequences but there are " + layout.sequences()
                            + "; call rnnClearPreviousState between batches");
        }
        float[][] rows = bySequence.toFloatMatrix();
        for (int rank = 0; rank < rows.length; rank++) {
            float[] row = rows[layout.sequence(rank)];
            System.arraycopy(row, 0, target, rank * row.length, row.length);
        }
    }
}
