package tritone.baseline;

/**
 * Finds the weights of the least loss, from zero on, by Newton's method: each direction comes from conjugate gradients and
 * is shortened until the loss falls by a share of what its slope promises. The loss is convex and penalised, so there is
 * one optimum.
 */
final class NewtonMethod {
    /** The gradient at the end as a share of the one at the start. */
    private static final double TOLERANCE = 1e-4;

    /** Six to nine are usual. */
    private static final int MAX_STEPS = 100;

    /** Products with the curvature in one step; ten to thirty are usual. */
    private static final int MAX_PRODUCTS = 250;

    /** How exactly a direction is sought far from the optimum, where the next step corrects it anyway. */
    private static final double MAX_RESIDUAL = 0.1;

    private static final int MAX_HALVINGS = 40;

    /** Share of the fall which the slope promises that a step must bring. */
    private static final double SUFFICIENT = 1e-4;

    private final LogisticLoss loss;
    private final Blocks blocks;
    private final double[] weights;
    private final double[] sums; // of the reviews, at the weights

    /** Is told how many steps are done and the gradient there as a share of the one at the start. */
    interface Progress {
        void at(int steps, double gradient);
    }

    private NewtonMethod(LogisticLoss loss) {
        this.loss = loss;
        blocks = loss.weights();
        weights = new double[loss.length()];
        sums = loss.sums(weights);
    }

    /** The weights, and the bias after them. */
    static double[] minimise(LogisticLoss loss, Progress progress) {
        NewtonMethod search = new NewtonMethod(loss);
        search.run(progress);
        return search.weights;
    }

    private void run(Progress progress) {
        double[] gradient = loss.gradient(weights, sums);
        double first = norm(gradient);
        double share = first == 0 ? 0 : 1;
        progress.at(0, share);
        for (int step = 1; share > TOLERANCE && step <= MAX_STEPS; step++) {
            double residual = Math.min(MAX_RESIDUAL, Math.sqrt(share)) * share * first;
            if (!advance(gradient, direction(gradient, residual))) {
                // The loss is as flat as its last bits can tell.
                return;
            }
            gradient = loss.gradient(weights, sums);
            share = norm(gradient) / first;
            progress.at(step, share);
        }
    }

    private double norm(double[] vector) {
        return Math.sqrt(blocks.dot(vector, vector));
    }

    /** Solves {@code curvature * direction = -gradient} until a residual of this norm. */
    private double[] direction(double[] gradient, double limit) {
        double[] direction = new double[gradient.length];
        double[] residual = new double[gradient.length];
        blocks.addScaled(-1, gradient, residual);
        double[] search = residual.clone();
        double square = blocks.dot(residual, residual);
        for (int i = 0; i < MAX_PRODUCTS && Math.sqrt(square) > limit; i++) {
            double[] product = loss.curvature(search);
            double length = square / blocks.dot(search, product);
            blocks.addScaled(length, search, direction);
            blocks.addScaled(-length, product, residual);
            double before = square;
            square = blocks.dot(residual, residual);
            turn(search, square / before, residual);
        }
        return direction;
    }

    /** search = residual + factor * search. */
    private void turn(double[] search, double factor, double[] residual) {
        blocks.run((from, to) -> {
            for (int i = from; i < to; i++) {
                search[i] = residual[i] + factor * search[i];
            }
        });
    }

    /** Goes along the direction as far as pays; false if no step does. Sums are linear, so a trial costs little. */
    private boolean advance(double[] gradient, double[] direction) {
        double[] changes = loss.sums(direction);
        double slope = blocks.dot(gradient, direction);
        double linear = loss.ofWeights(weights, direction);
        double quadratic = loss.ofWeights(direction, direction) / 2;
        double now = loss.ofReviews(sums, 0, changes);
        double step = 1;
        for (int halvings = 0; halvings <= MAX_HALVINGS; halvings++) {
            double change = loss.ofReviews(sums, step, changes) - now + step * (linear + step * quadratic);
            if (change <= SUFFICIENT * step * slope) {
                blocks.addScaled(step, direction, weights);
                loss.reviews().addScaled(step, changes, sums);
                return true;
            }
            step /= 2;
        }
        return false;
    }
}
