package tritone.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlicesTest {
    private static final double NONE = Double.NaN;

    private static Slice slice(String name, int right, int reviews) {
        return new Slice(name, reviews, Interval.wilson(right, reviews));
    }

    private static double[] unrated(int reviews) {
        double[] ratings = new double[reviews];
        Arrays.fill(ratings, NONE);
        return ratings;
    }

    @Test
    void cutsByLengthAtBothSidesOfEachBound() {
        int[] lengths = {0, 100, 101, 200, 201, 400, 401, 90_000};
        boolean[] right = {true, false, true, true, false, false, true, true};

        Slices slices = Slices.of(right, lengths, unrated(8));

        assertThat(slices.lengths())
                .containsExactly(
                        slice("up to 100", 1, 2),
                        slice("101 to 200", 2, 2),
                        slice("201 to 400", 0, 2),
                        slice("401 and more", 2, 2));
        assertThat(slices.ratings()).isEmpty();
    }

    @Test
    void leavesOutWhatNoReviewIsIn() {
        assertThat(Slices.of(new boolean[] {true}, new int[] {150}, unrated(1)).lengths())
                .containsExactly(slice("101 to 200", 1, 1));
        assertThat(Slices.of(new boolean[0], new int[0], new double[0])).isEqualTo(Slices.NONE);
    }

    @Test
    void cutsByEveryRatingThatThereIs() {
        double[] ratings = {10, 7.5, NONE, -0.0, 10, 0, Double.POSITIVE_INFINITY};
        boolean[] right = {true, false, true, true, false, true, true};

        assertThat(Slices.of(right, new int[7], ratings).ratings())
                .containsExactly(slice("0", 2, 2), slice("7.5", 0, 1), slice("10", 1, 2));
    }

    @Test
    void putsManyRatingsIntoBands() {
        double[] ratings = new double[101];
        Arrays.setAll(ratings, i -> 100 - i);
        boolean[] right = new boolean[101];
        Arrays.fill(right, 0, 51, true); // 50 and above

        List<Slice> bands = Slices.of(right, new int[101], ratings).ratings();

        assertThat(bands).hasSize(10).startsWith(slice("0 to 10", 0, 10)).endsWith(slice("90 to 100", 11, 11));
        assertThat(bands).contains(slice("40 to 50", 0, 10), slice("50 to 60", 10, 10));
    }

    @Test
    void eachRatingIsInOneBand() {
        Random random = new Random(3);
        double[] ratings =
                random.doubles(500).map(share -> 1.7e308 * (2 * share - 1)).toArray();

        List<Slice> bands = Slices.of(new boolean[500], new int[500], ratings).ratings();

        assertThat(bands.stream().mapToInt(Slice::reviews).sum()).isEqualTo(500);
    }

    @Test
    void wantsAsMuchOfEveryReview() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Slices.of(new boolean[2], new int[1], new double[2]))
                .withMessage("lengths must be of 2 reviews but were of 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Slices.of(new boolean[2], new int[2], new double[3]))
                .withMessage("ratings must be of 2 reviews but were of 3");
    }
}
