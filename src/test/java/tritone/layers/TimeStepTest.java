package tritone.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import tritone.kernel.CellVariant;
import tritone.kernel.EachCell;
import tritone.network.Direction;
import tritone.network.Normalisation;

class TimeStepTest {
    private static final int BATCH = 3;
    private static final int INPUTS = 4;
    private static final int UNITS = 5;
    private static final int STEPS = 8;
    private static final int CLASSES = 2;

    private static MultiLayerNetwork network(RecurrentOptions options) {
        return SmallNetworks.network(
                new Sgd(0.1),
                SmallNetworks.layer(options, INPUTS, UNITS),
                SmallNetworks.layer(RecurrentOptions.of(options.variant()), UNITS, UNITS),
                SmallNetworks.softmaxPerStep(UNITS, CLASSES));
    }

    private static INDArray input() {
        return SmallNetworks.vectors(BATCH, INPUTS, STEPS, 1);
    }

    private static INDArray piece(INDArray input, int from, int to) {
        return input.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(from, to));
    }

    private static void assertSame(INDArray actual, INDArray expected) {
        assertThat(actual.shape()).containsExactly(expected.shape());
        assertThat(SmallNetworks.numbers(actual)).containsExactly(SmallNetworks.numbers(expected), within(1e-6f));
    }

    @ParameterizedTest
    @EachCell
    void piecesGiveWhatTheWholeGives(CellVariant variant) {
        MultiLayerNetwork network = network(RecurrentOptions.of(variant).with(Normalisation.LAYER));

        INDArray pieces = Nd4j.concat(
                2,
                network.rnnTimeStep(piece(input(), 0, 3)),
                network.rnnTimeStep(piece(input(), 3, 4)),
                network.rnnTimeStep(piece(input(), 4, STEPS)));

        assertSame(pieces, network.output(input()));
    }

    @ParameterizedTest
    @EachCell
    void piecesOfIdsGiveWhatTheWholeGives(CellVariant variant) {
        MultiLayerNetwork network = network(RecurrentOptions.of(variant).withVocabulary(9));
        INDArray ids = SmallNetworks.ids(BATCH, STEPS, 9, 1).reshape(BATCH, 1, STEPS);

        INDArray pieces =
                Nd4j.concat(2, network.rnnTimeStep(piece(ids, 0, 3)), network.rnnTimeStep(piece(ids, 3, STEPS)));

        assertSame(pieces, network.output(ids));
    }

    @Test
    void beginsAnewAfterClearing() {
        MultiLayerNetwork network = network(RecurrentOptions.of(CellVariant.LSTM));
        INDArray first = network.rnnTimeStep(input()).dup();
        INDArray second = network.rnnTimeStep(input()).dup();

        network.rnnClearPreviousState();

        assertSame(network.rnnTimeStep(input()), first);
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void goesOnFromAStateThatWasPutBack() {
        MultiLayerNetwork network = network(RecurrentOptions.of(CellVariant.LSTM));
        network.rnnTimeStep(piece(input(), 0, 3));
        Map<String, INDArray> lower = copy(network.rnnGetPreviousState(0));
        Map<String, INDArray> upper = copy(network.rnnGetPreviousState(1));
        INDArray expected = network.rnnTimeStep(piece(input(), 3, STEPS)).dup();

        network.rnnClearPreviousState();
        network.rnnSetPreviousState(0, lower);
        network.rnnSetPreviousState(1, upper);

        assertSame(network.rnnTimeStep(piece(input(), 3, STEPS)), expected);
    }

    private static Map<String, INDArray> copy(Map<String, INDArray> state) {
        Map<String, INDArray> copy = new HashMap<>();
        state.forEach((name, values) -> copy.put(name, values.dup()));
        return copy;
    }

    @Test
    void keepsItsStateWhileItComputesOutputs() {
        MultiLayerNetwork network = network(RecurrentOptions.of(CellVariant.GRU_RESET_AFTER));
        network.rnnTimeStep(piece(input(), 0, 3));

        network.output(SmallNetworks.vectors(7, INPUTS, 2, 9));

        INDArray rest = network.rnnTimeStep(piece(input(), 3, STEPS));
        assertSame(rest, piece(network.output(input()), 3, STEPS));
    }

    @Test
    void saysThatTheBatchIsNotTheOneBefore() {
        MultiLayerNetwork network = network(RecurrentOptions.of(CellVariant.LSTM));
        network.rnnTimeStep(input());

        assertThatThrownBy(() -> network.rnnTimeStep(SmallNetworks.vectors(2, INPUTS, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3")
                .hasMessageContaining("2")
                .hasMessageContaining("rnnClearPreviousState");
    }

    @ParameterizedTest
    @EnumSource(names = {"BACKWARD", "BOTH"})
    void refusesToGoOnWithACellThatReadsFromTheEnd(Direction direction) {
        RecurrentConf layer =
                SmallNetworks.layer(RecurrentOptions.of(CellVariant.LSTM).with(direction), INPUTS, UNITS);
        MultiLayerNetwork network = SmallNetworks.network(
                new Sgd(0.1), layer, SmallNetworks.softmaxPerStep(layer.shape().features(), CLASSES));

        assertThatThrownBy(() -> network.rnnTimeStep(input()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("from the end");
    }

    @ParameterizedTest
    @EachCell
    void truncatedTrainingGoesOnFromTheStateBefore(CellVariant variant) {
        MultiLayerNetwork network = truncated(variant, new Sgd(0.0));
        INDArray labels = SmallNetworks.stepLabels(BATCH, CLASSES, STEPS, 2);
        INDArray lastPiece = SmallNetworks.mask(STEPS, STEPS, STEPS, STEPS).sub(SmallNetworks.mask(STEPS, 6, 6, 6));

        network.fit(new DataSet(input(), labels));

        assertThat(network.score())
                .isCloseTo(network.score(new DataSet(input(), labels, null, lastPiece)), within(1e-5));
    }

    private static MultiLayerNetwork truncated(CellVariant variant, IUpdater updater) {
        MultiLayerNetwork network = SmallNetworks.network(
                updater,
                SmallNetworks.layer(RecurrentOptions.of(variant), INPUTS, UNITS),
                SmallNetworks.softmaxPerStep(UNITS, CLASSES));
        network.getLayerWiseConfigurations().setBackpropType(BackpropType.TruncatedBPTT);
        network.getLayerWiseConfigurations().setTbpttFwdLength(3);
        network.getLayerWiseConfigurations().setTbpttBackLength(3);
        return network;
    }

    @ParameterizedTest
    @EachCell
    void truncatedTrainingReducesTheLoss(CellVariant variant) {
        MultiLayerNetwork network = truncated(variant, new Adam(0.03));
        INDArray labels = SmallNetworks.stepLabels(BATCH, CLASSES, STEPS, 2);
        INDArray mask = SmallNetworks.mask(STEPS, STEPS, 5, 7);

        DataSet batch = new DataSet(input(), labels, mask, mask);
        double first = network.score(batch);

        for (int i = 0; i < 15; i++) {
            network.fit(batch);
        }

        assertThat(network.score(batch)).isLessThan(0.95 * first);
    }
}
