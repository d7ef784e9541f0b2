package tritone.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import tritone.kernel.CellVariant;
import tritone.network.CellSpec;
import tritone.network.Direction;
import tritone.network.NetworkSpec;
import tritone.network.Normalisation;
import tritone.network.Readout;

class ErrorsTest {
    private static final int BATCH = 3;
    private static final int INPUTS = 4;
    private static final int UNITS = 5;
    private static final int STEPS = 6;
    private static final int VOCABULARY = 4;

    private static RecurrentOptions options(CellVariant variant) {
        return RecurrentOptions.of(variant)
                .with(Direction.BOTH)
                .with(Normalisation.BATCH)
                .with(Readout.ATTENTION);
    }

    private static MultiLayerNetwork network(RecurrentOptions options) {
        RecurrentConf layer = SmallNetworks.layer(options, INPUTS, UNITS);
        return SmallNetworks.network(
                new Sgd(1.0), layer, SmallNetworks.softmax(layer.shape().features(), 2));
    }

    private static MultiLayerNetwork vectorReader() {
        return network(options(CellVariant.LSTM));
    }

    private static MultiLayerNetwork idReader() {
        return network(options(CellVariant.LSTM).withVocabulary(VOCABULARY));
    }

    private static INDArray ids() {
        return SmallNetworks.ids(BATCH, STEPS, VOCABULARY, 1);
    }

    private static INDArray vectors() {
        return SmallNetworks.vectors(BATCH, INPUTS, STEPS, 1);
    }

    private static Stream<Arguments> weights() {
        List<Arguments> weights = new ArrayList<>();
        for (CellVariant variant :
                List.of(CellVariant.SIMPLE_RNN_RELU, CellVariant.LSTM_PEEPHOLE, CellVariant.GRU_RESET_AFTER)) {
            RecurrentConf layer = SmallNetworks.layer(options(variant).withVocabulary(VOCABULARY), INPUTS, UNITS);
            for (String name : layer.initializer().paramKeys(layer)) {
                weights.add(Arguments.of(variant, name));
            }
        }
        return weights.stream();
    }

    @ParameterizedTest
    @MethodSource("weights")
    void aWeightThatIsNoNumberIsReportedByName(CellVariant variant, String name) {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            MultiLayerNetwork network = network(options(variant).withVocabulary(VOCABULARY));
            INDArray values = network.getParam("0_" + name);
            values.putScalar(name.equals("E") ? ids().getInt(0, 0) : 0, 1, bad);

            assertThatThrownBy(() -> network.output(ids()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(name + "[")
                    .hasMessageContaining(String.valueOf(bad));
            assertThatThrownBy(() -> network.fit(ids(), SmallNetworks.labels(BATCH, 2, 2)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(name + "[");
        }
    }

    @Test
    void aWeightThatIsNoNumberIsReportedByNameWhereVectorsComeIn() {
        MultiLayerNetwork network = vectorReader();
        network.getParam("0_W").putScalar(0, 0, Double.NaN);

        assertThatThrownBy(() -> network.output(vectors()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("W[0]")
                .hasMessageContaining("NaN");
    }

    private static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of(false, new long[] {BATCH, INPUTS + 1, STEPS}),
                Arguments.of(false, new long[] {BATCH, INPUTS}),
                Arguments.of(false, new long[] {BATCH, INPUTS, STEPS, 1}),
                Arguments.of(true, new long[] {BATCH, 2, STEPS}),
                Arguments.of(true, new long[] {BATCH, 1, 1, STEPS}));
    }

    @ParameterizedTest(name = "ids: {0}, {1}")
    @MethodSource("shapes")
    void anInputOfAnotherShapeIsRefused(boolean ids, long[] shape) {
        MultiLayerNetwork network = ids ? idReader() : vectorReader();

        assertThatThrownBy(() -> network.output(Nd4j.zeros(shape)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Arrays.toString(shape));
    }

    @ParameterizedTest
    @ValueSource(ints = {VOCABULARY, -1, 1000})
    void anIdThatIsNoneIsRefused(int id) {
        INDArray ids = ids().putScalar(1, 2, id);

        assertThatThrownBy(() -> idReader().output(ids))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.valueOf(VOCABULARY))
                .hasMessageContaining(String.valueOf(id));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 1.5})
    void anIdThatIsNoWholeNumberIsRefused(double id) {
        INDArray ids = ids().putScalar(1, 2, id);

        assertThatThrownBy(() -> idReader().output(ids))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("id")
                .hasMessageContaining(String.valueOf(id));
    }

    private static Stream<Arguments> masks() {
        return Stream.of(
                Arguments.of(new long[] {BATCH, STEPS + 1}),
                Arguments.of(new long[] {BATCH + 1, STEPS}),
                Arguments.of(new long[] {BATCH, STEPS - 1}));
    }

    @ParameterizedTest
    @MethodSource("masks")
    void aMaskOfAnotherShapeIsRefused(long[] shape) {
        for (MultiLayerNetwork network : List.of(idReader(), vectorReader())) {
            INDArray input = network.getParam("0_E") == null ? vectors() : ids();

            assertThatThrownBy(() -> network.output(input, false, Nd4j.ones(shape), null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("mask")
                    .hasMessageContaining(Arrays.toString(shape));
        }
    }

    @Test
    void optionsThatAreNoneAreRefused() {
        RecurrentOptions options = RecurrentOptions.of(CellVariant.LSTM);

        assertThatThrownBy(() -> options.withVocabulary(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("vocabulary")
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> options.withWindow(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("window")
                .hasMessageContaining("-1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void aForgetBiasThatIsNoNumberIsRefused(double bias) {
        assertThatThrownBy(() -> RecurrentOptions.of(CellVariant.LSTM).withForgetBias(bias))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("forget")
                .hasMessageContaining(String.valueOf(bias));
    }

    @Test
    void aStockTrainerOfACellThatDeeplearning4jLacksIsRefused() {
        CellSpec cell = new CellSpec(CellVariant.GRU_RESET_BEFORE, 5, Direction.FORWARD, Normalisation.NONE);
        NetworkSpec spec = new NetworkSpec(9, 4, cell, 1, Readout.LAST, 2);

        assertThatThrownBy(() -> NetworkTrainer.stock(spec, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gru");
    }

    @Test
    void sizesThatHurtAreFine() {
        RecurrentOptions options = RecurrentOptions.of(CellVariant.LSTM).with(Direction.BOTH);
        MultiLayerNetwork network = SmallNetworks.network(
                new Sgd(0.1), SmallNetworks.layer(options, 1, 1), SmallNetworks.softmaxPerStep(2, 2));

        network.fit(SmallNetworks.vectors(1, 1, 1, 1), SmallNetworks.stepLabels(1, 2, 1, 1));
        network.fit(SmallNetworks.vectors(2, 1, 5000, 1), SmallNetworks.stepLabels(2, 2, 5000, 1));

        assertThat(network.params().isNaN().any()).isFalse();
        assertThat(network.output(SmallNetworks.vectors(2, 1, 5000, 1)).shape()).containsExactly(2, 2, 5000);
    }
}
