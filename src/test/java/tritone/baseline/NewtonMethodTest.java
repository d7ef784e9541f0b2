package tritone.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.kernel.Workers;

class NewtonMethodTest {
    /** A sparse problem and the same one as a dense matrix. */
    private record Problem(LogisticLoss loss, DenseRegression dense) {
        static Problem of(int reviews, int features, double penalty, long seed) {
            return of(reviews, features, penalty, seed, Workers.NONE);
        }

        static Problem of(int reviews, int features, double penalty, long seed, Workers workers) {
            Random random = new Random(seed);
            int[][] rows = new int[reviews][];
            boolean[] inClass = new boolean[reviews];
            for (int review = 0; review < reviews; review++) {
                rows[review] = random.ints(0, features)
                        .limit(1 + random.nextInt(features))
                        .sorted()
                        .distinct()
                        .toArray();
                inClass[review] = random.nextInt(3) == 0;
            }
            double[] costs = random.doubles(reviews, 0.5, 2).toArray();
            double[] scales = random.doubles(features, -2, 2).toArray();
            LogisticLoss loss = new LogisticLoss(
                    new FeatureMatrix(rows, features),
                    new LogisticLoss.Target(inClass, costs, scales),
                    penalty,
                    workers);
            return new Problem(
                    loss, new DenseRegression(DenseRegression.values(rows, scales), inClass, costs, penalty));
        }
    }

    private static double norm(double[] vector) {
        return Math.sqrt(Arrays.stream(vector).map(number -> number * number).sum());
    }

    @ParameterizedTest(name = "{0} reviews, {1} features, penalty {2}")
    @CsvSource({"40, 12, 0.01", "40, 12, 1", "40, 12, 100", "200, 60, 0.1", "20, 100, 0.1", "7, 1, 1"})
    void theGradientAtTheOptimumIsZero(int reviews, int features, double penalty) {
        Problem problem = Problem.of(reviews, features, penalty, 3);

        double[] weights = NewtonMethod.minimise(problem.loss, (steps, gradient) -> {});

        double first = norm(problem.dense.gradient(new double[features + 1]));
        assertThat(norm(problem.dense.gradient(weights))).isLessThanOrEqualTo(1.01e-4 * first);
    }

    @Test
    void agreesWithManySmallStepsDownhill() {
        Problem problem = Problem.of(15, 4, 0.5, 5);

        double[] weights = NewtonMethod.minimise(problem.loss, (steps, gradient) -> {});

        double[] expected = problem.dense.optimum(20_000);
        for (int i = 0; i < expected.length; i++) {
            assertThat(weights[i]).isCloseTo(expected[i], within(1e-3));
        }
        assertThat(problem.dense.loss(weights)).isCloseTo(problem.dense.loss(expected), within(1e-6));
    }

    @Test
    void theLossAndItsDerivativesAreThoseOfTheDefinition() {
        Problem problem = Problem.of(30, 9, 0.3, 8);
        double[] weights = new Random(1).doubles(10, -1, 1).toArray();
        double[] direction = new Random(2).doubles(10, -1, 1).toArray();

        double[] sums = problem.loss.sums(weights);
        double[] gradient = problem.loss.gradient(weights, sums);
        double[] curvature = problem.loss.curvature(direction);

        double[] expected = problem.dense.gradient(weights);
        double[] ahead = problem.dense.gradient(moved(weights, 1e-5, direction));
        double[] behind = problem.dense.gradient(moved(weights, -1e-5, direction));
        for (int i = 0; i < 10; i++) {
            assertThat(gradient[i]).isCloseTo(expected[i], within(1e-12));
            assertThat(curvature[i]).isCloseTo((ahead[i] - behind[i]) / 2e-5, within(1e-7));
        }
        double loss = problem.loss.ofReviews(sums, 0, sums) + problem.loss.ofWeights(weights, weights) / 2;
        assertThat(loss).isCloseTo(problem.dense.loss(weights), within(1e-11));
    }

    private static double[] moved(double[] from, double step, double[] direction) {
        double[] moved = from.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += step * direction[i];
        }
        return moved;
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {2, 8})
    void theNumberOfThreadsChangesNoBit(int threads) {
        double[] one = NewtonMethod.minimise(Problem.of(300, 200, 0.1, 9).loss, (steps, gradient) -> {});

        Problem shared = Problem.of(300, 200, 0.1, 9, Workers.of(threads));

        for (int repeat = 0; repeat < 5; repeat++) {
            assertThat(NewtonMethod.minimise(shared.loss, (steps, gradient) -> {}))
                    .containsExactly(one);
        }
    }

    @Test
    void tellsOfEachStepUntilTheGradientIsSmall() {
        List<Double> gradients = new ArrayList<>();

        NewtonMethod.minimise(Problem.of(50, 10, 0.1, 4).loss, (steps, gradient) -> {
            assertThat(steps).isEqualTo(gradients.size());
            gradients.add(gradient);
        });

        assertThat(gradients).hasSizeBetween(3, 20).startsWith(1.0);
        assertThat(gradients.get(gradients.size() - 1)).isBetween(0.0, 1e-4);
    }

    @Test
    void endsWhereASeparatingPlaneHasHardlyAPenalty() {
        Problem problem = Problem.of(10, 40, 1e-9, 6);

        double[] weights = NewtonMethod.minimise(problem.loss, (steps, gradient) -> {});

        assertThat(weights).doesNotContain(Double.NaN);
        assertThat(problem.dense.loss(weights)).isLessThan(0.01);
    }
}
