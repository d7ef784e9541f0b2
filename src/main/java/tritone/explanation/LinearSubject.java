package tritone.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tritone.baseline.LinearModel;

/** A linear classifier. The baseline has no features, only the bias; on the way each feature counts a share of itself. */
final class LinearSubject implements Subject {
    private final LinearModel model;

    LinearSubject(LinearModel model) {
        this.model = model;
    }

    @Override
    public int classes() {
        return model.classes();
    }

    @Override
    public double[] logOdds(int[][] reviews, int label) {
        return Arrays.stream(reviews)
                .mapToDouble(ids -> LogOdds.of(model.scores(sums(model.contributions(ids), 1)), label))
                .toArray();
    }

    @Override
    public float[] running(int[] ids) {
        float[] running = new float[ids.length * classes()];
        for (int length = 1; length <= ids.length; length++) {
            float[] own = model.probabilities(new int[][] {Arrays.copyOf(ids, length)});
            System.arraycopy(own, 0, running, (length - 1) * classes(), classes());
        }
        return running;
    }

    private double[] sums(List<LinearModel.Contribution> contributions, double share) {
        double[] sums = new double[model.bias().length];
        for (int output = 0; output < sums.length; output++) {
            sums[output] = model.bias()[output];
            for (LinearModel.Contribution contribution : contributions) {
                sums[output] += share * contribution.weights()[output];
            }
        }
        return sums;
    }

    private double[] sumGradient(double[] sums, int label) {
        double[] gradient = LogOdds.gradient(model.scores(sums), label);
        if (sums.length == 1) {
            return new double[] {gradient[1] / model.temperature()};
        }
        for (int output = 0; output < sums.length; output++) {
            gradient[output] *= StrictMath.exp(LinearModel.logSigmoid(-sums[output])) / model.temperature();
        }
        return gradient;
    }

    @Override
    public Path path(int[] ids, int label) {
        List<LinearModel.Contribution> contributions = model.contributions(ids);
        return new Path() {
            @Override
            public int positions() {
                return ids.length;
            }

            @Override
            public List<Point> at(double[] shares) {
                List<Point> points = new ArrayList<>();
                for (double share : shares) {
                    double[] sums = sums(contributions, share);
                    double[] pulls = pulls(contributions, sumGradient(sums, label), ids.length);
                    points.add(new Point(LogOdds.of(model.scores(sums), label), pulls));
                }
                return points;
            }
        };
    }

    /** A phrase's is shared equally among its words. */
    private static double[] pulls(List<LinearModel.Contribution> contributions, double[] gradient, int positions) {
        double[] pulls = new double[positions];
        for (LinearModel.Contribution contribution : contributions) {
            double pull = 0;
            for (int output = 0; output < gradient.length; output++) {
                pull += gradient[output] * contribution.weights()[output];
            }
            for (int i = 0; i < contribution.words(); i++) {
                pulls[contribution.position() + i] += pull / contribution.words();
            }
        }
        return pulls;
    }
}
