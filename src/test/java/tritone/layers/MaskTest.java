package tritone.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;
import tritone.kernel.CellVariant;
import tritone.kernel.EachCell;
import tritone.network.Direction;
import tritone.network.Normalisation;
import tritone.network.Readout;

class MaskTest {
    private static final int BATCH = 4;
    private static final int INPUTS = 3;
    private static final int UNITS = 5;
    private static final int STEPS = 6;
    private static final float GARBAGE = 1e20f;

    /** Where the steps of a sequence of {@link #STEPS} stand among more. */
    enum Padding {
        AT_THE_END(0, 1, 2, 3, 4, 5),
        AT_THE_BEGINNING(3, 4, 5, 6, 7, 8),
        WITH_HOLES(0, 2, 3, 6, 7, 8);

        private static final int PADDED_STEPS = 9;

        private final int[] positions;

        Padding(int... positions) {
            this.positions = positions;
        }

        INDArray padded(INDArray input) {
            INDArray padded =
                    Nd4j.valueArrayOf(new long[] {input.size(0), input.size(1), PADDED_STEPS}, (double) GARBAGE);
            for (int step = 0; step < positions.length; step++) {
                padded.put(at(positions[step]), input.get(at(step)));
            }
            return padded;
        }

        INDArray mask(int batch) {
            INDArray mask = Nd4j.zeros(batch, PADDED_STEPS);
            for (int position : positions) {
                mask.putColumn(position, Nd4j.ones(batch));
            }
            return mask;
        }

        private static INDArrayIndex[] at(int step) {
            return new INDArrayIndex[] {NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(step)};
        }
    }

    private static Stream<Arguments> variantsAndPaddings() {
        List<Arguments> cases = new ArrayList<>();
        for (CellVariant variant : EachCell.VARIANTS) {
            for (Padding padding : Padding.values()) {
                cases.add(Arguments.of(variant, padding));
            }
        }
        return cases.stream();
    }

    private static MultiLayerNetwork network(RecurrentOptions options) {
        RecurrentConf layer = SmallNetworks.layer(options, INPUTS, UNITS);
        return SmallNetworks.network(
                new Sgd(1.0), layer, SmallNetworks.softmax(layer.shape().features(), 2));
    }

    private static MultiLayerNetwork network(CellVariant variant, Readout readout) {
        return network(RecurrentOptions.of(variant).with(Direction.BOTH).with(readout));
    }

    private static INDArray input(long seed) {
        return SmallNetworks.vectors(BATCH, INPUTS, STEPS, seed);
    }

    private static INDArray row(INDArray array, int row) {
        return array.get(NDArrayIndex.interval(row, row + 1));
    }

    @ParameterizedTest
    @MethodSource("variantsAndPaddings")
    void paddingChangesNoBitOfAReadout(CellVariant variant, Padding padding) {
        for (Readout readout : List.of(Readout.LAST, Readout.LAST_MEAN_MAX, Readout.ATTENTION)) {
            MultiLayerNetwork network = network(variant, readout);

            INDArray padded = SmallNetworks.states(network, padding.padded(input(1)), padding.mask(BATCH));

            assertThat(SmallNetworks.numbers(padded))
                    .containsExactly(SmallNetworks.numbers(SmallNetworks.states(network, input(1), null)));
        }
    }

    @ParameterizedTest
    @MethodSource("variantsAndPaddings")
    void paddingChangesNoBitOfTheStatesAndHasZerosItself(CellVariant variant, Padding padding) {
        MultiLayerNetwork network = SmallNetworks.network(
                new Sgd(1.0),
                SmallNetworks.layer(RecurrentOptions.of(variant).with(Direction.BOTH), INPUTS, UNITS),
                SmallNetworks.softmaxPerStep(2 * UNITS, 2));

        INDArray padded = SmallNetworks.states(network, padding.padded(input(1)), padding.mask(BATCH));

        INDArray expected = Nd4j.zeros(BATCH, 2 * UNITS, Padding.PADDED_STEPS);
        INDArray states = SmallNetworks.states(network, input(1), null);
        for (int step = 0; step < STEPS; step++) {
            expected.put(Padding.at(padding.positions[step]), states.get(Padding.at(step)));
        }
        assertThat(SmallNetworks.numbers(padded)).containsExactly(SmallNetworks.numbers(expected));
    }

    @ParameterizedTest
    @MethodSource("variantsAndPaddings")
    void paddingChangesNoBitOfATrainedWeight(CellVariant variant, Padding padding) {
        MultiLayerNetwork plain = network(variant, Readout.LAST_MEAN_MAX);
        MultiLayerNetwork padded = network(variant, Readout.LAST_MEAN_MAX);
        INDArray labels = SmallNetworks.labels(BATCH, 2, 2);

        plain.fit(input(1), labels);
        padded.fit(padding.padded(input(1)), labels, padding.mask(BATCH), null);

        assertThat(SmallNetworks.numbers(padded.params())).containsExactly(SmallNetworks.numbers(plain.params()));
    }

    @ParameterizedTest
    @EachCell
    void paddingChangesNoBitWhereIdsComeIn(CellVariant variant) {
        MultiLayerNetwork network = network(RecurrentOptions.of(variant)
                .with(Direction.BOTH)
                .with(Readout.LAST_MEAN_MAX)
                .withVocabulary(9));
        INDArray ids = SmallNetworks.ids(BATCH, STEPS, 9, 1);

        INDArray padded = SmallNetworks.states(
                network,
                Nd4j.concat(1, ids, Nd4j.zeros(BATCH, 3)),
                SmallNetworks.mask(STEPS + 3, STEPS, STEPS, STEPS, STEPS));

        assertThat(SmallNetworks.numbers(padded))
                .containsExactly(SmallNetworks.numbers(SmallNetworks.states(network, ids, null)));
    }

    @ParameterizedTest
    @EachCell
    void batchMatesChangeNoBit(CellVariant variant) {
        for (Normalisation normalisation : Normalisation.values()) {
            MultiLayerNetwork network = network(RecurrentOptions.of(variant)
                    .with(Direction.BOTH)
                    .with(Readout.LAST_MEAN_MAX)
                    .with(normalisation));
            INDArray mask = SmallNetworks.mask(STEPS, 3, STEPS, 1, 4);

            float[] together = SmallNetworks.numbers(SmallNetworks.states(network, input(1), mask));

            int width = together.length / BATCH;
            for (int row = 0; row < BATCH; row++) {
                INDArray alone = SmallNetworks.states(network, row(input(1), row), row(mask, row));
                assertThat(Arrays.copyOfRange(together, row * width, (row + 1) * width))
                        .containsExactly(SmallNetworks.numbers(alone));
            }
        }
    }

    @ParameterizedTest
    @EachCell
    void aRowWithoutStepsHasFiniteNumbersAndChangesNoOther(CellVariant variant) {
        for (Readout readout : Readout.values()) {
            if (readout == Readout.STATES) {
                continue;
            }
            MultiLayerNetwork network = network(variant, readout);
            INDArray mask = SmallNetworks.mask(STEPS, STEPS, 0, STEPS, STEPS);

            INDArray states = SmallNetworks.states(network, input(1), mask);

            INDArray whole = SmallNetworks.states(network, input(1), null);
            assertThat(SmallNetworks.numbers(row(states, 1))).doesNotContain(Float.NaN);
            assertThat(states.isNaN().any() || states.isInfinite().any()).isFalse();
            for (int row : new int[] {0, 2, 3}) {
                assertThat(SmallNetworks.numbers(row(states, row)))
                        .containsExactly(SmallNetworks.numbers(row(whole, row)));
            }
        }
    }

    @ParameterizedTest
    @EachCell
    void aRowWithoutStepsLeavesWeightsFinite(CellVariant variant) {
        for (Normalisation normalisation : Normalisation.values()) {
            MultiLayerNetwork network = network(RecurrentOptions.of(variant)
                    .with(Direction.BOTH)
                    .with(Readout.ATTENTION)
                    .with(normalisation));

            network.fit(input(1), SmallNetworks.labels(BATCH, 2, 2), SmallNetworks.mask(STEPS, STEPS, 0, 1, 4), null);

            assertThat(network.params().isNaN().any()).isFalse();
        }
    }

    @Test
    void aBatchWithoutAnyStepLeavesWeightsOfTheCellAlone() {
        MultiLayerNetwork network = network(CellVariant.GRU_RESET_BEFORE, Readout.LAST_MEAN_MAX);
        float[] before = SmallNetworks.parameter(network, "0_RW");

        network.fit(input(1), SmallNetworks.labels(BATCH, 2, 2), Nd4j.zeros(BATCH, STEPS), null);

        assertThat(SmallNetworks.parameter(network, "0_RW")).containsExactly(before);
        assertThat(network.params().isNaN().any()).isFalse();
    }
}
