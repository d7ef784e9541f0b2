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

/** Temperatures against SciPy; {@code src/test/python/temperature_golden.py} wrote what it says. */
class GoldenTemperatureTest {
    static Stream<Named<JsonNode>> cases() throws IOException {
        try (InputStream in = GoldenTemperatureTest.class.getResourceAsStream("temperatures.json")) {
            return StreamSupport.stream(new ObjectMapper().readTree(in).spliterator(), false)
                    .map(golden -> Named.of(golden.get("name").asText(), golden));
        }
    }

    private static int[] truth(JsonNode golden) {
        return StreamSupport.stream(golden.get("truth").spliterator(), false)
                .mapToInt(JsonNode::intValue)
                .toArray();
    }

    private static double[] scores(JsonNode golden) {
        return StreamSupport.stream(golden.get("scores").spliterator(), false)
                .flatMap(own -> StreamSupport.stream(own.spliterator(), false))
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void temperaturesAgree(JsonNode golden) {
        int classes = golden.get("scores").get(0).size();

        double temperature = Temperature.fit(truth(golden), scores(golden), classes);

        double expected = golden.get("temperature").doubleValue();
        assertThat(temperature).isCloseTo(expected, within(1e-9 * expected));
    }
}
