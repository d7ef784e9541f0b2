package tritone.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairedTTest {
    private static PairedT test(double... differences) {
        return PairedT.of(differences);
    }

    @Test
    void agreesWithAPublishedExample() {
        // Extra hours of sleep, Student (1908), table of the ten patients: t is 4.06.
        PairedT test = test(1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4);

        assertThat(test.mean()).isCloseTo(1.58, within(1e-15));
        assertThat(test.deviation().orElseThrow()).isCloseTo(1.23, within(5e-3));
        assertThat(test.t().orElseThrow()).isCloseTo(4.06, within(5e-3));
        assertThat(test.degrees()).isEqualTo(9);
        assertThat(test.p().orElseThrow()).isCloseTo(0.0028, within(5e-5));
    }

    @Test
    void oneDifferenceSaysNothingOfSpread() {
        assertThat(test(0.3))
                .isEqualTo(new PairedT(0.3, OptionalDouble.empty(), OptionalDouble.empty(), 0, OptionalDouble.empty()));
        assertThat(test(0).p()).isEmpty();
    }

    @Test
    void differencesThatAreAllEqualDoNotSayHowFarChanceGoes() {
        for (int n = 2; n < 12; n++) {
            double[] equal = new double[n];
            Arrays.fill(equal, 0.1);

            PairedT test = PairedT.of(equal);

            assertThat(test)
                    .isEqualTo(new PairedT(
                            0.1, OptionalDouble.of(0), OptionalDouble.empty(), n - 1, OptionalDouble.empty()));
        }
    }

    @Test
    void takesWhatRoundingLeavesForNoSpread() {
        PairedT test = test(0.85 - 0.84, 0.11 - 0.1, 0.06 - 0.05);

        assertThat(test.deviation().orElseThrow()).isPositive();
        assertThat(test.t()).isEmpty();
        assertThat(test.p()).isEmpty();
        assertThat(test(0.01, 0.01, 0.01 + 1e-10).p()).isPresent();
    }

    @Test
    void noDifferenceAnywhereIsWhatChanceAloneGives() {
        PairedT expected = new PairedT(0, OptionalDouble.of(0), OptionalDouble.of(0), 2, OptionalDouble.of(1));

        assertThat(test(0, 0, 0)).isEqualTo(expected);
        assertThat(PairedT.ofFolds(new double[3], 1, 2)).isEqualTo(expected);
    }

    @Test
    void swappedClassifiersMirrorTheSigns() {
        PairedT test = test(0.01, 0.03, -0.005, 0.02);
        PairedT swapped = test(-0.01, -0.03, 0.005, -0.02);

        assertThat(swapped)
                .isEqualTo(new PairedT(
                        -test.mean(),
                        test.deviation(),
                        OptionalDouble.of(-test.t().orElseThrow()),
                        3,
                        test.p()));
        assertThat(test.p().orElseThrow()).isLessThan(1);
    }

    @Test
    void foldsThatShareReviewsProveLess() {
        double[] differences = {0.01, 0.03, 0.02, 0.015, 0.02};

        PairedT independent = PairedT.of(differences);
        PairedT folds = PairedT.ofFolds(differences, 1_000, 4_000);

        // 1/5 + 1/4 in place of 1/5.
        double expected = independent.t().orElseThrow() * Math.sqrt(0.2 / 0.45);
        assertThat(folds.t().orElseThrow()).isCloseTo(expected, within(1e-13));
        assertThat(folds.p().orElseThrow()).isGreaterThan(independent.p().orElseThrow());
        assertThat(folds.mean()).isEqualTo(independent.mean());
        assertThat(folds.deviation()).isEqualTo(independent.deviation());
        assertThat(PairedT.ofFolds(differences, 5_000, 20_000)).isEqualTo(folds);
    }

    /** Normal differences around 0 give p below 0.05 in 5 % of all samples; 2,000 miss that by 0.5 % in the mean. */
    @Test
    void findsADifferenceWhereThereIsNoneAsOftenAsItSays() {
        Random random = new Random(5);
        int found = 0;
        for (int sample = 0; sample < 2_000; sample++) {
            double[] differences = new double[4];
            Arrays.setAll(differences, i -> random.nextGaussian());
            found += PairedT.of(differences).p().orElseThrow() < 0.05 ? 1 : 0;
        }

        assertThat(found / 2_000.0).isBetween(0.035, 0.065);
    }

    @Test
    void refusesNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(PairedTTest::test)
                .withMessage("differences must be at least 1 but were none");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNoNumber(double difference) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> test(0.1, difference))
                .withMessage("difference 1 must be finite but was " + difference);
    }

    @Test
    void refusesFoldsWithoutReviews() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedT.ofFolds(new double[2], 0, 5))
                .withMessage("testReviews and trainReviews must be at least 1 but were 0 and 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedT.ofFolds(new double[2], 5, 0))
                .withMessage("testReviews and trainReviews must be at least 1 but were 5 and 0");
    }
}
