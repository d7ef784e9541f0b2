package tritone.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import tritone.kernel.Arithmetic;
import tritone.kernel.CellVariant;
import tritone.kernel.Workers;
import tritone.network.CellSpec;
import tritone.network.Direction;
import tritone.network.Network;
import tritone.network.NetworkSpec;
import tritone.network.Normalisation;
import tritone.network.Readout;
import tritone.vocabulary.Vocabulary;

/** Networks without a cell. */
class BagTest {
    private static final int VOCABULARY = 12;
    private static final int WIDTH = 6;
    private static final int STEPS = 6;
    private static final RecurrentOptions OPTIONS =
            RecurrentOptions.of(CellVariant.NONE).with(Readout.MEAN).withVocabulary(VOCABULARY);

    /** A review's class is that of the only word above 8; the last but one is empty. */
    private static final int[][] REVIEWS = {
        {9, 1, 2},
        {3, 10, 4, 5},
        {1, 11},
        {2, 3, 4, 5, 6, 9},
        {10},
        {7, 7, 11, 1, 1},
        {5, 9, 8},
        {},
        {6, 11, 6}
    };

    private static NetworkSpec spec(Normalisation normalisation, Readout readout) {
        CellSpec none = new CellSpec(CellVariant.NONE, WIDTH, Direction.FORWARD, normalisation);
        return new NetworkSpec(VOCABULARY, WIDTH, none, 1, readout, 3);
    }

    private static LearningOptions options(Dropouts dropouts) {
        return new LearningOptions(Beginning.USUAL, dropouts, 0, Optimiser.ADAM, Clipping.NONE);
    }

    private static MultiLayerNetwork network(NetworkSpec spec, Dropouts dropouts, int threads) {
        MultiLayerNetwork network = new MultiLayerNetwork(
                Networks.configuration(spec, options(dropouts), new Lazy(new Adam(0.05)), SmallNetworks.SEED));
        network.init();
        GlobalNorm.clip(network, 1);
        Networks.setThreads(network, threads);
        return network;
    }

    private static INDArray ids(int padding) {
        INDArray ids = Nd4j.zeros(REVIEWS.length, STEPS + padding);
        for (int row = 0; row < REVIEWS.length; row++) {
            for (int step = 0; step < REVIEWS[row].length; step++) {
                ids.putScalar(row, step, REVIEWS[row][step]);
            }
        }
        return ids;
    }

    private static INDArray mask(int padding) {
        int[] lengths = Stream.of(REVIEWS).mapToInt(review -> review.length).toArray();
        return SmallNetworks.mask(STEPS + padding, lengths);
    }

    private static INDArray labels() {
        INDArray labels = Nd4j.zeros(REVIEWS.length, 3);
        for (int row = 0; row < REVIEWS.length; row++) {
            labels.putScalar(row, row % 3, 1);
        }
        return labels;
    }

    private static MultiLayerNetwork trained(NetworkSpec spec, Dropouts dropouts, int padding, int threads) {
        MultiLayerNetwork network = network(spec, dropouts, threads);
        for (int i = 0; i < 40; i++) {
            network.fit(ids(padding), labels(), mask(padding), null);
        }
        return network;
    }

    private static float[] weights(MultiLayerNetwork network) {
        return SmallNetworks.numbers(network.params());
    }

    /** The layer over numbers of which each word has its own. */
    private static MultiLayerNetwork counting(Dropouts dropouts) {
        MultiLayerNetwork network = SmallNetworks.network(
                new Sgd(1.0),
                SmallNetworks.layer(OPTIONS.with(dropouts), WIDTH, WIDTH),
                SmallNetworks.softmax(WIDTH, 2));
        for (int id = 0; id < VOCABULARY; id++) {
            network.getParam("0_E").getRow(id).assign(id);
        }
        return network;
    }

    @Test
    void learnsATinyProblem() {
        MultiLayerNetwork network = trained(spec(Normalisation.NONE, Readout.MEAN), Dropouts.NONE, 0, 2);

        int[] classes = network.output(ids(0), false, mask(0), null).argMax(1).toIntVector();

        assertThat(Arrays.copyOf(classes, 7)).containsExactly(0, 1, 2, 0, 1, 2, 0);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STATES")
    void theNetworkOnArraysGivesTheSameProbabilities(Readout readout) {
        for (Normalisation normalisation : Normalisation.values()) {
            NetworkSpec spec = spec(normalisation, readout);
            MultiLayerNetwork network = trained(spec, new Dropouts(0.1, 0.1, 0.1), 0, 1);

            float[] probabilities = new Network(
                            spec, Networks.weights(spec, network), Arithmetic.fastest(), Workers.NONE)
                    .probabilities(REVIEWS);

            INDArray output = network.output(ids(0), false, mask(0), null);
            assertThat(probabilities).containsExactly(SmallNetworks.numbers(output), within(1e-5f));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void noNumberOfThreadsChangesABit(int threads) {
        for (NetworkSpec spec :
                List.of(spec(Normalisation.NONE, Readout.MEAN), spec(Normalisation.BATCH, Readout.LAST_MEAN_MAX))) {
            Dropouts dropouts = new Dropouts(0.2, 0, 0.2);

            float[] weights = weights(trained(spec, dropouts, 0, 1));

            assertThat(weights(trained(spec, dropouts, 0, threads))).containsExactly(weights);
        }
    }

    @Test
    void paddingChangesNoBitOfATrainedWeight() {
        NetworkSpec spec = spec(Normalisation.LAYER, Readout.ATTENTION);
        Dropouts dropouts = new Dropouts(0.2, 0, 0.2);

        float[] weights = weights(trained(spec, dropouts, 0, 1));

        assertThat(weights(trained(spec, dropouts, 5, 1))).containsExactly(weights);
    }

    @Test
    void batchMatesChangeNoBit() {
        MultiLayerNetwork network = counting(Dropouts.NONE);

        INDArray together = SmallNetworks.states(network, ids(0), mask(0));

        for (int row = 0; row < REVIEWS.length; row++) {
            INDArray alone = SmallNetworks.states(
                    network,
                    ids(0).get(NDArrayIndex.interval(row, row + 1)),
                    mask(0).get(NDArrayIndex.interval(row, row + 1)));
            assertThat(SmallNetworks.numbers(alone)).containsExactly(SmallNetworks.numbers(together.getRow(row)));
        }
    }

    @Test
    void readsTheMeanOfItsWordsAndZeroWhereThereIsNone() {
        INDArray vectors = SmallNetworks.states(counting(Dropouts.NONE), ids(0), mask(0));

        for (int row = 0; row < REVIEWS.length; row++) {
            double mean = Arrays.stream(REVIEWS[row]).average().orElse(0);
            for (float number : SmallNetworks.numbers(vectors.getRow(row))) {
                assertThat((double) number).isCloseTo(mean, within(1e-6));
            }
        }
    }

    @Test
    void inputsAreDroppedAtEveryStepOfASequenceOrAtNone() {
        INDArray input = Nd4j.valueArrayOf(60, STEPS, 3.0);

        float[] means = SmallNetworks.numbers(SmallNetworks.statesInTraining(counting(new Dropouts(0.5, 0, 0)), input));

        assertThat(means).containsOnly(0, 6);
    }

    @Test
    void droppedWordsBecomeTheUnknownOne() {
        MultiLayerNetwork network = counting(new Dropouts(0, 0, 0.999));
        network.getParam("0_E").getRow(Vocabulary.UNKNOWN).assign(7);

        float[] means =
                SmallNetworks.numbers(SmallNetworks.statesInTraining(network, Nd4j.valueArrayOf(3, STEPS, 5.0)));

        for (float mean : means) {
            assertThat(mean).isGreaterThan(6.5f);
        }
    }

    /** No state enters a product. */
    @Test
    void dropoutOfStatesHasNoEffect() {
        NetworkSpec spec = spec(Normalisation.NONE, Readout.LAST_MEAN_MAX);

        assertThat(weights(trained(spec, new Dropouts(0, 0.5, 0), 0, 1)))
                .containsExactly(weights(trained(spec, Dropouts.NONE, 0, 1)));
    }

    @Test
    void trainsAboveALayerThatLearnsNothing() {
        RecurrentOptions states = RecurrentOptions.of(CellVariant.NONE);
        MultiLayerNetwork network = SmallNetworks.network(
                new Lazy(new Adam(0.05)),
                SmallNetworks.layer(states, WIDTH, WIDTH),
                SmallNetworks.layer(states.with(Readout.MAX), WIDTH, WIDTH),
                SmallNetworks.softmax(WIDTH, 2));
        GlobalNorm.clip(network, 1);
        INDArray input = SmallNetworks.vectors(5, WIDTH, STEPS, 1);
        INDArray labels = SmallNetworks.labels(5, 2, 2);
        network.fit(input, labels);
        double first = network.score();

        SmallNetworks.fit(network, input, labels, 30);

        assertThat(network.score()).isLessThan(0.9 * first);
        assertThat(network.clone().output(input)).isEqualTo(network.output(input));
    }

    @Test
    void piecesGiveWhatTheWholeGives() {
        MultiLayerNetwork network = SmallNetworks.network(
                new Sgd(1.0),
                SmallNetworks.layer(RecurrentOptions.of(CellVariant.NONE), WIDTH, WIDTH),
                SmallNetworks.softmaxPerStep(WIDTH, 2));
        INDArray input = SmallNetworks.vectors(3, WIDTH, STEPS, 1);
        INDArray[] pieces = new INDArray[STEPS];

        for (int step = 0; step < STEPS; step++) {
            pieces[step] = network.rnnTimeStep(
                    input.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(step, step + 1)));
        }

        assertThat(SmallNetworks.numbers(Nd4j.concat(2, pieces)))
                .containsExactly(SmallNetworks.numbers(network.output(input)), within(1e-6f));
    }

    @Test
    void aConfigurationIsTheSameAfterJson() {
        MultiLayerConfiguration written = Networks.configuration(
                NetworkSpec.bag(VOCABULARY, WIDTH, 2), options(Dropouts.NONE), new Lazy(new Adam(0.05)), 1);

        assertThat(MultiLayerConfiguration.fromJson(written.toJson())).isEqualTo(written);
    }

    @Test
    void aLayerThatWouldHaveToMultiplyIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmallNetworks.network(
                        new Sgd(1.0), SmallNetworks.layer(OPTIONS, WIDTH, 7), SmallNetworks.softmax(7, 2)))
                .withMessageContaining("as many as the inputs, 6, but were 7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmallNetworks.network(
                        new Sgd(1.0),
                        SmallNetworks.layer(OPTIONS.with(Direction.BOTH), WIDTH, WIDTH),
                        SmallNetworks.softmax(2 * WIDTH, 2)))
                .withMessageContaining("must be forward but was both");
    }
}
