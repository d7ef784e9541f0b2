package tritone.baseline;

/**
 * How a linear model is made.
 *
 * @param phraseWords words at most of a phrase; with 1 words alone are features
 * @param minCount reviews in which a word or a phrase must stand to be a feature
 * @param smoothing what is added to every count before the ratio of two is taken
 * @param penalty half of it times the squared weights is added to the loss, which is a sum over the reviews
 */
public record LinearOptions(int phraseWords, int minCount, double smoothing, double penalty) {
    public LinearOptions {
        if (phraseWords < 1 || phraseWords > LinearModel.MAX_PHRASE) {
            throw new IllegalArgumentException(
                    "phraseWords must be in [1, " + LinearModel.MAX_PHRASE + "] but was " + phraseWords);
        }
        if (minCount < 1) {
            throw new IllegalArgumentException("minCount must be at least 1 but was " + minCount);
        }
        checkPositive("smoothing", smoothing);
        checkPositive("penalty", penalty);
    }

    static void checkPositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be positive and finite but was " + value);
        }
    }
}
