package tritone.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;
import tritone.kernel.CellVariant;
import tritone.kernel.EachCell;
import tritone.network.Direction;
import tritone.network.Normalisation;

class InitialisationTest {
    private static final int INPUTS = 90;
    private static final int UNITS = 60;
    private static final List<String> CELLS = List.of("0_", "0_back");

    private static RecurrentConf.Builder layer(CellVariant variant) {
        return layer(RecurrentOptions.of(variant).with(Direction.BOTH));
    }

    private static RecurrentConf.Builder layer(RecurrentOptions options) {
        return new RecurrentConf.Builder(options).nIn(INPUTS).nOut(UNITS);
    }

    private static MultiLayerNetwork network(RecurrentConf.Builder builder, long seed) {
        Layer layer = builder.build();
        return SmallNetworks.network(
                SmallNetworks.settings(new Sgd(1.0)).seed(seed), layer, SmallNetworks.softmaxPerStep(2 * UNITS, 2));
    }

    private static MultiLayerNetwork network(RecurrentConf.Builder builder) {
        return network(builder, SmallNetworks.SEED);
    }

    private static List<INDArray> gates(MultiLayerNetwork network, String name) {
        INDArray values = network.getParam(name);
        List<INDArray> gates = new ArrayList<>();
        for (int at = 0; at < values.columns(); at += UNITS) {
            gates.add(values.get(NDArrayIndex.all(), NDArrayIndex.interval(at, at + UNITS))
                    .dup());
        }
        return gates;
    }

    private static void assertNormal(INDArray matrix, double variance) {
        assertThat(matrix.meanNumber().doubleValue()).isCloseTo(0, within(0.1 * Math.sqrt(variance)));
        assertThat(matrix.stdNumber().doubleValue()).isCloseTo(Math.sqrt(variance), within(0.05 * Math.sqrt(variance)));
    }

    private static Stream<Arguments> variances() {
        return Stream.of(
                Arguments.of(WeightInit.XAVIER, 2.0 / (INPUTS + UNITS), 2.0 / (UNITS + UNITS)),
                Arguments.of(WeightInit.RELU, 2.0 / INPUTS, 2.0 / UNITS));
    }

    @ParameterizedTest
    @MethodSource("variances")
    void eachGateBeginsAsItsSizesDemand(WeightInit init, double ofInputs, double ofStates) {
        MultiLayerNetwork network =
                network(layer(CellVariant.LSTM).weightInit(init).weightInitRecurrent(init));

        for (String cell : CELLS) {
            assertThat(gates(network, cell + "W")).hasSize(4).allSatisfy(gate -> assertNormal(gate, ofInputs));
            assertThat(gates(network, cell + "RW")).hasSize(4).allSatisfy(gate -> assertNormal(gate, ofStates));
        }
    }

    @ParameterizedTest
    @EachCell
    void orthogonalStatesAreOrthogonalInEachGate(CellVariant variant) {
        MultiLayerNetwork network = network(layer(variant).weightInitRecurrent(new OrthogonalInit()));

        for (String cell : CELLS) {
            assertThat(gates(network, cell + "RW"))
                    .hasSize(variant.gates())
                    .allSatisfy(gate -> assertIdentity(gate.transpose().mmul(gate)));
        }
    }

    private static void assertIdentity(INDArray matrix) {
        assertThat(SmallNetworks.numbers(matrix))
                .containsExactly(SmallNetworks.numbers(Nd4j.eye(matrix.rows())), within(1e-5f));
    }

    @Test
    void orthogonalInputsHaveOrthonormalVectorsOnTheirShorterSide() {
        MultiLayerNetwork network = network(layer(CellVariant.LSTM).weightInit(new OrthogonalInit()));

        assertThat(gates(network, "0_W"))
                .allSatisfy(gate -> assertIdentity(gate.transpose().mmul(gate)));
    }

    @ParameterizedTest
    @EachCell
    void identityStatesAreTheIdentityInEachGate(CellVariant variant) {
        MultiLayerNetwork network = network(layer(variant).weightInitRecurrent(WeightInit.IDENTITY));

        for (String cell : CELLS) {
            assertThat(gates(network, cell + "RW"))
                    .hasSize(variant.gates())
                    .allSatisfy(gate -> assertThat(SmallNetworks.numbers(gate))
                            .containsExactly(SmallNetworks.numbers(Nd4j.eye(UNITS))));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LSTM", "LSTM_PEEPHOLE"})
    void theForgetBiasBeginsWithOneAndOtherBiasesWithZero(CellVariant variant) {
        MultiLayerNetwork network = network(layer(variant));

        for (String cell : CELLS) {
            List<INDArray> biases = gates(network, cell + "b");
            for (int gate = 0; gate < 4; gate++) {
                assertThat(SmallNetworks.numbers(biases.get(gate))).containsOnly(gate == 1 ? 1 : 0);
            }
        }
    }

    @Test
    void theForgetBiasBeginsAsTheOptionsSay() {
        MultiLayerNetwork network = network(
                layer(RecurrentOptions.of(CellVariant.LSTM).with(Direction.BOTH).withForgetBias(2.5))
                        .biasInit(0.5));

        List<INDArray> biases = gates(network, "0_backb");

        assertThat(SmallNetworks.numbers(biases.get(0))).containsOnly(0.5f);
        assertThat(SmallNetworks.numbers(biases.get(1))).containsOnly(2.5f);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"LSTM", "LSTM_PEEPHOLE", "NONE"},
            mode = EnumSource.Mode.EXCLUDE)
    void biasesOfCellsWithoutAForgetGateBeginWithZero(CellVariant variant) {
        MultiLayerNetwork network = network(layer(variant));

        for (String cell : CELLS) {
            assertThat(SmallNetworks.parameter(network, cell + "b")).containsOnly(0);
        }
    }

    @Test
    void normalisedInputsBeginAsTheyAre() {
        MultiLayerNetwork network = network(
                layer(RecurrentOptions.of(CellVariant.LSTM).with(Direction.BOTH).with(Normalisation.BATCH)));

        assertThat(SmallNetworks.parameter(network, "0_g")).containsOnly(1);
        assertThat(SmallNetworks.parameter(network, "0_s")).containsOnly(0);
        assertThat(SmallNetworks.parameter(network, "0_mean")).containsOnly(0);
        assertThat(SmallNetworks.parameter(network, "0_var")).containsOnly(1);
    }

    @ParameterizedTest
    @EachCell
    void theSeedDecidesAllWeights(CellVariant variant) {
        RecurrentOptions options =
                RecurrentOptions.of(variant).with(Direction.BOTH).withVocabulary(20);

        float[] weights = SmallNetworks.numbers(network(layer(options), 1).params());

        assertThat(SmallNetworks.numbers(network(layer(options), 1).params())).containsExactly(weights);
        assertThat(SmallNetworks.numbers(network(layer(options), 2).params())).isNotEqualTo(weights);
    }

    @Test
    void bothCellsAndAllGatesBeginWithNumbersOfTheirOwn() {
        MultiLayerNetwork network = network(layer(CellVariant.LSTM));

        List<INDArray> gates = new ArrayList<>(gates(network, "0_RW"));
        gates.addAll(gates(network, "0_backRW"));

        assertThat(gates).doesNotHaveDuplicates();
    }
}
