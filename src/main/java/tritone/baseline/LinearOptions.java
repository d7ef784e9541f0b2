package tritone.baseline;

/**
 * How a linear model is made.
 *
 * @param minCount reviews in which a word or a pair must stand to be a feature
 * @param smoothing what is added to every count before the ratio of two is taken
 * @param penalty half of it times the squared weights is added to the loss, which is a sum over the reviews
 */
public record LinearOptions(int minCount, double smoothing, double penalty) {
    public LinearOptions {
        if (minCount < 1) {
            throw new IllegalArgumentException("minCount must be at least 1 but was " + minCount);
        }
        checkPositive("smoothing", smoothing);
        checkPositive("penalty", penalty);
    }

    /** The best on reviews of the Large Movie Review Dataset that were held back. */
    public static LinearOptions defaults() {
        return new LinearOptions(3, 1, 5);
    }

    static void checkPositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be positive and finite but was " + value);
        }
    }
}
