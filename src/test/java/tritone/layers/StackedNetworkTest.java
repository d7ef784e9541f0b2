package tritone.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import tritone.encoding.ReviewBatch;
import tritone.kernel.Arithmetic;
import tritone.kernel.CellVariant;
import tritone.kernel.EachCell;
import tritone.kernel.Workers;
import tritone.network.CellSpec;
import tritone.network.Direction;
import tritone.network.Network;
import tritone.network.NetworkSpec;
import tritone.network.Normalisation;
import tritone.network.ParameterShape;
import tritone.network.Readout;

class StackedNetworkTest {
    private static final int VOCABULARY = 12;
    private static final int STEPS = 6;

    /** A review's class is that of the only word above 8; the last one is the class 2. */
    private static final int[][] REVIEWS = {
        {9, 1, 2},
        {3, 10, 4, 5},
        {1, 11},
        {2, 3, 4, 5, 6, 9},
        {10},
        {7, 7, 11, 1, 1},
        {5, 9, 8},
        {8, 8, 8, 10, 8, 8},
        {6, 11, 6}
    };

    private static NetworkSpec spec(CellVariant variant, Normalisation normalisation, Readout readout, int classes) {
        CellSpec cell = new CellSpec(variant, 7, Direction.BOTH, normalisation);
        return new NetworkSpec(VOCABULARY, 5, cell, 2, readout, classes);
    }

    private static MultiLayerNetwork network(NetworkSpec spec) {
        LearningOptions options =
                new LearningOptions(Beginning.USUAL, new Dropouts(0.05, 0.05, 0), 0, Optimiser.ADAM, Clipping.NONE);
        MultiLayerNetwork network =
                new MultiLayerNetwork(Networks.configuration(spec, options, new Lazy(new Adam(0.02)), 1));
        network.init();
        GlobalNorm.clip(network, 1);
        return network;
    }

    private static INDArray ids() {
        INDArray ids = Nd4j.zeros(REVIEWS.length, STEPS);
        for (int row = 0; row < REVIEWS.length; row++) {
            for (int step = 0; step < REVIEWS[row].length; step++) {
                ids.putScalar(row, step, REVIEWS[row][step]);
            }
        }
        return ids;
    }

    private static INDArray mask() {
        return SmallNetworks.mask(
                STEPS, Stream.of(REVIEWS).mapToInt(review -> review.length).toArray());
    }

    private static INDArray labels(int classes) {
        INDArray labels = Nd4j.zeros(REVIEWS.length, classes == 2 ? 1 : classes);
        for (int row = 0; row < REVIEWS.length; row++) {
            if (classes == 2) {
                labels.putScalar(row, 0, row % 3 == 0 ? 1 : 0);
            } else {
                labels.putScalar(row, row % 3, 1);
            }
        }
        return labels;
    }

    private static void fit(MultiLayerNetwork network, int classes, int times) {
        for (int i = 0; i < times; i++) {
            network.fit(ids(), labels(classes), mask(), null);
        }
    }

    @ParameterizedTest
    @EachCell
    void learnsThreeClasses(CellVariant variant) {
        NetworkSpec spec = spec(variant, Normalisation.NONE, Readout.LAST_MEAN_MAX, 3);
        MultiLayerNetwork network = network(spec);

        fit(network, 3, 60);

        INDArray output = network.output(ids(), false, mask(), null);
        assertThat(output.argMax(1).toIntVector()).containsExactly(0, 1, 2, 0, 1, 2, 0, 1, 2);
        assertThat(network.score()).isLessThan(0.5);
    }

    private static Stream<Arguments> networks() {
        List<Arguments> networks = new ArrayList<>();
        for (CellVariant variant : EachCell.VARIANTS) {
            networks.add(Arguments.of(variant, Normalisation.NONE, Readout.LAST_MEAN_MAX, 3));
            networks.add(Arguments.of(variant, Normalisation.BATCH, Readout.ATTENTION, 3));
            networks.add(Arguments.of(variant, Normalisation.LAYER, Readout.MEAN, 2));
            networks.add(Arguments.of(variant, Normalisation.NONE, Readout.MAX, 2));
            networks.add(Arguments.of(variant, Normalisation.NONE, Readout.LAST, 2));
        }
        return networks.stream();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theNetworkOnArraysGivesTheSameProbabilities(
            CellVariant variant, Normalisation normalisation, Readout readout, int classes) {
        NetworkSpec spec = spec(variant, normalisation, readout, classes);
        MultiLayerNetwork network = network(spec);
        fit(network, classes, 5);

        float[] probabilities = new Network(spec, Networks.weights(spec, network), Arithmetic.fastest(), Workers.NONE)
                .probabilities(REVIEWS);

        float[] output = SmallNetworks.numbers(network.output(ids(), false, mask(), null));
        for (int i = 0; i < output.length; i++) {
            float probability = classes == 2 ? probabilities[2 * i + 1] : probabilities[i];
            assertThat(probability).isCloseTo(output[i], within(1e-5f));
        }
    }

    @Test
    void theWeightsAreThoseOfTheSpec() {
        NetworkSpec spec = spec(CellVariant.LSTM_PEEPHOLE, Normalisation.BATCH, Readout.ATTENTION, 3);

        var weights = Networks.weights(spec, network(spec));

        assertThat(weights.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        spec.parameters().stream().map(ParameterShape::name).toList());
        spec.parameters().forEach(shape -> assertThat(weights.get(shape.name())).hasSize(shape.length()));
    }

    @Test
    void aTrainerReducesTheLoss() {
        CellSpec cell = new CellSpec(CellVariant.GRU_RESET_BEFORE, 7, Direction.FORWARD, Normalisation.NONE);
        NetworkSpec spec = new NetworkSpec(VOCABULARY, 5, cell, 1, Readout.LAST, 2);
        ReviewBatch batch =
                new ReviewBatch(new int[] {0, 1, 2}, new int[] {9, 1, 2, 10, 3, 0, 11, 0, 0}, new int[] {3, 2, 1}, 3);
        Targets classes = Targets.of(new int[] {1, 0, 1}, 1);

        for (Optimiser.Updates updates : Optimiser.Updates.values()) {
            Optimiser adam = new Optimiser(Optimiser.Kind.ADAM, 0, 0, updates);
            NetworkTrainer trainer = NetworkTrainer.of(spec, LearningOptions.of(adam), 2, 1);
            double first = trainer.fit(batch, classes);
            double last = first;
            for (int i = 0; i < 40; i++) {
                last = trainer.fit(batch, classes);
            }
            assertThat(first).isCloseTo(Math.log(2), within(0.2));
            assertThat(last).isLessThan(0.9 * first);
        }
    }
}
