package tritone.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureTest {
    private static final int REVIEWS = 20_000;

    /** Truths that were drawn by the probabilities of these scores, each of which was then multiplied. */
    private record Drawn(int[] truth, double[] scores, int classes) {
        static Drawn of(int classes, double factor) {
            Random random = new Random(5);
            int[] truth = new int[REVIEWS];
            double[] scores = new double[REVIEWS * classes];
            for (int review = 0; review < REVIEWS; review++) {
                double[] own = IntStream.range(0, classes)
                        .mapToDouble(label -> 2 * random.nextGaussian())
                        .toArray();
                double total = Arrays.stream(own).map(Math::exp).sum();
                double point = random.nextDouble() * total;
                while (point > Math.exp(own[truth[review]]) && truth[review] < classes - 1) {
                    point -= Math.exp(own[truth[review]++]);
                }
                for (int label = 0; label < classes; label++) {
                    scores[review * classes + label] = factor * own[label];
                }
            }
            return new Drawn(truth, scores, classes);
        }

        double temperature() {
            return Temperature.fit(truth, scores, classes);
        }

        Evaluation at(double temperature) {
            float[] probabilities = new float[scores.length];
            for (int from = 0; from < scores.length; from += classes) {
                double total = 0;
                for (int i = from; i < from + classes; i++) {
                    total += Math.exp(scores[i] / temperature);
                }
                for (int i = from; i < from + classes; i++) {
                    probabilities[i] = (float) (Math.exp(scores[i] / temperature) / total);
                }
            }
            return Evaluation.of(truth, probabilities, classes);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "2, 0.2", "2, 17.5", "3, 3", "5, 0.4", "7, 12"})
    void findsByWhatScoresWereMultiplied(int classes, double factor) {
        double plain = Drawn.of(classes, 1).temperature();

        assertThat(plain).isCloseTo(1, within(0.03));
        assertThat(Drawn.of(classes, factor).temperature()).isCloseTo(factor * plain, within(1e-9 * factor));
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "2, 0.3", "3, 4", "5, 0.4"})
    void makesAnOverconfidentOrTimidClassifierAsSureAsItIsRight(int classes, double factor) {
        Drawn drawn = Drawn.of(classes, factor);
        Evaluation before = drawn.at(1);

        Evaluation after = drawn.at(drawn.temperature());

        assertThat(before.probabilities().calibrationError()).isGreaterThan(0.08);
        assertThat(after.probabilities().calibrationError()).isLessThan(0.02);
        assertThat(after.probabilities().logLoss())
                .isLessThan(before.probabilities().logLoss());
        assertThat(after.confusion()).isEqualTo(before.confusion());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void noOtherTemperatureLosesLess(int classes) {
        Drawn drawn = Drawn.of(classes, 1.7);
        double temperature = drawn.temperature();

        double least = drawn.at(temperature).probabilities().logLoss();
        for (double factor : new double[] {0.5, 0.9, 0.98, 1.02, 1.1, 2}) {
            assertThat(drawn.at(factor * temperature).probabilities().logLoss()).isGreaterThan(least);
        }
    }

    @Test
    void whatScoresHaveInCommonDoesNotCount() {
        Drawn drawn = Drawn.of(3, 2);
        double[] shifted = drawn.scores.clone();
        Arrays.setAll(shifted, i -> shifted[i] + 64 * (i / 3 % 7));

        assertThat(Temperature.fit(drawn.truth, shifted, 3)).isCloseTo(drawn.temperature(), within(1e-9));
    }

    @Test
    void isOneWhereNothingSaysHowSureIsTooSure() {
        assertThat(Temperature.fit(new int[0], new double[0], 2)).isEqualTo(1);
        assertThat(Temperature.fit(new int[] {0, 1}, new double[] {1, 0, 0, 3}, 2))
                .isEqualTo(1);
        assertThat(Temperature.fit(new int[] {2, 1}, new double[] {0, 0, 0, 0, 0, 0}, 3))
                .isEqualTo(1);
        assertThat(Temperature.fit(new int[] {0}, new double[] {Double.POSITIVE_INFINITY, 0}, 2))
                .isEqualTo(1);
    }

    @Test
    void staysWithinItsBounds() {
        double[] wrong = {5, 0, 0, 4, 3, 0};
        assertThat(Temperature.fit(new int[] {1, 0, 1}, wrong, 2)).isEqualTo(Temperature.HIGHEST);

        double[] hardlyWrong = {0, 1e-5, 0, 1e-5, 0, 1e-9};
        assertThat(Temperature.fit(new int[] {1, 1, 0}, hardlyWrong, 2)).isEqualTo(Temperature.LOWEST);

        double[] infinite = {0, 2, 0, Double.NEGATIVE_INFINITY, 0, Double.POSITIVE_INFINITY, 0, 2};
        assertThat(Temperature.fit(new int[] {1, 1, 0, 1}, infinite, 2)).isEqualTo(Temperature.HIGHEST);
    }

    @Test
    void oneClassIsEnoughIfSomeOfItAreWrong() {
        double[] odds = {2, 2, 2, -2};
        double[] scores =
                DoubleStream.of(odds).flatMap(own -> DoubleStream.of(0, own)).toArray();

        // Three of four are right, so that they should be as sure as that: log 3.
        assertThat(Temperature.fit(new int[] {1, 1, 1, 1}, scores, 2)).isCloseTo(2 / Math.log(3), within(1e-12));
    }

    @Test
    void refusesWhatItCannotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Temperature.fit(new int[] {0}, new double[3], 2))
                .withMessage("scores must be 1 reviews * 2 classes but were 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Temperature.fit(new int[] {0}, new double[] {0, Double.NaN}, 2))
                .withMessage("scores of review 0 must differ by a number");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e300, 0.0099, 100.1, Double.MIN_VALUE})
    void refusesWhatNoFitGives(double temperature) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Temperature.checked(temperature))
                .withMessage("temperature must be in [0.01, 100.0] but was " + temperature);
    }
}
