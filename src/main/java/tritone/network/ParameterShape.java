package tritone.network;

/** The name and the shape of an array of weights; one row where it is a vector. */
public record ParameterShape(String name, int rows, int columns) {
    public ParameterShape {
        if ((long) rows * columns > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    name + " must hold at most " + Integer.MAX_VALUE + " numbers but has " + rows + " x " + columns);
        }
    }

    public int length() {
        return rows * columns;
    }

    /** Refuses values that are no weights of this shape, by name: missing, too many or few, no numbers. */
    public void check(float[] values) {
        if (values == null) {
            throw new IllegalArgumentException("the weights " + name + " are missing");
        }
        if (values.length != length()) {
            throw new IllegalArgumentException(
                    name + " must hold " + rows + " x " + columns + " numbers but held " + values.length);
        }
        boolean variance = name.endsWith(LevelShape.VARIANCE);
        for (int i = 0; i < values.length; i++) {
            if (variance && values[i] < 0) {
                throw new IllegalArgumentException(name + "[" + i + "] must be at least 0 but was " + values[i]);
            }
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException(name + "[" + i + "] must be a finite number but was " + values[i]);
            }
        }
    }
}
