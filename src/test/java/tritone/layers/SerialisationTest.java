package tritone.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import tritone.kernel.CellVariant;
import tritone.network.Direction;
import tritone.network.Normalisation;
import tritone.network.Readout;

class SerialisationTest {
    private static final int VOCABULARY = 9;
    private static final int EMBEDDING = 4;
    private static final int UNITS = 5;
    private static final int CLASSES = 3;

    /** None of them what {@link RecurrentOptions#of} gives. */
    private static final RecurrentOptions OPTIONS = new RecurrentOptions(
            CellVariant.LSTM_PEEPHOLE,
            Direction.BOTH,
            Normalisation.BATCH,
            Readout.LAST_MEAN_MAX,
            VOCABULARY,
            new Dropouts(0.1, 0.2, 0.3),
            2.5,
            4);

    @TempDir
    Path folder;

    private static RecurrentConf layer() {
        return new RecurrentConf.Builder(OPTIONS)
                .nIn(EMBEDDING)
                .nOut(UNITS)
                .weightInit(WeightInit.RELU)
                .weightInitRecurrent(new OrthogonalInit())
                .dataFormat(RNNFormat.NWC)
                .l2(1e-3)
                .name("reader")
                .build();
    }

    private static IUpdater updater(boolean lazy) {
        return lazy ? new Lazy(new Adam(0.02)) : new Adam(0.02);
    }

    private static MultiLayerConfiguration configuration() {
        return SmallNetworks.settings(updater(true))
                .list(layer(), SmallNetworks.softmax(6 * UNITS, CLASSES))
                .build();
    }

    private static MultiLayerNetwork network(boolean lazy) {
        MultiLayerNetwork network = SmallNetworks.network(
                updater(lazy),
                SmallNetworks.layer(OPTIONS, EMBEDDING, UNITS),
                SmallNetworks.softmax(6 * UNITS, CLASSES));
        GlobalNorm.clip(network, 0.1);
        return network;
    }

    private static INDArray ids() {
        return SmallNetworks.ids(6, 7, VOCABULARY, 1);
    }

    private static INDArray labels() {
        return SmallNetworks.labels(6, CLASSES, 2);
    }

    private static void fit(MultiLayerNetwork network, int times) {
        SmallNetworks.fit(network, ids(), labels(), times);
    }

    private static void fit(ComputationGraph graph, int times) {
        for (int i = 0; i < times; i++) {
            graph.fit(new INDArray[] {ids()}, new INDArray[] {labels()});
        }
    }

    private static void assertSameBits(INDArray actual, INDArray expected) {
        assertThat(SmallNetworks.numbers(actual)).containsExactly(SmallNetworks.numbers(expected));
    }

    @Test
    void aConfigurationIsTheSameAfterJson() {
        MultiLayerConfiguration written = configuration();

        MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(written.toJson());

        assertThat(read).isEqualTo(written).hasSameHashCodeAs(written);
        assertThat(read.toJson()).isEqualTo(written.toJson());
        RecurrentConf layer = (RecurrentConf) read.getConf(0).getLayer();
        assertThat(layer.options()).isEqualTo(OPTIONS);
        assertThat(layer.getWeightInitFnRecurrent()).isEqualTo(new OrthogonalInit());
        assertThat(layer.getRnnDataFormat()).isEqualTo(RNNFormat.NWC);
        assertThat(layer.getIUpdater()).isEqualTo(updater(true));
    }

    @Test
    void aConfigurationIsTheSameAfterYaml() {
        MultiLayerConfiguration written = configuration();

        assertThat(MultiLayerConfiguration.fromYaml(written.toYaml())).isEqualTo(written);
    }

    @Test
    void configurationsWithOtherOptionsDiffer() {
        RecurrentConf layer = SmallNetworks.layer(OPTIONS, EMBEDDING, UNITS);
        RecurrentConf other = SmallNetworks.layer(OPTIONS.withWindow(5), EMBEDDING, UNITS);

        assertThat(layer).isNotEqualTo(other).isEqualTo(layer.clone());
    }

    @ParameterizedTest(name = "lazy: {0}")
    @ValueSource(booleans = {true, false})
    void aRestoredNetworkGivesTheSameBits(boolean lazy) throws IOException {
        MultiLayerNetwork network = network(lazy);
        fit(network, 5);

        MultiLayerNetwork restored = restored(network);

        assertSameBits(restored.output(ids()), network.output(ids()));
    }

    @ParameterizedTest(name = "lazy: {0}")
    @ValueSource(booleans = {true, false})
    void aRestoredNetworkGoesOnTrainingWithTheSameBits(boolean lazy) throws IOException {
        MultiLayerNetwork network = network(lazy);
        fit(network, 5);

        MultiLayerNetwork restored = restored(network);
        GlobalNorm.clip(restored, 0.1);
        fit(network, 3);
        fit(restored, 3);

        assertSameBits(restored.params(), network.params());
        assertSameBits(
                restored.getUpdater().getStateViewArray(), network.getUpdater().getStateViewArray());
    }

    private MultiLayerNetwork restored(MultiLayerNetwork network) throws IOException {
        File file = folder.resolve("network.zip").toFile();
        ModelSerializer.writeModel(network, file, true);
        return ModelSerializer.restoreMultiLayerNetwork(file, true);
    }

    @ParameterizedTest(name = "lazy: {0}")
    @ValueSource(booleans = {true, false})
    void aRestoredGraphGoesOnTrainingWithTheSameBits(boolean lazy) throws IOException {
        ComputationGraph graph =
                SmallNetworks.graph(updater(lazy), SmallNetworks.layer(OPTIONS, EMBEDDING, UNITS), CLASSES);
        GlobalNorm.clip(graph, 0.1);
        fit(graph, 5);
        File file = folder.resolve("graph.zip").toFile();

        ModelSerializer.writeModel(graph, file, true);
        ComputationGraph restored = ModelSerializer.restoreComputationGraph(file, true);

        assertSameBits(restored.outputSingle(ids()), graph.outputSingle(ids()));
        GlobalNorm.clip(restored, 0.1);
        fit(graph, 3);
        fit(restored, 3);
        assertSameBits(restored.params(), graph.params());
    }

    @ParameterizedTest(name = "lazy: {0}")
    @ValueSource(booleans = {true, false})
    void aCloneGoesOnTrainingWithTheSameBitsAndByItself(boolean lazy) {
        MultiLayerNetwork network = network(lazy);
        fit(network, 5);

        MultiLayerNetwork clone = network.clone();
        GlobalNorm.clip(clone, 0.1);
        INDArray before = network.params().dup();
        fit(clone, 3);

        assertSameBits(network.params(), before);
        fit(network, 3);
        assertSameBits(clone.params(), network.params());
    }

    @Test
    void aCloneOfAGraphGivesTheSameBits() {
        ComputationGraph graph =
                SmallNetworks.graph(updater(true), SmallNetworks.layer(OPTIONS, EMBEDDING, UNITS), CLASSES);
        fit(graph, 3);

        ComputationGraph clone = graph.clone();

        assertSameBits(clone.outputSingle(ids()), graph.outputSingle(ids()));
    }

    @Test
    void parametersSetAsOneVectorAreTheSame() {
        MultiLayerNetwork network = network(true);
        MultiLayerNetwork other = network(true);
        fit(network, 5);

        other.setParams(network.params().dup());

        assertSameBits(other.output(ids()), network.output(ids()));
        assertThat(SmallNetworks.parameter(other, "0_backRW"))
                .containsExactly(SmallNetworks.parameter(network, "0_backRW"));
    }

    @Test
    void parametersSetByNameAreTheSame() {
        MultiLayerNetwork network = network(true);
        MultiLayerNetwork other = network(true);
        fit(network, 5);

        other.setParamTable(network.paramTable());

        assertSameBits(other.params(), network.params());
        assertSameBits(other.output(ids()), network.output(ids()));
    }
}
