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
}
