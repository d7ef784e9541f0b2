package tritone.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import tritone.kernel.CellVariant;
import tritone.network.Direction;
import tritone.network.Normalisation;
import tritone.network.Readout;

class NormalisationTest {
    private static final int BATCH = 6;
    private static final int WIDTH = 5;
    private static final int STEPS = 7;
    private static final int[] LENGTHS = {7, 3, 1, 7, 5, 2};
    private static final float LIFT = 20; // keeps the ReLU cell linear

    private static MultiLayerNetwork trainee(Normalisation normalisation) {
        RecurrentOptions options = RecurrentOptions.of(CellVariant.GRU_RESET_BEFORE)
                .with(Direction.BOTH)
                .with(normalisation)
                .with(Readout.LAST);
        return SmallNetworks.network(
                new Adam(0.02), SmallNetworks.layer(options, WIDTH, 4), SmallNetworks.softmax(8, 2));
    }

    /** Its states are the normalised inputs, lifted. */
    private static MultiLayerNetwork bare(Normalisation normalisation) {
        RecurrentOptions options =
                RecurrentOptions.of(CellVariant.SIMPLE_RNN_RELU).with(normalisation);
        MultiLayerNetwork network = SmallNetworks.network(
                new Sgd(0.0), SmallNetworks.layer(options, WIDTH, WIDTH), SmallNetworks.softmaxPerStep(WIDTH, 2));
        network.getParam("0_W").assign(Nd4j.eye(WIDTH));
        network.getParam("0_RW").assign(0);
        network.getParam("0_b").assign(LIFT);
        return network;
    }

    /** Features of different means and spreads. */
    private static INDArray input() {
        INDArray input = SmallNetworks.vectors(BATCH, WIDTH, STEPS, 1);
        for (int feature = 0; feature < WIDTH; feature++) {
            INDArray numbers = input.get(NDArrayIndex.all(), NDArrayIndex.point(feature), NDArrayIndex.all());
            numbers.muli(1 + feature).addi(2 * feature - 3);
        }
        return input;
    }

    private static INDArray mask() {
        return SmallNetworks.mask(STEPS, LENGTHS);
    }

    /** The numbers of one feature at steps that are not padding. */
    private static double[] feature(INDArray array, int feature) {
        double[] numbers = new double[Arrays.stream(LENGTHS).sum()];
        int count = 0;
        for (int row = 0; row < BATCH; row++) {
            for (int step = 0; step < LENGTHS[row]; step++) {
                numbers[count++] = array.getDouble(row, feature, step);
            }
        }
        return numbers;
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElseThrow();
    }

    private static double variance(double[] numbers) {
        double mean = mean(numbers);
        return Arrays.stream(numbers)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow();
    }

    private static void fit(MultiLayerNetwork network, int times) {
        for (int i = 0; i < times; i++) {
            network.fit(input(), SmallNetworks.stepLabels(BATCH, 2, STEPS, 3), mask(), mask());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLossFalls(Normalisation normalisation) {
        MultiLayerNetwork network = trainee(normalisation);
        INDArray labels = SmallNetworks.labels(BATCH, 2, 2);
        network.fit(input(), labels, mask(), null);
        double first = network.score();

        for (int i = 0; i < 30; i++) {
            network.fit(input(), labels, mask(), null);
        }

        assertThat(network.score()).isLessThan(0.8 * first);
    }

    @Test
    void layerNormalisationGivesEachStepAMeanOfZeroAndAVarianceOfOne() {
        INDArray states = SmallNetworks.states(bare(Normalisation.LAYER), input(), null);

        for (int row = 0; row < BATCH; row++) {
            for (int step = 0; step < STEPS; step++) {
                double[] vector = states.get(NDArrayIndex.point(row), NDArrayIndex.all(), NDArrayIndex.point(step))
                        .toDoubleVector();
                assertThat(mean(vector)).isCloseTo(LIFT, within(1e-4));
                assertThat(variance(vector)).isCloseTo(1, within(1e-2));
            }
        }
    }

    @Test
    void batchNormalisationGivesEachFeatureOfABatchAMeanOfZeroAndAVarianceOfOne() {
        MultiLayerNetwork network = bare(Normalisation.BATCH);
        network.setLayerMaskArrays(mask(), null);

        INDArray states = network.feedForward(input(), true).get(1);

        for (int feature = 0; feature < WIDTH; feature++) {
            assertThat(mean(feature(states, feature))).isCloseTo(LIFT, within(1e-4));
            assertThat(variance(feature(states, feature))).isCloseTo(1, within(1e-2));
        }
    }

    @Test
    void batchNormalisationUsesRunningAveragesOutsideOfTraining() {
        MultiLayerNetwork network = bare(Normalisation.BATCH);
        network.getParam("0_mean").assign(0.5);
        network.getParam("0_var").assign(4);

        INDArray states = SmallNetworks.states(network, input(), null);

        INDArray expected = input().sub(0.5).div(2).add(LIFT);
        assertThat(SmallNetworks.numbers(states)).containsExactly(SmallNetworks.numbers(expected), within(1e-2f));
    }

    @Test
    void batchMatesDoNotMatterOutsideOfTraining() {
        MultiLayerNetwork network = trainee(Normalisation.BATCH);
        SmallNetworks.fit(network, input(), SmallNetworks.labels(BATCH, 2, 2), 5);

        INDArray together = SmallNetworks.states(network, input(), null);

        for (int row = 0; row < BATCH; row++) {
            INDArray alone = SmallNetworks.states(network, input().get(NDArrayIndex.interval(row, row + 1)), null);
            assertThat(SmallNetworks.numbers(alone)).containsExactly(SmallNetworks.numbers(together.getRow(row)));
        }
    }

    @Test
    void runningAveragesMoveTowardsThoseOfTheBatch() {
        MultiLayerNetwork network = bare(Normalisation.BATCH);
        double[] start = distances(network);

        fit(network, 1);
        double[] afterOne = distances(network);
        fit(network, 60);
        double[] afterMany = distances(network);

        for (int i = 0; i < start.length; i++) {
            assertThat(afterOne[i]).isLessThan(start[i]);
            assertThat(afterMany[i]).isLessThan(0.6 * start[i]);
        }
    }

    /** From the means of the batch's features, then from their variances. */
    private static double[] distances(MultiLayerNetwork network) {
        double[] distances = new double[2 * WIDTH];
        for (int feature = 0; feature < WIDTH; feature++) {
            double[] numbers = feature(input(), feature);
            double mean = network.getParam("0_mean").getDouble(0, feature);
            double variance = network.getParam("0_var").getDouble(0, feature);
            distances[feature] = Math.abs(mean - mean(numbers));
            distances[WIDTH + feature] = Math.abs(variance - variance(numbers));
        }
        return distances;
    }

    @Test
    void runningAveragesStayOutsideOfTraining() {
        MultiLayerNetwork network = trainee(Normalisation.BATCH);
        float[] before = SmallNetworks.numbers(network.params());

        network.output(input());

        assertThat(SmallNetworks.numbers(network.params())).containsExactly(before);
    }
}
