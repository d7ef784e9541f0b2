package tritone.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import tritone.kernel.CellVariant;
import tritone.network.Direction;
import tritone.network.Readout;

class RegularisationTest {
    private static final double RATE = 0.5;
    private static final double SHARE = 0.1;
    private static final int VOCABULARY = 8;
    private static final int EMBEDDING = 3;
    private static final int UNITS = 4;
    private static final int CLASSES = 2;
    private static final List<String> WEIGHTS =
            List.of("0_E", "0_W", "0_RW", "0_P", "0_backW", "0_backRW", "0_backP", "0_q", "1_W");
    private static final List<String> BIASES = List.of("0_b", "0_backb", "1_b");

    private static NeuralNetConfiguration.Builder settings(boolean lazy) {
        IUpdater updater = new Sgd(RATE);
        return SmallNetworks.settings(lazy ? new Lazy(updater) : updater);
    }

    private static MultiLayerNetwork network(NeuralNetConfiguration.Builder settings) {
        RecurrentOptions options = RecurrentOptions.of(CellVariant.LSTM_PEEPHOLE)
                .with(Direction.BOTH)
                .with(Readout.ATTENTION)
                .withVocabulary(VOCABULARY);
        MultiLayerNetwork network = SmallNetworks.network(
                settings, SmallNetworks.layer(options, EMBEDDING, UNITS), SmallNetworks.softmax(2 * UNITS, CLASSES));
        for (String name : List.of("0_P", "0_backP", "0_q", "0_b", "0_backb")) {
            INDArray values = network.getParam(name);
            values.assign(
                    SmallNetworks.vectors(1, values.rows(), values.columns(), 5).reshape(values.shape()));
        }
        return network;
    }

    /** Ids below the last one, which never occurs. */
    private static INDArray ids() {
        return SmallNetworks.ids(5, 6, VOCABULARY - 1, 1);
    }

    private static INDArray labels() {
        return SmallNetworks.labels(5, CLASSES, 2);
    }

    /** One step of both; their weights must then differ by what a penalty takes from each weight, their biases not at all. */
    private static void assertPenalty(
            MultiLayerNetwork plain, MultiLayerNetwork regularised, DoubleUnaryOperator taken) {
        INDArray start = plain.params().dup();
        MultiLayerNetwork untrained = plain.clone();
        untrained.setParams(start);
        plain.fit(ids(), labels());
        regularised.fit(ids(), labels());
        for (String name : WEIGHTS) {
            float[] before = SmallNetworks.parameter(untrained, name);
            float[] expected = SmallNetworks.parameter(plain, name);
            for (int i = 0; i < expected.length; i++) {
                expected[i] -= (float) taken.applyAsDouble(before[i]);
            }
            assertThat(SmallNetworks.parameter(regularised, name)).as(name).containsExactly(expected, within(1e-6f));
        }
        for (String name : BIASES) {
            assertThat(SmallNetworks.parameter(regularised, name))
                    .as(name)
                    .containsExactly(SmallNetworks.parameter(plain, name));
        }
    }

    @ParameterizedTest(name = "lazy: {0}")
    @ValueSource(booleans = {false, true})
    void l2TakesAShareOfEachWeight(boolean lazy) {
        assertPenalty(network(settings(lazy)), network(settings(lazy).l2(SHARE)), weight -> RATE * SHARE * weight);
    }

    @ParameterizedTest(name = "lazy: {0}")
    @ValueSource(booleans = {false, true})
    void l1TakesTheSameOfEachWeight(boolean lazy) {
        assertPenalty(
                network(settings(lazy)),
                network(settings(lazy).l1(SHARE)),
                weight -> RATE * SHARE * Math.signum(weight));
    }

    @ParameterizedTest(name = "lazy: {0}")
    @ValueSource(booleans = {false, true})
    void weightDecayTakesTheShareThatItTakesOfAStockLayer(boolean lazy) {
        double share = shareOfAStockLayer();

        assertThat(share).isPositive();
        assertPenalty(
                network(settings(lazy)), network(settings(lazy).weightDecay(SHARE, true)), weight -> share * weight);
    }

    private static double shareOfAStockLayer() {
        MultiLayerNetwork plain = network(settings(false));
        MultiLayerNetwork regularised = network(settings(false).weightDecay(SHARE, true));
        float before = SmallNetworks.parameter(plain, "1_W")[0];
        plain.fit(ids(), labels());
        regularised.fit(ids(), labels());
        return (SmallNetworks.parameter(plain, "1_W")[0] - SmallNetworks.parameter(regularised, "1_W")[0])
                / (double) before;
    }

    @Test
    void l2OfBiasesTakesAShareOfEachBias() {
        MultiLayerNetwork plain = network(settings(false));
        MultiLayerNetwork regularised = network(settings(false).l2Bias(SHARE));
        float[] before = SmallNetworks.parameter(plain, "0_b");

        plain.fit(ids(), labels());
        regularised.fit(ids(), labels());

        float[] expected = SmallNetworks.parameter(plain, "0_b");
        for (int i = 0; i < expected.length; i++) {
            expected[i] -= (float) (RATE * SHARE * before[i]);
        }
        assertThat(SmallNetworks.parameter(regularised, "0_b")).containsExactly(expected, within(1e-6f));
        assertThat(SmallNetworks.parameter(regularised, "0_RW"))
                .containsExactly(SmallNetworks.parameter(plain, "0_RW"));
    }

    @Test
    void l2IsPartOfTheLoss() {
        MultiLayerNetwork plain = network(settings(false));
        MultiLayerNetwork regularised = network(settings(false).l2(SHARE));
        double squares = 0;
        for (String name : WEIGHTS) {
            squares += Math.pow(SmallNetworks.norm(SmallNetworks.parameter(plain, name)), 2);
        }

        plain.fit(ids(), labels());
        regularised.fit(ids(), labels());

        assertThat(regularised.score() - plain.score()).isCloseTo(SHARE * squares / 2, within(1e-5));
    }

    @Test
    void constraintsHoldWeights() {
        MultiLayerNetwork network = network(settings(false).constrainWeights(new MaxNormConstraint(0.05, 0)));

        network.fit(ids(), labels());

        INDArray norms = network.getParam("0_RW").norm2(0);
        assertThat(norms.maxNumber().doubleValue()).isLessThanOrEqualTo(0.05001);
    }

    @Test
    void weightNoiseIsForTrainingOnly() {
        MultiLayerNetwork plain = network(settings(false));
        MultiLayerNetwork noisy = network(settings(false).weightNoise(new DropConnect(0.5)));

        float[] expected = SmallNetworks.numbers(SmallNetworks.states(plain, ids(), null));

        assertThat(SmallNetworks.numbers(SmallNetworks.states(noisy, ids(), null)))
                .containsExactly(expected);
        assertThat(SmallNetworks.numbers(SmallNetworks.statesInTraining(noisy, ids())))
                .isNotEqualTo(expected);
    }
}
