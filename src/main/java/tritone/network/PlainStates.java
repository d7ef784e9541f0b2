package tritone.network;

import tritone.kernel.HiddenGradient;
import tritone.kernel.LastStates;
import tritone.kernel.SequenceLayout;
import tritone.kernel.Start;

/** The states of a level without a cell: its inputs, each row at every place where it stands. */
final class PlainStates {
    private final int units;
    private float[] states = {}; // [places][units]

    PlainStates(int units) {
        this.units = units;
    }

    /** The states, {@code [places][units]}; the array may be longer and is used again for the next batch. */
    float[] forward(LevelInput input) {
        int places = input.layout().places();
        int length = Math.multiplyExact(places, units);
        if (states.length < length) {
            states = new float[length];
        }
        for (int place = 0; place < places; place++) {
            System.arraycopy(input.rows(), input.rowOf()[place] * units, states, place * units, units);
        }
        return states;
    }

    /** The last ones of {@link #forward}; those of an empty sequence are what it began with. */
    LastStates last(SequenceLayout layout, Start start) {
        LastStates last = new LastStates(start.hidden().clone(), new float[0]);
        for (int rank = 0; rank < layout.sequences() && layout.length(rank) > 0; rank++) {
            int place = layout.place(rank, layout.length(rank) - 1);
            System.arraycopy(states, place * units, last.hidden(), rank * units, units);
        }
        return last;
    }

    /**
     * Adds up by row what the states' gradient is, in the order of ranks and steps.
     *
     * @param window only this many last steps of each sequence carry gradient
     */
    void back(LevelInput input, HiddenGradient gradient, int window, float[] rowGradient) {
        if (window < 1) {
            throw new IllegalArgumentException("the backward window must be at least 1 but was " + window);
        }
        SequenceLayout layout = input.layout();
        for (int rank = 0; rank < layout.sequences(); rank++) {
            int length = layout.length(rank);
            for (int step = Math.max(0, length - window); step < length; step++) {
                gradient.addTo(rank, step, rowGradient, input.rowOf()[layout.place(rank, step)] * units);
            }
        }
    }
}
