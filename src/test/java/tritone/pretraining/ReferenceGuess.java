package tritone.pretraining;

import java.util.function.DoubleSupplier;

/** The loss of a guess among candidates in double precision, one number after the other, and slopes by differences. */
final class ReferenceGuess {
    private static final double STEP = 1e-5;

    final double[] projection; // [units][width]
    final double[] vectors; // [vocabulary][width]
    final double[] bias;
    private final int width;
    private final Candidates candidates;

    ReferenceGuess(Head head, int width, Candidates candidates) {
        this(
                doubles(head.projection().values()),
                doubles(head.vectors().values()),
                doubles(head.bias().values()),
                width,
                candidates);
    }

    ReferenceGuess(double[] projection, double[] vectors, double[] bias, int width, Candidates candidates) {
        this.projection = projection;
        this.vectors = vectors;
        this.bias = bias;
        this.width = width;
        this.candidates = candidates;
    }

    static double[] doubles(float[] numbers) {
        double[] doubles = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            doubles[i] = numbers[i];
        }
        return doubles;
    }

    /** The loss of one row; 0 without a target. */
    double loss(double[] state, int target) {
        if (target < 0) {
            return 0;
        }
        double own = logit(state, target);
        double sum = Math.exp(own);
        for (int i = 0; i < candidates.size(); i++) {
            int id = candidates.ids()[i];
            sum += id == target ? 0 : Math.exp(logit(state, id) - candidates.logShares()[i]);
        }
        return Math.log(sum) - own;
    }

    double logit(double[] state, int id) {
        double logit = bias[id];
        for (int i = 0; i < width; i++) {
            double projected = 0;
            for (int unit = 0; unit < state.length; unit++) {
                projected += state[unit] * projection[unit * width + i];
            }
            logit += projected * vectors[id * width + i];
        }
        return logit;
    }

    double loss(double[][] states, int[] targets) {
        double loss = 0;
        for (int row = 0; row < states.length; row++) {
            loss += loss(states[row], targets[row]);
        }
        return loss;
    }

    /** By central differences of one number after the other. */
    static double[] slopes(double[] numbers, DoubleSupplier loss) {
        double[] slopes = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            double before = numbers[i];
            numbers[i] = before + STEP;
            double above = loss.getAsDouble();
            numbers[i] = before - STEP;
            slopes[i] = (above - loss.getAsDouble()) / (2 * STEP);
            numbers[i] = before;
        }
        return slopes;
    }
}
