package tritone.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import tritone.kernel.CellVariant;
import tritone.kernel.EachCell;
import tritone.network.CellSpec;
import tritone.network.Direction;
import tritone.network.NetworkSpec;
import tritone.network.Normalisation;
import tritone.network.Readout;

class ThreadsTest {
    private static final int VOCABULARY = 60;
    private static final int BATCH = 70;
    private static final int STEPS = 12;

    private static Stream<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (CellVariant variant : EachCell.VARIANTS) {
            cases.add(Arguments.of(variant, new Adam(0.01), Normalisation.NONE, Readout.LAST));
            cases.add(Arguments.of(variant, new Lazy(new Adam(0.01)), Normalisation.BATCH, Readout.ATTENTION));
        }
        cases.add(
                Arguments.of(CellVariant.GRU_RESET_BEFORE, new Adam(0.01), Normalisation.LAYER, Readout.LAST_MEAN_MAX));
        return cases.stream();
    }

    private static LearningOptions options(Dropouts dropouts) {
        return new LearningOptions(Beginning.USUAL, dropouts, 0, Optimiser.ADAM, Clipping.NONE);
    }

    private static MultiLayerNetwork network(NetworkSpec spec, IUpdater updater, int threads) {
        MultiLayerNetwork network =
                new MultiLayerNetwork(Networks.configuration(spec, options(new Dropouts(0.1, 0.1, 0.1)), updater, 1));
        network.init();
        GlobalNorm.clip(network, 0.1);
        Networks.setThreads(network, threads);
        return network;
    }

    private static float[] trained(NetworkSpec spec, IUpdater updater, int threads) {
        MultiLayerNetwork network = network(spec, updater, threads);
        int[] lengths = new int[BATCH];
        for (int row = 0; row < BATCH; row++) {
            lengths[row] = 1 + row * 7 % STEPS;
        }
        INDArray mask = SmallNetworks.mask(STEPS, lengths);
        for (int i = 0; i < 10; i++) {
            INDArray ids = SmallNetworks.ids(BATCH, STEPS, VOCABULARY, i);
            network.fit(ids, SmallNetworks.labels(BATCH, 3, i), mask, null);
        }
        return SmallNetworks.numbers(network.params());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noNumberOfThreadsChangesABit(
            CellVariant variant, IUpdater updater, Normalisation normalisation, Readout readout) {
        CellSpec cell = new CellSpec(variant, 13, Direction.BOTH, normalisation);
        NetworkSpec spec = new NetworkSpec(VOCABULARY, 8, cell, 2, readout, 3);

        float[] weights = trained(spec, updater, 1);

        assertThat(trained(spec, updater, 2)).containsExactly(weights);
        assertThat(trained(spec, updater, 8)).containsExactly(weights);
    }

    @Test
    void refusesToHaveNoThreads() {
        CellSpec cell = new CellSpec(CellVariant.LSTM, 3, Direction.FORWARD, Normalisation.NONE);
        NetworkSpec spec = new NetworkSpec(VOCABULARY, 8, cell, 1, Readout.LAST, 2);

        assertThatThrownBy(() -> network(spec, new Adam(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("threads")
                .hasMessageContaining("0");
    }
}
