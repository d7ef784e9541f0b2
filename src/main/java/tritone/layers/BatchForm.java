package tritone.layers;

import tritone.kernel.SequenceLayout;

/**
 * Numbers of a batch from the order of engines, by rank or place, to that of Deeplearning4j's arrays, by sequence and time
 * step, and back.
 *
 * @param stepsFirst whether arrays of states are {@code [batch][steps][width]} instead of {@code [batch][width][steps]}
 */
record BatchForm<A>(NumberArrays<A> arrays, Sequences sequences, SequenceLayout layout, boolean stepsFirst) {
    long[] vectorShape(int width) {
        return new long[] {layout.sequences(), width};
    }

    long[] stateShape(int width) {
        int steps = sequences.steps();
        return stepsFirst
                ? new long[] {layout.sequences(), steps, width}
                : new long[] {layout.sequences(), width, steps};
    }

    /** From {@code [rank][width]}. */
    A vectorsBySequence(A byRank, int width) {
        A bySequence = arrays.create(layout.sequences() * width);
        for (int rank = 0; rank < layout.sequences(); rank++) {
            arrays.copy(byRank, rank * width, 1, bySequence, layout.sequence(rank) * width, 1, width);
        }
        return bySequence;
    }

    /** To {@code [rank][width]}. */
    A vectorsByRank(A bySequence, int width) {
        A byRank = arrays.create(layout.sequences() * width);
        for (int rank = 0; rank < layout.sequences(); rank++) {
            arrays.copy(bySequence, layout.sequence(rank) * width, 1, byRank, rank * width, 1, width);
        }
        return byRank;
    }

    /** From {@code [places][width]}; zero at time steps that no sequence has. */
    A statesByStep(A byPlace, int width) {
        A byStep = arrays.create(layout.sequences() * sequences.steps() * width);
        for (int rank = 0; rank < layout.sequences(); rank++) {
            for (int step = 0; step < layout.length(rank); step++) {
                arrays.copy(
                        byPlace, layout.place(rank, step) * width, 1, byStep, at(rank, step, width), stride(), width);
            }
        }
        return byStep;
    }

    /** To {@code [places][width]}. */
    A statesByPlace(A byStep, int width) {
        A byPlace = arrays.create(layout.places() * width);
        for (int rank = 0; rank < layout.sequences(); rank++) {
            for (int step = 0; step < layout.length(rank); step++) {
                arrays.copy(
                        byStep, at(rank, step, width), stride(), byPlace, layout.place(rank, step) * width, 1, width);
            }
        }
        return byPlace;
    }

    private int stride() {
        return stepsFirst ? 1 : sequences.steps();
    }

    private int at(int rank, int step, int width) {
        int sequence = layout.sequence(rank);
        int position = sequences.positions()[sequence][step];
        return stepsFirst
                ? (sequence * sequences.steps() + position) * width
                : sequence * width * sequences.steps() + position;
    }
}
