package tritone.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThinningTest {
    private static double way(double[] x, double[] y, int from, int to) {
        double way = 0;
        for (int i = from; i < to; i++) {
            way += Math.abs(x[i + 1] - x[i]) + Math.abs(y[i + 1] - y[i]);
        }
        return way;
    }

    @Test
    void keepsAllPointsOfACurveThatIsShortEnough() {
        double[] x = {0, 0, 0, 1};
        double[] y = {1, 0, 0, 0.5};

        assertThat(Thinning.of(x, y, 4).points()).containsExactly(0, 1, 2, 3);
        assertThat(Thinning.of(x, y, 100).kept(y)).containsExactly(y);
        assertThat(Thinning.of(x, y, 3).points()).startsWith(0).endsWith(3).hasSizeLessThan(4);
    }

    @Test
    void keepsPointsInEqualWays() {
        double[] x = IntStream.rangeClosed(0, 100).mapToDouble(i -> i / 128.0).toArray();

        Thinning thinning = Thinning.of(x, new double[101], 5);

        assertThat(thinning.points()).containsExactly(0, 25, 50, 75, 100);
    }

    @Test
    void keepsNoMoreWhereTheLastPointComesTwice() {
        double[] x = {0, 0.25, 0.5, 0.75, 1, 1};

        assertThat(Thinning.of(x, new double[6], 5).points()).containsExactly(0, 1, 2, 3, 5);
        assertThat(Thinning.of(new double[6], new double[6], 2).points()).containsExactly(0, 5);
    }

    @Test
    void keepsMorePointsWhereTheCurveJumps() {
        double[] x = IntStream.range(0, 1_000).mapToDouble(i -> i / 1_000.0).toArray();
        double[] y = IntStream.range(0, 1_000)
                .mapToDouble(i -> i < 50 && i % 2 == 0 ? 1 : 0.9)
                .toArray();

        int[] points = Thinning.of(x, y, 60).points();

        assertThat(Arrays.stream(points).filter(point -> point < 50).count()).isGreaterThan(40);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 7, 50, 199})
    void leavesNoPointFarFromOneThatStays(int most) {
        Random random = new Random(most);
        for (int size = 200; size < 400; size++) {
            double[] x = random.doubles(size).map(part -> part * part).sorted().toArray();
            double[] y = random.doubles(size, 0, 0.1).toArray();
            double between = way(x, y, 0, size - 1) / (most - 1);

            int[] points = Thinning.of(x, y, most).points();

            assertThat(points).hasSizeLessThanOrEqualTo(most).startsWith(0).endsWith(size - 1);
            for (int i = 1; i < points.length; i++) {
                assertThat(points[i]).isGreaterThan(points[i - 1]);
                // To the last point that is left out behind one that stays.
                assertThat(way(x, y, points[i - 1], points[i] - 1)).isLessThanOrEqualTo(between * (1 + 1e-9));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 0, -3})
    void refusesFewerThanTheEnds(int most) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Thinning.of(new double[9], new double[9], most))
                .withMessage("most must be at least 2 but was " + most);
    }
}
