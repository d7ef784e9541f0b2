package tritone.evaluation;

/** A share, or a difference of two, and the bounds between which the true one lies with a confidence of 95 %. */
public record Interval(double value, double low, double high) {
    /** The standard normal distribution's quantile of 0.975. */
    private static final double Z = 1.959963984540054;

    public Interval {
        if (!(low <= value && value <= high)) { // also rejects NaN
            throw new IllegalArgumentException("value must be in [" + low + ", " + high + "] but was " + value);
        }
    }

    /**
     * The share of successes in at least one trial, with the score interval of Wilson (1927) without continuity correction.
     * It stays inside [0, 1] and keeps a width where every trial, or none, succeeded.
     */
    public static Interval wilson(int successes, int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1 but was " + n);
        }
        if (successes < 0 || successes > n) {
            throw new IllegalArgumentException("successes must be in [0, " + n + "] but was " + successes);
        }
        double share = (double) successes / n;
        double scale = 1 + Z * Z / n;
        double centre = (share + Z * Z / (2.0 * n)) / scale;
        double half = Z / scale * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n));
        // Exactly 0 and 1 at the ends, which rounding would miss on either side.
        return new Interval(share, successes == 0 ? 0 : centre - half, successes == n ? 1 : centre + half);
    }
}
