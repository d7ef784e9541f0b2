package tritone.network;

import java.util.List;
import tritone.kernel.LastStates;
import tritone.kernel.SequenceLayout;

/**
 * The two orders of a level's steps: that of positions in the sequence, and each cell's own, which runs from the end where
 * the cell does.
 */
record CellOrder(SequenceLayout layout, CellSpec spec) {
    /** What stands at each place, given by position, in the order of this cell. */
    int[] ofCell(int cell, int[] byPosition) {
        if (!spec.direction().reversed(cell)) {
            return byPosition;
        }
        int[] turned = new int[byPosition.length];
        for (int rank = 0; rank < layout.sequences(); rank++) {
            int length = layout.length(rank);
            for (int step = 0; step < length; step++) {
                turned[layout.place(rank, step)] = byPosition[layout.place(rank, length - 1 - step)];
            }
        }
        return turned;
    }

    /**
     * The states of all cells by position, {@code [places][width]}.
     *
     * @param states of each cell in its own order, {@code [places][units]}; the only one of a cell that reads forward is
     *     returned as it is, and may be longer
     */
    float[] byPosition(List<float[]> states) {
        if (spec.direction() == Direction.FORWARD) {
            return states.get(0);
        }
        int units = spec.units();
        int width = spec.width();
        float[] all = new float[layout.places() * width];
        for (int cell = 0; cell < states.size(); cell++) {
            for (int rank = 0; rank < layout.sequences(); rank++) {
                int length = layout.length(rank);
                for (int step = 0; step < length; step++) {
                    int position = spec.direction().reversed(cell) ? length - 1 - step : step;
                    System.arraycopy(
                            states.get(cell),
                            layout.place(rank, step) * units,
                            all,
                            layout.place(rank, position) * width + cell * units,
                            units);
                }
            }
        }
        return all;
    }

    /** The last states of all cells side by side, {@code [rank][width]}; those of an empty sequence are zero. */
    float[] last(List<LastStates> last) {
        int units = spec.units();
        int width = spec.width();
        float[] features = new float[layout.sequences() * width];
        for (int cell = 0; cell < last.size(); cell++) {
            for (int rank = 0; rank < layout.sequences() && layout.length(rank) > 0; rank++) {
                System.arraycopy(last.get(cell).hidden(), rank * units, features, rank * width + cell * units, units);
            }
        }
        return features;
    }
}
