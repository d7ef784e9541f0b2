package tritone.network;

import tritone.kernel.Arithmetic;
import tritone.kernel.SequenceLayout;

/** One batch's states read out into one vector per sequence, and the way back. The vector of an empty sequence is zero. */
interface Reading {
    /**
     * Reads states by place.
     *
     * @param states {@code [places][width]}, by position in the sequence
     * @param query of attention; else unused
     */
    static Reading of(LevelShape shape, SequenceLayout layout, float[] states, float[] query) {
        StateView view = new StateView(layout, shape.cell(), states);
        return switch (shape.readout()) {
            case LAST -> new LastReading(view);
            case MEAN -> new MeanReading(view);
            case MAX -> new HighestReading(view);
            case LAST_MEAN_MAX ->
                new JoinedReading(view, new LastReading(view), new MeanReading(view), new HighestReading(view));
            case ATTENTION -> new AttentionReading(view, query);
            case STATES -> throw new IllegalArgumentException("states that go on as they are have no vector");
        };
    }

    /** The vectors, {@code [rank][features]}. */
    float[] features(Arithmetic arithmetic);

    /** Takes the gradient of the vectors; gives that of the query, if there is one. */
    float[] back(float[] gradient);

    /** Adds the gradient of a state: the numbers of this cell, at this position of the sequence. */
    void addTo(int rank, int position, int cell, float[] sum, int offset);
}
