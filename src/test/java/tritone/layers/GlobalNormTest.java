package tritone.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import tritone.kernel.CellVariant;
import tritone.kernel.EachCell;
import tritone.network.Direction;
import tritone.network.Normalisation;
import tritone.network.Readout;

class GlobalNormTest {
    private static final int VOCABULARY = 8;
    private static final int EMBEDDING = 3;
    private static final int UNITS = 4;
    private static final int CLASSES = 2;
    private static final double SMALL = 0.01;
    private static final double LARGE = 1e6;

    private static RecurrentConf layer(CellVariant variant, Normalisation normalisation) {
        RecurrentOptions options = RecurrentOptions.of(variant)
                .with(Direction.BOTH)
                .with(normalisation)
                .with(Readout.LAST)
                .withVocabulary(VOCABULARY);
        return SmallNetworks.layer(options, EMBEDDING, UNITS);
    }

    private static MultiLayerNetwork network(CellVariant variant, IUpdater updater) {
        return SmallNetworks.network(
                updater, layer(variant, Normalisation.NONE), SmallNetworks.softmax(2 * UNITS, CLASSES));
    }

    private static ComputationGraph graph() {
        return SmallNetworks.graph(new Sgd(1.0), layer(CellVariant.LSTM, Normalisation.NONE), CLASSES);
    }

    private static INDArray ids() {
        return SmallNetworks.ids(6, 5, VOCABULARY, 1);
    }

    private static INDArray labels() {
        return SmallNetworks.labels(6, CLASSES, 2);
    }

    /** How far one step moves the parameters. */
    private static float[] step(MultiLayerNetwork network) {
        float[] before = SmallNetworks.numbers(network.params());
        network.fit(ids(), labels());
        return SmallNetworks.difference(SmallNetworks.numbers(network.params()), before);
    }

    private static float[] step(ComputationGraph graph) {
        float[] before = SmallNetworks.numbers(graph.params());
        graph.fit(new INDArray[] {ids()}, new INDArray[] {labels()});
        return SmallNetworks.difference(SmallNetworks.numbers(graph.params()), before);
    }

    private static float[] scaled(float[] values, double norm) {
        float[] scaled = values.clone();
        double factor = norm / SmallNetworks.norm(values);
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= (float) factor;
        }
        return scaled;
    }

    @ParameterizedTest
    @EachCell
    void aStepOfANetworkHasTheNormOfTheBound(CellVariant variant) {
        float[] free = step(network(variant, new Sgd(1.0)));
        MultiLayerNetwork network = network(variant, new Sgd(1.0));
        GlobalNorm.clip(network, SMALL);

        float[] clipped = step(network);

        assertThat(SmallNetworks.norm(free)).isGreaterThan(2 * SMALL);
        assertThat(SmallNetworks.norm(clipped)).isCloseTo(SMALL, within(1e-5 * SMALL + 1e-7));
        assertThat(clipped).containsExactly(scaled(free, SMALL), within(1e-7f));
    }

    @Test
    void aGradientALittleAboveTheBoundIsClippedAndOneALittleBelowIsNot() {
        float[] free = step(network(CellVariant.LSTM, new Sgd(1.0)));
        MultiLayerNetwork above = network(CellVariant.LSTM, new Sgd(1.0));
        MultiLayerNetwork below = network(CellVariant.LSTM, new Sgd(1.0));
        double norm = SmallNetworks.norm(free);
        GlobalNorm.clip(above, 0.95 * norm);
        GlobalNorm.clip(below, 1.05 * norm);

        assertThat(step(above)).containsExactly(scaled(free, 0.95 * norm), within(1e-6f));
        assertThat(step(below)).isEqualTo(free);
    }

    @Test
    void aGradientThatIsNoNumberSpoilsNoWeight() {
        MultiLayerNetwork network = network(CellVariant.LSTM, new Sgd(1.0));
        GlobalNorm.clip(network, SMALL);
        network.getParam("1_W").assign(Float.NaN);
        float[] before = SmallNetworks.numbers(network.params());

        assertThatThrownBy(() -> network.fit(ids(), labels()))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the gradient's norm is NaN; no weight was changed");
        assertThat(SmallNetworks.numbers(network.params())).isEqualTo(before);
    }

    @Test
    void aStepOfAGraphHasTheNormOfTheBound() {
        float[] free = step(graph());
        ComputationGraph graph = graph();
        GlobalNorm.clip(graph, SMALL);

        float[] clipped = step(graph);

        assertThat(SmallNetworks.norm(free)).isGreaterThan(2 * SMALL);
        assertThat(SmallNetworks.norm(clipped)).isCloseTo(SMALL, within(1e-5 * SMALL + 1e-7));
        assertThat(clipped).containsExactly(scaled(free, SMALL), within(1e-7f));
    }

    @Test
    void aLazyNetworkIsClippedLikeADenseOne() {
        MultiLayerNetwork network = network(CellVariant.LSTM, new Lazy(new Sgd(1.0)));
        GlobalNorm.clip(network, SMALL);

        for (int i = 0; i < 3; i++) {
            assertThat(SmallNetworks.norm(step(network))).isCloseTo(SMALL, within(1e-5 * SMALL + 1e-7));
        }
    }

    @Test
    void aGradientBelowTheBoundKeepsEveryBit() {
        MultiLayerNetwork network = network(CellVariant.LSTM, new Sgd(1.0));
        GlobalNorm.clip(network, LARGE);
        ComputationGraph graph = graph();
        GlobalNorm.clip(graph, LARGE);

        assertThat(step(network)).containsExactly(step(network(CellVariant.LSTM, new Sgd(1.0))));
        assertThat(step(graph)).containsExactly(step(graph()));
    }

    @Test
    void theStateOfAnUpdaterStaysWhatItIs() {
        MultiLayerNetwork free = network(CellVariant.LSTM, new Lazy(new Adam(0.01)));
        MultiLayerNetwork clipped = network(CellVariant.LSTM, new Lazy(new Adam(0.01)));
        for (int i = 0; i < 3; i++) {
            step(free);
            step(clipped);
        }

        GlobalNorm.clip(clipped, LARGE);

        assertThat(step(clipped)).containsExactly(step(free));
    }

    @Test
    void theNewerBoundHolds() {
        MultiLayerNetwork network = network(CellVariant.LSTM, new Sgd(1.0));
        GlobalNorm.clip(network, SMALL / 10);

        GlobalNorm.clip(network, SMALL);

        assertThat(SmallNetworks.norm(step(network))).isCloseTo(SMALL, within(1e-5 * SMALL + 1e-7));
    }

    @Test
    void runningAveragesStayOutOfTheNormAndMoveAsFreely() {
        RecurrentConf layer = layer(CellVariant.LSTM, Normalisation.BATCH);
        MultiLayerNetwork free = SmallNetworks.network(new Sgd(1.0), layer, SmallNetworks.softmax(2 * UNITS, CLASSES));
        MultiLayerNetwork network = free.clone();
        GlobalNorm.clip(network, SMALL);
        double averages = 0;

        double whole = SmallNetworks.norm(step(network));

        free.fit(ids(), labels());
        for (String name : new String[] {"0_mean", "0_var"}) {
            float[] start = new float[EMBEDDING];
            Arrays.fill(start, name.equals("0_var") ? 1 : 0);
            averages += Math.pow(
                    SmallNetworks.norm(SmallNetworks.difference(SmallNetworks.parameter(network, name), start)), 2);
            assertThat(SmallNetworks.parameter(network, name)).containsExactly(SmallNetworks.parameter(free, name));
        }
        assertThat(Math.sqrt(whole * whole - averages)).isCloseTo(SMALL, within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void refusesABoundThatIsNone(double bound) {
        MultiLayerNetwork network = network(CellVariant.LSTM, new Sgd(1.0));

        assertThatThrownBy(() -> GlobalNorm.clip(network, bound))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("norm")
                .hasMessageContaining(String.valueOf(bound));
        assertThatThrownBy(() -> GlobalNorm.clip(graph(), bound)).isInstanceOf(IllegalArgumentException.class);
    }
}
