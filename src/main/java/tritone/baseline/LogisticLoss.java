package tritone.baseline;

import tritone.kernel.Workers;

/**
 * What a logistic regression makes as small as it can: {@code sum cost * log(1 + exp(-margin)) + penalty / 2 * |weights|^2}
 * over the reviews. A margin is {@code bias + sum scale * weight} over a review's features, with its sign turned outside the
 * class. Vectors as long as the weights hold the bias after the last feature; it is not penalised. Belongs to one thread,
 * whatever number of threads it uses itself.
 */
final class LogisticLoss {
    private final FeatureMatrix matrix;
    private final Target target;
    private final double penalty;
    private final int bias;
    private final Blocks reviews;
    private final Blocks weights;

    private final double[] scaled; // [feature] its weight times its scale
    private final double[] slopes; // [review] derivative of the loss by the sum
    private final double[] curvatures; // [review] the second one

    /**
     * What to learn.
     *
     * @param inClass the reviews to tell from the others
     * @param costs how much each review counts
     * @param scales the value of each feature in a review that has it
     */
    record Target(boolean[] inClass, double[] costs, double[] scales) {}

    LogisticLoss(FeatureMatrix matrix, Target target, double penalty, Workers workers) {
        this.matrix = matrix;
        this.target = target;
        this.penalty = penalty;
        bias = matrix.features();
        reviews = new Blocks(matrix.reviews(), matrix::rowLength, workers);
        weights = new Blocks(bias + 1, i -> i == bias ? matrix.reviews() : matrix.columnLength(i), workers);
        scaled = new double[bias];
        slopes = new double[matrix.reviews()];
        curvatures = new double[matrix.reviews()];
    }

    /** The blocks of a vector as long as the weights. */
    Blocks weights() {
        return weights;
    }

    /** The blocks of a vector as long as the sums. */
    Blocks reviews() {
        return reviews;
    }

    /** How many weights there are, the bias included. */
    int length() {
        return bias + 1;
    }

    /** The sum of each review, its bias included and its sign not turned; linear in the weights. */
    double[] sums(double[] weights) {
        double[] sums = new double[matrix.reviews()];
        this.weights.run((from, to) -> {
            for (int feature = from; feature < Math.min(to, bias); feature++) {
                scaled[feature] = target.scales[feature] * weights[feature];
            }
        });
        reviews.run((from, to) -> {
            for (int review = from; review < to; review++) {
                sums[review] = matrix.rowSum(review, scaled) + weights[bias];
            }
        });
        return sums;
    }

    /** The gradient at these weights, which give these sums. */
    double[] gradient(double[] weights, double[] sums) {
        reviews.run((from, to) -> {
            for (int i = from; i < to; i++) {
                double wrong = 1 / (1 + StrictMath.exp(target.inClass[i] ? sums[i] : -sums[i]));
                slopes[i] = target.costs[i] * (target.inClass[i] ? -wrong : wrong);
                curvatures[i] = target.costs[i] * wrong * (1 - wrong);
            }
        });
        return columns(slopes, weights);
    }

    /** The second derivative where the gradient was taken last, times a direction. */
    double[] curvature(double[] direction) {
        double[] sums = sums(direction);
        reviews.run((from, to) -> {
            for (int i = from; i < to; i++) {
                sums[i] *= curvatures[i];
            }
        });
        return columns(sums, direction);
    }

    /** What each weight gets of its reviews' values, and of the penalty. */
    private double[] columns(double[] values, double[] weights) {
        double[] columns = new double[length()];
        this.weights.run((from, to) -> {
            for (int feature = from; feature < Math.min(to, bias); feature++) {
                columns[feature] =
                        target.scales[feature] * matrix.columnSum(feature, values) + penalty * weights[feature];
            }
        });
        for (double value : values) {
            columns[bias] += value;
        }
        return columns;
    }

    /** The loss of the reviews at {@code sums + step * changes}. */
    double ofReviews(double[] sums, double step, double[] changes) {
        return reviews.sum((from, to) -> {
            double loss = 0;
            for (int i = from; i < to; i++) {
                double sum = sums[i] + step * changes[i];
                double margin = target.inClass[i] ? sum : -sum;
                // Never the exponential of a large number.
                double log = StrictMath.log1p(StrictMath.exp(-Math.abs(margin)));
                loss += target.costs[i] * (log - Math.min(0, margin));
            }
            return loss;
        });
    }

    /** The penalty's product of two vectors: {@code penalty * a * b} without the bias. */
    double ofWeights(double[] a, double[] b) {
        return penalty * (weights.dot(a, b) - a[bias] * b[bias]);
    }
}
