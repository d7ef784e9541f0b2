package tritone.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GradientFlowTest {
    @Test
    void aMeanIsOverTheReviewsThatReachSoFarBack() {
        double[][] norms = {{4, 2, 1}, {}, {2}, {0, 0}};

        GradientFlow flow = GradientFlow.of(norms);

        assertThat(flow.meanNorms()).containsExactly(2, 1, 1);
        assertThat(flow.reviews()).containsExactly(3, 2, 1);
        assertThat(flow.beyondNumbers()).isFalse();
    }

    @Test
    void endsWhereFewerThanATenthOfTheReviewsReach() {
        double[][] norms = new double[20][];
        Arrays.setAll(norms, review -> new double[review < 1 ? 5 : review < 2 ? 4 : 2]);

        assertThat(GradientFlow.of(norms).reviews()).containsExactly(20, 20, 2, 2);
    }

    @Test
    void endsWhereAMeanIsNoNumber() {
        double[][] norms = {{1, 3, Double.POSITIVE_INFINITY, Double.NaN}, {3, 5, 1, 1}};

        GradientFlow flow = GradientFlow.of(norms);

        assertThat(flow.meanNorms()).containsExactly(2, 4);
        assertThat(flow.reviews()).containsExactly(2, 2);
        assertThat(flow.beyondNumbers()).isTrue();
    }

    @Test
    void ofNoReviewsAndOfEmptyOnesNothingIsLeft() {
        assertThat(GradientFlow.of(new double[0][]).meanNorms()).isEmpty();
        assertThat(GradientFlow.of(new double[3][0]).meanNorms()).isEmpty();
        assertThat(GradientFlow.of(new double[3][0]).decay().factor()).isEmpty();
    }
}
