package tritone.kernel;

/** The gradient of a loss with respect to hidden states. Several threads ask at a time. */
@FunctionalInterface
public interface HiddenGradient {
    /**
     * Adds the gradient of the state of the sequence with this rank after this step, {@code [units]}. On a way back each state
     * of the window is asked about once, after those that follow it, and {@code sum} holds what came back through them.
     */
    void addTo(int rank, int step, float[] sum, int offset);

    /**
     * The same, that on a way back leaves each state's whole gradient, through everything that follows it, in {@code
     * byPlace}, {@code [places][units]}.
     */
    default HiddenGradient keptIn(float[] byPlace, SequenceLayout layout, int units) {
        return (rank, step, sum, offset) -> {
            addTo(rank, step, sum, offset);
            System.arraycopy(sum, offset, byPlace, layout.place(rank, step) * units, units);
        };
    }

    /** Of every state, {@code [places][units]}. */
    static HiddenGradient ofAll(SequenceLayout layout, float[] byPlace, int units) {
        return (rank, step, sum, offset) -> add(byPlace, layout.place(rank, step) * units, sum, offset, units);
    }

    /** Of the last state of each sequence only, {@code [rank][units]}. */
    static HiddenGradient ofLast(SequenceLayout layout, float[] byRank, int units) {
        return (rank, step, sum, offset) -> {
            if (step == layout.length(rank) - 1) {
                add(byRank, rank * units, sum, offset, units);
            }
        };
    }

    private static void add(float[] from, int at, float[] sum, int offset, int units) {
        for (int u = 0; u < units; u++) {
            sum[offset + u] += from[at + u];
        }
    }
}
