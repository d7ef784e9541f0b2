package tritone.evaluation;

/** The p of a test, as others hand it in. */
final class Probability {
    private Probability() {}

    static double checked(double p) {
        if (!(p >= 0 && p <= 1)) { // also rejects NaN
            throw new IllegalArgumentException("p must be in [0, 1] but was " + p);
        }
        return p;
    }
}
