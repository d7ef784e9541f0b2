package tritone.kernel;

/** What inputs and bias add to the sums of a cell. Several threads ask at a time. */
@FunctionalInterface
public interface InputSums {
    /** Writes the sums of places that follow each other, {@code [places][gates * units]}. */
    void write(int firstPlace, int places, float[] sums, int offset);

    /** Sums that lie ready by place. */
    static InputSums of(float[] byPlace, int columns) {
        return (firstPlace, places, sums, offset) ->
                System.arraycopy(byPlace, firstPlace * columns, sums, offset, places * columns);
    }

    /** Sums that several places share: those of place p are row {@code rowOf[p]}. */
    static InputSums of(float[] rows, int[] rowOf, int columns) {
        return (firstPlace, places, sums, offset) -> {
            for (int i = 0; i < places; i++) {
                System.arraycopy(rows, rowOf[firstPlace + i] * columns, sums, offset + i * columns, columns);
            }
        };
    }

    /** Sums that several places share: those of place p are {@code rows[rowOf[p]]}. */
    static InputSums of(float[][] rows, int[] rowOf, int columns) {
        return (firstPlace, places, sums, offset) -> {
            for (int i = 0; i < places; i++) {
                System.arraycopy(rows[rowOf[firstPlace + i]], 0, sums, offset + i * columns, columns);
            }
        };
    }
}
