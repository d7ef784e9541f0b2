package tritone.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every point of curves against scikit-learn; {@code src/test/python/curves_golden.py} wrote what it says. */
class GoldenCurveTest {
    private static final double TOLERANCE = 1e-14;

    static Stream<Named<JsonNode>> cases() throws IOException {
        try (InputStream in = GoldenCurveTest.class.getResourceAsStream("curves.json")) {
            return StreamSupport.stream(new ObjectMapper().readTree(in).spliterator(), false)
                    .map(golden -> Named.of(golden.get("name").asText(), golden));
        }
    }

    private static double[] numbers(JsonNode golden, String name) {
        return StreamSupport.stream(golden.get(name).spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }

    private static int[] truth(JsonNode golden) {
        return StreamSupport.stream(golden.get("truth").spliterator(), false)
                .mapToInt(JsonNode::intValue)
                .toArray();
    }

    private static float[] probabilities(JsonNode golden) {
        double[] numbers = numbers(golden, "probabilities");
        float[] floats = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            floats[i] = (float) numbers[i];
            assertThat((double) floats[i]).isEqualTo(numbers[i]);
        }
        return floats;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rocCurvesAgree(JsonNode golden) {
        int classes = golden.get("classes").intValue();

        RocCurve curve =
                RocCurve.of(truth(golden), probabilities(golden), classes).orElseThrow();

        assertThat(curve.falsePositiveRates())
                .containsExactly(numbers(golden, "false_positive_rates"), within(TOLERANCE));
        assertThat(curve.truePositiveRates())
                .containsExactly(numbers(golden, "true_positive_rates"), within(TOLERANCE));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void precisionsRecallsAndTheirMeanAgree(JsonNode golden) {
        int classes = golden.get("classes").intValue();

        PrecisionRecall curve = PrecisionRecall.of(truth(golden), probabilities(golden), classes)
                .orElseThrow();

        assertThat(curve.recalls()).containsExactly(numbers(golden, "recalls"), within(TOLERANCE));
        assertThat(curve.precisions()).containsExactly(numbers(golden, "precisions"), within(TOLERANCE));
        assertThat(curve.averagePrecision())
                .isCloseTo(golden.get("average_precision").doubleValue(), within(TOLERANCE));
    }
}
