package tritone.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What compares classifiers against SciPy; {@code src/test/python/comparison_golden.py} wrote what it says. */
class GoldenComparisonTest {
    private static Stream<JsonNode> golden(String kind) throws IOException {
        try (InputStream in = GoldenComparisonTest.class.getResourceAsStream("comparison.json")) {
            return StreamSupport.stream(
                    new ObjectMapper().readTree(in).get(kind).spliterator(), false);
        }
    }

    /** Relative, so that a small p is held to as many digits as a large one. */
    private static void assertClose(double actual, JsonNode expected) {
        assertThat(actual).isCloseTo(expected.doubleValue(), within(1e-11 * Math.abs(expected.doubleValue())));
    }

    static Stream<JsonNode> mcnemar() throws IOException {
        return golden("mcnemar");
    }

    @ParameterizedTest
    @MethodSource("mcnemar")
    void mcnemarAgrees(JsonNode golden) {
        McNemar test = McNemar.of(golden.get(0).intValue(), golden.get(1).intValue());

        assertClose(test.p(), golden.get(2));
        assertClose(test.chiSquared(), golden.get(3));
        assertClose(test.approximateP(), golden.get(4));
    }

    /** Null is not a number. */
    private static double[] numbers(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .mapToDouble(number -> number.isNull() ? Double.NaN : number.doubleValue())
                .toArray();
    }

    static Stream<JsonNode> holm() throws IOException {
        return golden("holm");
    }

    @ParameterizedTest
    @MethodSource("holm")
    void holmAgreesWithClosedTesting(JsonNode golden) {
        double[] adjusted = Holm.adjusted(numbers(golden.get(0)));

        assertThat(adjusted).containsExactly(numbers(golden.get(1)), within(1e-15));
    }

    static Stream<JsonNode> pairedT() throws IOException {
        return golden("paired_t");
    }

    @ParameterizedTest
    @MethodSource("pairedT")
    void pairedTAgrees(JsonNode golden) {
        PairedT test = PairedT.of(numbers(golden.get(0)));

        JsonNode expected = golden.get(1);
        assertClose(test.mean(), expected.get(0));
        assertClose(test.deviation().orElseThrow(), expected.get(1));
        assertClose(test.t().orElseThrow(), expected.get(2));
        assertClose(test.p().orElseThrow(), expected.get(3));
        assertThat(test.degrees()).isEqualTo(golden.get(0).size() - 1);
    }

    @ParameterizedTest
    @MethodSource("pairedT")
    void pairedTOfFoldsAgrees(JsonNode golden) {
        JsonNode expected = golden.get(2);

        PairedT test = PairedT.ofFolds(
                numbers(golden.get(0)),
                expected.get(0).intValue(),
                expected.get(1).intValue());

        assertClose(test.t().orElseThrow(), expected.get(2));
        assertClose(test.p().orElseThrow(), expected.get(3));
    }

    static Stream<JsonNode> twiceMedian() throws IOException {
        return golden("twice_median");
    }

    @ParameterizedTest
    @MethodSource("twiceMedian")
    void twiceTheMedianAgrees(JsonNode golden) {
        assertClose(Combined.twiceMedian(numbers(golden.get(0))), golden.get(1));
    }

    private static boolean[][] right(JsonNode seeds) {
        boolean[][] right = new boolean[seeds.size()][];
        for (int seed = 0; seed < right.length; seed++) {
            String reviews = seeds.get(seed).textValue();
            right[seed] = new boolean[reviews.length()];
            for (int review = 0; review < reviews.length(); review++) {
                right[seed][review] = reviews.charAt(review) == '1';
            }
        }
        return right;
    }

    static Stream<JsonNode> bootstrap() throws IOException {
        return golden("bootstrap");
    }

    /**
     * A percentile of B resamples varies by sqrt(0.025 * 0.975 / B) / 0.0584 deviations, as the normal distribution is
     * 0.0584 high there: those of SciPy's 100,000 and 40,000 here by 0.016, five times which is allowed for, and the step
     * from one mean to the next that is possible.
     */
    @ParameterizedTest
    @MethodSource("bootstrap")
    void bootstrapAgreesWithinWhatDrawingLeavesOpen(JsonNode golden) {
        boolean[][][] right = {right(golden.get(0).get(0)), right(golden.get(0).get(1))};

        Bootstrap bootstrap = Bootstrap.of(right, 40_000, 17);

        double step = 1.0 / (right[0][0].length * right[0].length * right[1].length);
        assertPercentiles(bootstrap.accuracies().get(0), golden.get(1).get(0), step);
        assertPercentiles(bootstrap.accuracies().get(1), golden.get(1).get(1), step);
        assertPercentiles(bootstrap.differences().get(0).get(1), golden.get(1).get(2), step);
    }

    private static void assertPercentiles(Interval actual, JsonNode expected, double step) {
        double allowed = 5 * 0.016 * expected.get(3).doubleValue() + 1.01 * step;
        assertThat(actual.value()).isCloseTo(expected.get(0).doubleValue(), within(1e-14));
        assertThat(actual.low()).isCloseTo(expected.get(1).doubleValue(), within(allowed));
        assertThat(actual.high()).isCloseTo(expected.get(2).doubleValue(), within(allowed));
    }
}
