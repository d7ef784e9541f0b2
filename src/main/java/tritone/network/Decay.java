package tritone.network;

import java.util.OptionalDouble;

/**
 * How norms change from step to step.
 *
 * @param factor the factor that a step multiplies a norm by: that of the geometric series whose logarithms are nearest, by
 *     least squares, to those of the norms above 0 within the first {@value #FITTED} steps; absent where fewer than two are
 * @param shares each norm as a share of the first, {@code [steps]}; empty where the first is 0
 */
public record Decay(OptionalDouble factor, double[] shares) {
    /** Of more steps a way back says little: where gradients vanish, only noise is left by then. */
    static final int FITTED = 50;

    /** Of norms after 0, 1, 2, ... steps. */
    public static Decay of(double[] norms) {
        for (int step = 0; step < norms.length; step++) {
            if (!(norms[step] >= 0 && norms[step] < Double.POSITIVE_INFINITY)) { // also rejects NaN
                throw new IllegalArgumentException("the norm after " + step
                        + " steps must be a finite number of at least 0 but was " + norms[step]);
            }
        }
        double[] shares = new double[norms.length == 0 || norms[0] == 0 ? 0 : norms.length];
        for (int step = 0; step < shares.length; step++) {
            shares[step] = norms[step] / norms[0];
        }
        return new Decay(factor(norms), shares);
    }

    private static OptionalDouble factor(double[] norms) {
        int points = 0;
        double meanStep = 0;
        for (int step = 0; step < norms.length && step <= FITTED; step++) {
            if (norms[step] > 0) {
                points++;
                meanStep += (step - meanStep) / points;
            }
        }
        double square = 0;
        double product = 0;
        for (int step = 0; step < norms.length && step <= FITTED; step++) {
            if (norms[step] > 0) {
                square += (step - meanStep) * (step - meanStep);
                product += (step - meanStep) * StrictMath.log(norms[step]);
            }
        }
        return points < 2 ? OptionalDouble.empty() : OptionalDouble.of(StrictMath.exp(product / square));
    }

    /** The share that is left after so many steps; absent where it is not known. */
    public OptionalDouble left(int steps) {
        return steps < shares.length ? OptionalDouble.of(shares[steps]) : OptionalDouble.empty();
    }
}
