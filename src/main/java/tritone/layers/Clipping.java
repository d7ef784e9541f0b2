package tritone.layers;

/**
 * Bounds of a gradient, infinite for none.
 *
 * @param norm of the whole gradient (Pascanu et al., 2013)
 * @param value of each number, applied before the norm
 */
public record Clipping(double norm, double value) {
    public static final Clipping NONE = new Clipping(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    public Clipping {
        if (!(norm > 0)) {
            throw new IllegalArgumentException("the norm to clip to must be more than 0 but was " + norm);
        }
        if (!(value > 0)) {
            throw new IllegalArgumentException("the value to clip to must be more than 0 but was " + value);
        }
    }

    /** To a norm alone. */
    public static Clipping toNorm(double norm) {
        return new Clipping(norm, Double.POSITIVE_INFINITY);
    }
}
