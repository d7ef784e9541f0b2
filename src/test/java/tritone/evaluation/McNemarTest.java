package tritone.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class McNemarTest {
    private static boolean[] random(Random random, int reviews, double accuracy) {
        boolean[] right = new boolean[reviews];
        for (int review = 0; review < reviews; review++) {
            right[review] = random.nextDouble() < accuracy;
        }
        return right;
    }

    private static boolean[] filled(int reviews, boolean value) {
        boolean[] right = new boolean[reviews];
        Arrays.fill(right, value);
        return right;
    }

    @Test
    void countsReviewsThatOneAloneHasRight() {
        boolean[] first = {true, true, true, false, false, true};
        boolean[] second = {true, false, false, true, false, false};

        McNemar test = McNemar.of(first, second);

        assertThat(test.onlyFirst()).isEqualTo(3);
        assertThat(test.onlySecond()).isEqualTo(1);
        // Of 16 throws of four coins one has no head, four have one, and as many are at the other end.
        assertThat(test.p()).isCloseTo(10 / 16.0, within(1e-15));
        assertThat(test.chiSquared()).isEqualTo(1 / 4.0);
    }

    @Test
    void saysNothingWhereNoReviewTellsThemApart() {
        boolean[] some = random(new Random(1), 100, 0.8);
        McNemar nothing = new McNemar(0, 0, 1, 0, 1);

        assertThat(McNemar.of(some, some)).isEqualTo(nothing);
        assertThat(McNemar.of(filled(10, true), filled(10, true))).isEqualTo(nothing);
        assertThat(McNemar.of(filled(10, false), filled(10, false))).isEqualTo(nothing);
        assertThat(McNemar.of(new boolean[0], new boolean[0])).isEqualTo(nothing);
    }

    @Test
    void oneReviewProvesNothing() {
        assertThat(McNemar.of(filled(1, true), filled(1, false))).isEqualTo(new McNemar(1, 0, 1, 0, 1));
    }

    /** 2 to the power of 1 - n, down to what a double can say. */
    @ParameterizedTest
    @ValueSource(ints = {2, 10, 53, 1000})
    void isExactFarOutInTheTail(int reviews) {
        McNemar test = McNemar.of(filled(reviews, true), filled(reviews, false));

        double expected = Math.scalb(1.0, 1 - reviews);
        assertThat(test.p()).isCloseTo(expected, within(1e-11 * expected));
    }

    @Test
    void bearsAHundredThousandReviews() {
        assertThat(McNemar.of(100_000, 0).p()).isZero();
        assertThat(McNemar.of(50_000, 50_000).p()).isEqualTo(1);
        assertThat(McNemar.of(49_999, 50_000).p()).isEqualTo(1);
        McNemar test = McNemar.of(49_700, 50_300);
        assertThat(test.p()).isCloseTo(test.approximateP(), within(1e-4));
    }

    @Test
    void theOrderOfReviewsDoesNotCountAndThatOfClassifiersOnlyMirrors() {
        Random random = new Random(2);
        boolean[] first = random(random, 500, 0.8);
        boolean[] second = random(random, 500, 0.7);
        McNemar test = McNemar.of(first, second);

        boolean[] firstTurned = new boolean[500];
        boolean[] secondTurned = new boolean[500];
        for (int review = 0; review < 500; review++) {
            firstTurned[review] = first[(review * 7 + 3) % 500];
            secondTurned[review] = second[(review * 7 + 3) % 500];
        }

        assertThat(McNemar.of(firstTurned, secondTurned)).isEqualTo(test);
        assertThat(McNemar.of(second, first))
                .isEqualTo(new McNemar(
                        test.onlySecond(), test.onlyFirst(), test.p(), test.chiSquared(), test.approximateP()));
        assertThat(test.onlyFirst()).isGreaterThan(test.onlySecond());
    }

    /**
     * Of two classifiers that are equally good at most 5 % differ by chance with p below 0.05: fewer, for the counts are
     * whole. 2,000 pairs miss the true share by 0.5 % in the mean, and three times that is allowed for.
     */
    @Test
    void findsADifferenceWhereThereIsNoneAsSeldomAsItSays() {
        Random random = new Random(3);
        int found = 0;
        for (int pair = 0; pair < 2_000; pair++) {
            McNemar test = McNemar.of(random(random, 300, 0.8), random(random, 300, 0.8));
            found += test.p() < 0.05 ? 1 : 0;
        }

        assertThat(found / 2_000.0).isBetween(0.025, 0.065);
    }

    @Test
    void refusesDifferentReviews() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> McNemar.of(new boolean[3], new boolean[2]))
                .withMessage("both must be of the same reviews but were of 3 and 2");
    }
}
