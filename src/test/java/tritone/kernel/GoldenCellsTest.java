package tritone.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every variant against reference values in double precision that another program computed by automatic differentiation. */
@EnabledIf("isThere")
class GoldenCellsTest {
    private static final Path FILE = Path.of("../shared/golden/cells.json");

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
    void bothArithmeticsAgreeWithTheReference(String name) throws IOException {
        JsonNode golden = new ObjectMapper().readTree(FILE.toFile()).get(name);
        for (Arithmetic arithmetic : List.of(Arithmetic.SCALAR, Arithmetic.fastest())) {
            new Golden(golden, arithmetic).check();
        }
    }

    /** One variant's values, and the kernel's run over them. */
    private static final class Golden {
        private final JsonNode golden;
        private final CellVariant variant;
        private final String gates;
        private final int units = 4;
        private final int inputs = 3;
        private final SequenceLayout layout;
        private final CellKernel kernel;
        private final CellParameters parameters;

        Golden(JsonNode golden, Arithmetic arithmetic) {
            this.golden = golden;
            variant = variant(golden);
            gates = variant.gates() == 1 ? "h" : variant.gates() == 4 ? "ifog" : "zrg";
            layout = SequenceLayout.of(ints(golden.get("lengths")));
            parameters = new CellParameters(variant, units, matrix("Wh_", units), peepholes(), innerBias());
            kernel = new CellKernel(parameters, arithmetic, Workers.NONE);
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

        private JsonNode of(String name) {
            return golden.get("parameters").get(name);
        }

        /** {@code [rows][gates * units]} from one matrix per gate. */
        private float[] matrix(String prefix, int rows) {
            int columns = gates.length() * units;
            float[] values = new float[rows * columns];
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    char gate = gates.charAt(column / units);
                    values[row * columns + column] = (float)
                            of(prefix + gate).get(row).get(column % units).asDouble();
                }
            }
            return values;
        }

        private float[] peepholes() {
            float[] values = new float[variant == CellVariant.LSTM_PEEPHOLE ? 3 * units : 0];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float)
                        of("p_" + "ifo".charAt(i / units)).get(i % units).asDouble();
            }
            return values;
        }

        private float[] innerBias() {
            float[] values = new float[variant == CellVariant.GRU_RESET_AFTER ? units : 0];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) of("bh_g").get(i).asDouble();
            }
            return values;
        }

        private float[] inputSums() {
            int columns = gates.length() * units;
            float[] weights = matrix("Wx_", inputs);
            float[] sums = new float[layout.places() * columns];
            for (int rank = 0; rank < layout.sequences(); rank++) {
                for (int step = 0; step < layout.length(rank); step++) {
                    JsonNode x = golden.get("input").get(layout.sequence(rank)).get(step);
                    for (int column = 0; column < columns; column++) {
                        double sum = of("b_" + gates.charAt(column / units))
                                .get(column % units)
                                .asDouble();
                        for (int input = 0; input < inputs; input++) {
                            sum += x.get(input).asDouble() * weights[input * columns + column];
                        }
                        sums[layout.place(rank, step) * columns + column] = (float) sum;
                    }
                }
            }
            return sums;
        }

        void check() {
            States states = new States();
            InputSums inputs = InputSums.of(inputSums(), gates.length() * units);
            kernel.forward(layout, inputs, Start.zero(parameters.variant(), parameters.units(), layout), states);
            float[] hiddenGradient = new float[layout.places() * units];
            double loss = 0;
            for (int rank = 0; rank < layout.sequences(); rank++) {
                int sequence = layout.sequence(rank);
                for (int step = 0; step < layout.length(rank); step++) {
                    for (int u = 0; u < units; u++) {
                        assertClose(
                                "state",
                                states.hidden()[layout.place(rank, step) * units + u],
                                golden.get("hidden_states")
                                        .get(sequence)
                                        .get(step)
                                        .get(u));
                    }
                }
                int last = layout.place(rank, layout.length(rank) - 1) * units;
                for (int u = 0; u < units; u++) {
                    double weight =
                            golden.get("loss_weights").get(sequence).get(u).asDouble();
                    float h = states.hidden()[last + u];
                    loss += weight * h + 0.5 * h * h;
                    hiddenGradient[last + u] = (float) (weight + h);
                }
            }
            assertClose("loss", loss, golden.get("loss"));
            JsonNode window = golden.get("backward_window");
            checkGradients(kernel.backward(
                    states,
                    HiddenGradient.ofAll(layout, hiddenGradient, units),
                    window.isNull() ? CellKernel.WHOLE : window.asInt()));
        }

        private void checkGradients(Gradients gradients) {
            int columns = gates.length() * units;
            for (int column = 0; column < columns; column++) {
                char gate = gates.charAt(column / units);
                int u = column % units;
                double bias = 0;
                double[] inputWeights = new double[inputs];
                for (int rank = 0; rank < layout.sequences(); rank++) {
                    for (int step = 0; step < layout.length(rank); step++) {
                        double sum = gradients.sums()[layout.place(rank, step) * columns + column];
                        bias += sum;
                        for (int input = 0; input < inputs; input++) {
                            inputWeights[input] += sum
                                    * golden.get("input")
                                            .get(layout.sequence(rank))
                                            .get(step)
                                            .get(input)
                                            .asDouble();
                        }
                    }
                }
                assertClose("b_" + gate, bias, gradient("b_" + gate).get(u));
                for (int input = 0; input < inputs; input++) {
                    assertClose(
                            "Wx_" + gate,
                            inputWeights[input],
                            gradient("Wx_" + gate).get(input).get(u));
                }
                for (int row = 0; row < units; row++) {
                    assertClose(
                            "Wh_" + gate,
                            gradients.parameters().recurrent()[row * columns + column],
                            gradient("Wh_" + gate).get(row).get(u));
                }
            }
            checkInputGradient(gradients);
            float[] peepholes = gradients.parameters().peepholes();
            for (int i = 0; i < peepholes.length; i++) {
                String peephole = "p_" + "ifo".charAt(i / units);
                assertClose(peephole, peepholes[i], gradient(peephole).get(i % units));
            }
            float[] innerBias = gradients.parameters().innerBias();
            for (int i = 0; i < innerBias.length; i++) {
                assertClose("bh_g", innerBias[i], gradient("bh_g").get(i));
            }
        }

        private void checkInputGradient(Gradients gradients) {
            int columns = gates.length() * units;
            float[] weights = matrix("Wx_", inputs);
            for (int rank = 0; rank < layout.sequences(); rank++) {
                JsonNode sequence = golden.get("input_gradient").get(layout.sequence(rank));
                for (int step = 0; step < layout.length(rank); step++) {
                    for (int input = 0; input < inputs; input++) {
                        double sum = 0;
                        for (int column = 0; column < columns; column++) {
                            sum += gradients.sums()[layout.place(rank, step) * columns + column]
                                    * weights[input * columns + column];
                        }
                        assertClose("input", sum, sequence.get(step).get(input));
                    }
                }
            }
        }

        private JsonNode gradient(String name) {
            return golden.get("gradients").get(name);
        }

        private static void assertClose(String what, double actual, JsonNode expected) {
            double value = expected.asDouble();
            assertThat(actual).as(what).isCloseTo(value, within(1e-5 * Math.max(0.1, Math.abs(value))));
        }

        private static int[] ints(JsonNode array) {
            int[] values = new int[array.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = array.get(i).asInt();
            }
            return values;
        }
    }
}
