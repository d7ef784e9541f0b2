package tritone.evaluation;

/**
 * How well one class is found.
 *
 * @param precision share of the reviews predicted as this class that are of it; 0 if none was predicted
 * @param recall share of the reviews of this class that were predicted as it; 0 if there are none
 * @param f1 harmonic mean of the two; 0 if both are
 * @param support reviews of this class
 */
public record ClassFigures(double precision, double recall, double f1, int support) {
    /** Figures of one class from counts, {@code [truth][predicted]}. */
    static ClassFigures of(int[][] confusion, int index) {
        int support = 0;
        int predicted = 0;
        for (int other = 0; other < confusion.length; other++) {
            support += confusion[index][other];
            predicted += confusion[other][index];
        }
        int right = confusion[index][index];
        return new ClassFigures(
                share(right, predicted),
                share(right, support),
                share(2.0 * right, (double) predicted + support),
                support);
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
