package tritone.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.kernel.CellVariant;
import tritone.kernel.SequenceLayout;
import tritone.kernel.Start;
import tritone.network.CellSpec;
import tritone.network.Direction;
import tritone.network.LevelShape;
import tritone.network.Normalisation;
import tritone.network.Passage;
import tritone.network.Readout;

/** The reference in double precision against values that another program computed. */
@EnabledIf("isThere")
class GoldenReferenceTest {
    private static final Path FILE = Path.of("../shared/golden/cells.json");
    private static final int UNITS = 4;
    private static final int INPUTS = 3;

    static boolean isThere() {
        return FILE.toFile().exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simple_rnn_tanh",
                "simple_rnn_relu",
                "simple_rnn_window3",
                "lstm",
                "lstm_peephole",
                "lstm_window3",
                "gru_reset_before",
                "gru_reset_after",
                "gru_window3"
            })
    void agreesToTenDigits(String name) throws IOException {
        JsonNode golden = new ObjectMapper().readTree(FILE.toFile()).get(name);
        CellVariant variant = variant(golden);
        CellSpec cell = new CellSpec(variant, UNITS, Direction.FORWARD, Normalisation.NONE);
        SequenceLayout layout = SequenceLayout.of(ints(golden.get("lengths")));
        Map<String, double[]> parameters = parameters(variant, golden.get("parameters"));
        double[] rows = rows(golden.get("input"), layout);
        int[] rowOf = new int[layout.places()];
        Arrays.setAll(rowOf, place -> place);
        float[] zero = new float[layout.sequences() * UNITS];
        Start start = new Start(zero, variant.hasCellState() ? zero : new float[0], new float[0]);
        Passage passage = new Passage(true, Collections.nCopies(1, start), new float[0]);
        int window = golden.get("backward_window").asInt(Integer.MAX_VALUE);

        double[] states = new ReferenceLevel(new LevelShape(INPUTS, cell, Readout.STATES))
                .forward(parameters, layout, rows, rowOf, passage, window);
        ReferenceLevel level = new ReferenceLevel(new LevelShape(INPUTS, cell, Readout.LAST));
        double[] last = level.forward(parameters, layout, rows, rowOf, passage, window);

        assertStates(golden.get("hidden_states"), layout, states);
        double[] gradient = new double[last.length];
        double loss = 0;
        for (int rank = 0; rank < layout.sequences(); rank++) {
            for (int u = 0; u < UNITS; u++) {
                double weight = golden.get("loss_weights")
                        .get(layout.sequence(rank))
                        .get(u)
                        .asDouble();
                double h = last[rank * UNITS + u];
                loss += weight * h + 0.5 * h * h;
                gradient[rank * UNITS + u] = weight + h;
            }
        }
        assertClose(loss, golden.get("loss"));
        ReferenceLevel.Gradients gradients = level.back(gradient);
        Map<String, double[]> expected = parameters(variant, golden.get("gradients"));
        expected.forEach((key, values) ->
                assertThat(gradients.parameters().get(key)).as(key).containsExactly(values, within(1e-10)));
        assertThat(gradients.rows()).containsExactly(rows(golden.get("input_gradient"), layout), within(1e-10));
    }

    private static void assertStates(JsonNode expected, SequenceLayout layout, double[] states) {
        for (int rank = 0; rank < layout.sequences(); rank++) {
            for (int step = 0; step < layout.length(rank); step++) {
                for (int u = 0; u < UNITS; u++) {
                    assertClose(
                            states[layout.place(rank, step) * UNITS + u],
                            expected.get(layout.sequence(rank)).get(step).get(u));
                }
            }
        }
    }

    private static void assertClose(double actual, JsonNode expected) {
        assertThat(actual).isCloseTo(expected.asDouble(), within(1e-10));
    }

    private static CellVariant variant(JsonNode golden) {
        return switch (golden.get("cell").asText()) {
            case "lstm" -> golden.get("peepholes").asBoolean() ? CellVariant.LSTM_PEEPHOLE : CellVariant.LSTM;
            case "gru" ->
                golden.get("reset_after").asBoolean() ? CellVariant.GRU_RESET_AFTER : CellVariant.GRU_RESET_BEFORE;
            default ->
                golden.get("activation").asText().equals("relu")
                        ? CellVariant.SIMPLE_RNN_RELU
                        : CellVariant.SIMPLE_RNN_TANH;
        };
    }

    private static Map<String, double[]> parameters(CellVariant variant, JsonNode named) {
        String gates = variant.gates() == 1 ? "h" : variant.gates() == 4 ? "ifog" : "zrg";
        Map<String, double[]> parameters = new HashMap<>();
        parameters.put(LevelShape.INPUT, matrix(named, "Wx_", gates, INPUTS));
        parameters.put(LevelShape.RECURRENT, matrix(named, "Wh_", gates, UNITS));
        parameters.put(LevelShape.BIAS, vector(named, "b_", gates));
        if (variant == CellVariant.LSTM_PEEPHOLE) {
            parameters.put(LevelShape.PEEPHOLES, vector(named, "p_", "ifo"));
        }
        if (variant == CellVariant.GRU_RESET_AFTER) {
            parameters.put(LevelShape.INNER_BIAS, vector(named, "bh_", "g"));
        }
        return parameters;
    }

    private static double[] matrix(JsonNode named, String prefix, String gates, int rows) {
        int columns = gates.length() * UNITS;
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            int column = i % columns;
            values[i] = named.get(prefix + gates.charAt(column / UNITS))
                    .get(i / columns)
                    .get(column % UNITS)
                    .asDouble();
        }
        return values;
    }

    private static double[] vector(JsonNode named, String prefix, String gates) {
        double[] values = new double[gates.length() * UNITS];
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    named.get(prefix + gates.charAt(i / UNITS)).get(i % UNITS).asDouble();
        }
        return values;
    }

    private static double[] rows(JsonNode input, SequenceLayout layout) {
        double[] rows = new double[layout.places() * INPUTS];
        for (int rank = 0; rank < layout.sequences(); rank++) {
            for (int step = 0; step < layout.length(rank); step++) {
                for (int i = 0; i < INPUTS; i++) {
                    rows[layout.place(rank, step) * INPUTS + i] =
                            input.get(layout.sequence(rank)).get(step).get(i).asDouble();
                }
            }
        }
        return rows;
    }

    private static int[] ints(JsonNode array) {
        int[] values = new int[array.size()];
        Arrays.setAll(values, i -> array.get(i).asInt());
        return values;
    }
}
