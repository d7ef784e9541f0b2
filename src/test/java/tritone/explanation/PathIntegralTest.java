package tritone.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class PathIntegralTest {
    /** A position for each slope. */
    private static Path path(DoubleUnaryOperator logOdds, DoubleUnaryOperator... slopes) {
        return new Path() {
            @Override
            public int positions() {
                return slopes.length;
            }

            @Override
            public List<Point> at(double[] shares) {
                return Arrays.stream(shares)
                        .mapToObj(share -> new Point(logOdds.applyAsDouble(share), pulls(share)))
                        .toList();
            }

            private double[] pulls(double share) {
                return Arrays.stream(slopes)
                        .mapToDouble(slope -> slope.applyAsDouble(share))
                        .toArray();
            }
        };
    }

    /** The second position pulls twice as much as the first, in the other direction. */
    private static Path opposed(DoubleUnaryOperator logOdds, DoubleUnaryOperator slope) {
        return path(logOdds, slope.andThen(pull -> -pull), slope.andThen(pull -> 2 * pull));
    }

    private static void assertAttributions(PathIntegral.Result result, double change) {
        assertThat(result.logOdds() - result.baseline()).isCloseTo(change, within(1e-12));
        double tolerance = 3 * PathIntegral.TOLERANCE * Math.max(1, Math.abs(change));
        assertThat(result.attributions()).containsExactly(new double[] {-change, 2 * change}, within(tolerance));
    }

    @Test
    void looksAtFewPointsOfASmoothWay() {
        PathIntegral.Result result =
                PathIntegral.along(opposed(share -> 3 + Math.pow(share, 7), share -> 7 * Math.pow(share, 6)));

        assertAttributions(result, 1);
        assertThat(result.baseline()).isEqualTo(3);
        assertThat(result.points()).isEqualTo(PathIntegral.NODES + 2);
    }

    @Test
    void followsASteepWay() {
        PathIntegral.Result result = PathIntegral.along(opposed(share -> 9 * Math.tanh((share - 0.3) * 500), share -> {
            double tanh = Math.tanh((share - 0.3) * 500);
            return 4500 * (1 - tanh * tanh);
        }));

        assertAttributions(result, 18);
        assertThat(result.points()).isBetween(50, 400);
    }

    @Test
    void followsAWayWithBends() {
        PathIntegral.Result result = PathIntegral.along(opposed(
                share -> Math.abs(share - 0.123) + 5 * Math.max(0, share - 0.71),
                share -> Math.signum(share - 0.123) + (share > 0.71 ? 5 : 0)));

        assertAttributions(result, 0.877 - 0.123 + 5 * 0.29);
        assertThat(result.points()).isBetween(50, 400);
    }

    /** The bends lie alike in both halves of the way, so what one misses there the other one finds. */
    @Test
    void isNotContentWithErrorsThatCancel() {
        PathIntegral.Result result = PathIntegral.along(path(
                share -> 20 * (Math.max(0, share - 0.22) - Math.max(0, share - 0.72)),
                share -> share > 0.22 ? 20 : 0,
                share -> share > 0.72 ? -20 : 0));

        assertThat(result.attributions())
                .containsExactly(new double[] {20 * 0.78, -20 * 0.28}, within(4 * 10 * PathIntegral.TOLERANCE));
    }

    @Test
    void givesUpOnAWayThatMissesItsChangeForever() {
        PathIntegral.Result result = PathIntegral.along(opposed(share -> share < 0.4 ? 0 : 1, share -> 0));

        assertThat(result.attributions()).containsOnly(0);
        assertThat(result.points())
                .isBetween(PathIntegral.MAX_POINTS - 2 * PathIntegral.NODES, PathIntegral.MAX_POINTS);
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> PathIntegral.along(opposed(share -> share, share -> Double.NaN)))
                .withMessage("the weights are so large that their gradients are no numbers any more");
    }
}
