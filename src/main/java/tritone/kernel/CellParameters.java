package tritone.kernel;

/**
 * What a cell has learnt, apart from its input weights.
 *
 * @param recurrent {@code [units][gates * units]}, gates in the variant's order
 * @param peepholes {@code [3 * units]}: i, f, o; empty for a cell without
 * @param innerBias {@code [units]} inside the reset of {@link CellVariant#GRU_RESET_AFTER}; else empty
 */
public record CellParameters(CellVariant variant, int units, float[] recurrent, float[] peepholes, float[] innerBias) {
    public CellParameters {
        if (variant == CellVariant.NONE) {
            throw new IllegalArgumentException("NONE is no cell: it learns nothing, and its states are its inputs");
        }
        check("recurrent", recurrent, units * variant.gates() * units);
        check("peepholes", peepholes, variant == CellVariant.LSTM_PEEPHOLE ? 3 * units : 0);
        check("innerBias", innerBias, variant == CellVariant.GRU_RESET_AFTER ? units : 0);
    }

    private static void check(String name, float[] values, int length) {
        if (values.length != length) {
            throw new IllegalArgumentException(name + " must hold " + length + " numbers but held " + values.length);
        }
        for (int i = 0; i < length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException(name + "[" + i + "] must be a finite number but was " + values[i]);
            }
        }
    }

    /** Parameters of this shape, all zero: a place for gradients. */
    public CellParameters zeros() {
        return new CellParameters(
                variant, units, new float[recurrent.length], new float[peepholes.length], new float[innerBias.length]);
    }

    /** Adds these numbers, one by one. */
    void add(CellParameters other) {
        add(recurrent, other.recurrent);
        add(peepholes, other.peepholes);
        add(innerBias, other.innerBias);
    }

    private static void add(float[] sums, float[] numbers) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += numbers[i];
        }
    }

    /** Numbers per row of gates. */
    public int gateColumns() {
        return variant.gates() * units;
    }

    Matrix recurrentMatrix() {
        return Matrix.of(recurrent, 0, units, gateColumns());
    }
}
