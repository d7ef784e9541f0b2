package tritone.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every figure against scikit-learn and SciPy; {@code src/test/python/evaluation_golden.py} wrote what they say. */
class GoldenEvaluationTest {
    private static final double TOLERANCE = 1e-12;

    private static JsonNode golden(String name) throws IOException {
        try (InputStream in = GoldenEvaluationTest.class.getResourceAsStream("golden.json")) {
            return new ObjectMapper().readTree(in).get(name);
        }
    }

    static Stream<Named<JsonNode>> cases() throws IOException {
        return StreamSupport.stream(golden("cases").spliterator(), false)
                .map(golden -> Named.of(golden.get("name").asText(), golden));
    }

    /** All numbers of nested lists in their order. */
    private static double[] flat(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(GoldenEvaluationTest::flat)
                        .flatMapToDouble(Arrays::stream)
                        .toArray()
                : new double[] {node.asDouble()};
    }

    private static Evaluation evaluation(JsonNode golden) {
        double[] truth = flat(golden.get("truth"));
        double[] probabilities = flat(golden.get("probabilities"));
        int[] classes = new int[truth.length];
        for (int i = 0; i < truth.length; i++) {
            classes[i] = (int) truth[i];
        }
        float[] floats = new float[probabilities.length];
        for (int i = 0; i < probabilities.length; i++) {
            floats[i] = (float) probabilities[i];
            assertThat((double) floats[i]).isEqualTo(probabilities[i]);
        }
        return Evaluation.of(classes, floats, probabilities.length / truth.length);
    }

    private static void assertFigures(JsonNode expected, double... actual) {
        assertThat(actual).containsExactly(flat(expected), within(TOLERANCE));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void accuracyAndItsIntervalAgree(JsonNode golden) {
        Interval accuracy = evaluation(golden).accuracy();

        assertFigures(golden.get("figures").get("accuracy"), accuracy.value(), accuracy.low(), accuracy.high());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void figuresOfClassesAndTheirMeansAgree(JsonNode golden) {
        Evaluation evaluation = evaluation(golden);

        assertFigures(
                golden.get("figures").get("classes"),
                evaluation.classes().stream()
                        .flatMapToDouble(figures ->
                                DoubleStream.of(figures.precision(), figures.recall(), figures.f1(), figures.support()))
                        .toArray());
        Averages macro = evaluation.macro();
        assertFigures(golden.get("figures").get("macro"), macro.precision(), macro.recall(), macro.f1());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void figuresOfProbabilitiesAgree(JsonNode golden) {
        ProbabilityFigures figures = evaluation(golden).probabilities();

        JsonNode expected = golden.get("figures");
        assertThat(figures.rocArea().isEmpty())
                .isEqualTo(expected.get("roc_area").isNull());
        figures.rocArea().ifPresent(area -> assertFigures(expected.get("roc_area"), area));
        assertFigures(expected.get("log_loss"), figures.logLoss());
        assertFigures(expected.get("brier"), figures.brier());
        assertFigures(expected.get("calibration_error"), figures.calibrationError());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void calibrationBinsAgree(JsonNode golden) {
        assertFigures(
                golden.get("figures").get("calibration"),
                evaluation(golden).calibration().stream()
                        .flatMapToDouble(bin -> DoubleStream.of(
                                bin.lower(), bin.upper(), bin.count(), bin.meanConfidence(), bin.accuracy()))
                        .toArray());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void confusionAgrees(JsonNode golden) {
        List<List<Integer>> expected = new ArrayList<>();
        for (JsonNode row : golden.get("figures").get("confusion")) {
            expected.add(Arrays.stream(flat(row)).mapToObj(n -> (int) n).toList());
        }

        assertThat(evaluation(golden).confusion()).isEqualTo(expected);
    }

    @Test
    void intervalsAgree() throws IOException {
        JsonNode intervals = golden("intervals");

        assertThat(intervals).hasSize(8);
        for (JsonNode golden : intervals) {
            int successes = golden.get(0).asInt();
            int n = golden.get(1).asInt();
            Interval interval = Interval.wilson(successes, n);
            assertFigures(golden, successes, n, interval.value(), interval.low(), interval.high());
        }
    }
}
