package tritone.baseline;

/**
 * A logistic regression on a dense matrix with a last column of ones, in plain loops. It shares nothing with the one it is
 * compared with: its gradient comes from the definition, its optimum from small steps downhill.
 */
final class DenseRegression {
    private final double[][] values; // [review][features + 1]
    private final boolean[] inClass;
    private final double[] costs;
    private final double penalty;

    DenseRegression(double[][] values, boolean[] inClass, double[] costs, double penalty) {
        this.values = values;
        this.inClass = inClass;
        this.costs = costs;
        this.penalty = penalty;
    }

    /** The matrix of these sparse rows. */
    static double[][] values(int[][] rows, double[] scales) {
        double[][] values = new double[rows.length][scales.length + 1];
        for (int review = 0; review < rows.length; review++) {
            for (int feature : rows[review]) {
                values[review][feature] = scales[feature];
            }
            values[review][scales.length] = 1;
        }
        return values;
    }

    double loss(double[] weights) {
        double loss = 0;
        for (int i = 0; i < weights.length - 1; i++) {
            loss += penalty / 2 * weights[i] * weights[i];
        }
        for (int review = 0; review < values.length; review++) {
            double sum = sum(review, weights);
            loss += costs[review] * Math.log(1 + Math.exp(inClass[review] ? -sum : sum));
        }
        return loss;
    }

    double[] gradient(double[] weights) {
        double[] gradient = new double[weights.length];
        for (int i = 0; i < weights.length - 1; i++) {
            gradient[i] = penalty * weights[i];
        }
        for (int review = 0; review < values.length; review++) {
            double probability = 1 / (1 + Math.exp(-sum(review, weights)));
            for (int i = 0; i < weights.length; i++) {
                gradient[i] += costs[review] * (probability - (inClass[review] ? 1 : 0)) * values[review][i];
            }
        }
        return gradient;
    }

    /** The optimum by very many steps of a length that cannot overshoot. */
    double[] optimum(int steps) {
        double curvature = penalty;
        for (int review = 0; review < values.length; review++) {
            for (double value : values[review]) {
                curvature += costs[review] * value * value / 4;
            }
        }
        double[] weights = new double[values[0].length];
        for (int step = 0; step < steps; step++) {
            double[] gradient = gradient(weights);
            for (int i = 0; i < weights.length; i++) {
                weights[i] -= gradient[i] / curvature;
            }
        }
        return weights;
    }

    private double sum(int review, double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * values[review][i];
        }
        return sum;
    }
}
