package tritone.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import tritone.kernel.CellVariant;
import tritone.network.Readout;

class UpdaterTest {
    private static final int VOCABULARY = 10;
    private static final int EMBEDDING = 3;
    private static final int UNITS = 4;
    private static final int CLASSES = 2;
    private static final INDArray FIRST_WORDS = SmallNetworks.ids(6, 5, 5, 1);
    private static final INDArray ALL_WORDS =
            SmallNetworks.rows(new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, new float[] {9, 8, 7, 6, 5, 4, 3, 2, 1, 0});

    private static Stream<IUpdater> updaters() {
        return Stream.of(
                new Sgd(0.5),
                new Nesterovs(0.1, 0.9),
                new RmsProp(0.01),
                new AdaGrad(0.05),
                new Adam(0.02),
                new Nadam(0.02),
                new AMSGrad(0.02));
    }

    private static MultiLayerNetwork network(IUpdater updater) {
        RecurrentOptions options = RecurrentOptions.of(CellVariant.GRU_RESET_BEFORE)
                .with(Readout.LAST)
                .withVocabulary(VOCABULARY);
        return SmallNetworks.network(
                updater, SmallNetworks.layer(options, EMBEDDING, UNITS), SmallNetworks.softmax(UNITS, CLASSES));
    }

    private static void fit(MultiLayerNetwork network, INDArray ids, int times) {
        SmallNetworks.fit(network, ids, SmallNetworks.labels((int) ids.size(0), CLASSES, 2), times);
    }

    private static float[] vector(MultiLayerNetwork network, int id) {
        float[] embedding = SmallNetworks.parameter(network, "0_E");
        return Arrays.copyOfRange(embedding, id * EMBEDDING, (id + 1) * EMBEDDING);
    }

    @ParameterizedTest
    @MethodSource("updaters")
    void theLossFalls(IUpdater updater) {
        for (IUpdater tried : List.of(updater, new Lazy(updater))) {
            MultiLayerNetwork network = network(tried);
            fit(network, FIRST_WORDS, 1);
            double first = network.score();

            fit(network, FIRST_WORDS, 25);

            assertThat(network.score()).isLessThan(0.95 * first);
        }
    }

    @ParameterizedTest
    @MethodSource("updaters")
    void lazyIsDenseInTheFirstStep(IUpdater updater) {
        MultiLayerNetwork dense = network(updater);
        MultiLayerNetwork lazy = network(new Lazy(updater));

        fit(dense, FIRST_WORDS, 1);
        fit(lazy, FIRST_WORDS, 1);

        assertThat(SmallNetworks.numbers(lazy.params()))
                .containsExactly(SmallNetworks.numbers(dense.params()), within(1e-6f));
    }

    @ParameterizedTest
    @MethodSource("updaters")
    void lazyIsDenseWhereAllWordsOccurInEachBatch(IUpdater updater) {
        MultiLayerNetwork dense = network(updater);
        MultiLayerNetwork lazy = network(new Lazy(updater));

        fit(dense, ALL_WORDS, 10);
        fit(lazy, ALL_WORDS, 10);

        assertThat(SmallNetworks.numbers(lazy.params()))
                .containsExactly(SmallNetworks.numbers(dense.params()), within(1e-4f));
    }

    @ParameterizedTest
    @MethodSource("updaters")
    void lazyLeavesEveryBitOfWordsThatNeverOccurred(IUpdater updater) {
        MultiLayerNetwork network = network(new Lazy(updater));
        float[] before = vector(network, VOCABULARY - 1);
        float[] occurring = vector(network, (int) FIRST_WORDS.getFloat(0, 0));

        fit(network, FIRST_WORDS, 5);

        assertThat(vector(network, VOCABULARY - 1)).containsExactly(before);
        assertThat(vector(network, (int) FIRST_WORDS.getFloat(0, 0))).isNotEqualTo(occurring);
    }

    @Test
    void denseMovesWordsAfterTheyStoppedOccurringAndLazyDoesNot() {
        MultiLayerNetwork dense = network(new Adam(0.02));
        MultiLayerNetwork lazy = network(new Lazy(new Adam(0.02)));
        fit(dense, ALL_WORDS, 3);
        fit(lazy, ALL_WORDS, 3);
        float[] denseBefore = vector(dense, VOCABULARY - 1);
        float[] lazyBefore = vector(lazy, VOCABULARY - 1);

        fit(dense, FIRST_WORDS, 3);
        fit(lazy, FIRST_WORDS, 3);

        assertThat(vector(dense, VOCABULARY - 1)).isNotEqualTo(denseBefore);
        assertThat(vector(lazy, VOCABULARY - 1)).containsExactly(lazyBefore);
    }

    @Test
    void lazyKeepsTheStateOfWordsThatDoNotOccur() {
        MultiLayerNetwork network = network(new Lazy(new Adam(0.02)));
        MultiLayerNetwork rested = network(new Lazy(new Adam(0.02)));
        fit(network, ALL_WORDS, 2);
        fit(rested, ALL_WORDS, 2);

        fit(network, FIRST_WORDS, 2);

        float[] state = SmallNetworks.numbers(network.getUpdater().getStateViewArray());
        float[] before = SmallNetworks.numbers(rested.getUpdater().getStateViewArray());
        int row = (VOCABULARY - 1) * EMBEDDING;
        assertThat(Arrays.copyOfRange(state, row, row + EMBEDDING))
                .containsExactly(Arrays.copyOfRange(before, row, row + EMBEDDING));
        assertThat(Arrays.copyOf(state, EMBEDDING)).isNotEqualTo(Arrays.copyOf(before, EMBEDDING));
    }

    @Test
    void lazyFollowsAScheduleOfRates() {
        MapSchedule schedule = new MapSchedule.Builder(ScheduleType.ITERATION)
                .add(0, 0.5)
                .add(2, 0.0)
                .build();
        MultiLayerNetwork network = network(new Lazy(new Sgd(schedule)));
        fit(network, ALL_WORDS, 2);
        float[] before = SmallNetworks.numbers(network.params());

        fit(network, ALL_WORDS, 2);

        assertThat(SmallNetworks.numbers(network.params())).containsExactly(before);
    }

    @Test
    void lazyTellsAndChangesItsRate() {
        MultiLayerNetwork network = network(new Lazy(new Sgd(0.02)));

        network.setLearningRate(0.0);

        assertThat(network.getLearningRate(0)).isZero();
        float[] before = SmallNetworks.numbers(network.params());
        fit(network, ALL_WORDS, 2);
        assertThat(SmallNetworks.numbers(network.params())).containsExactly(before);
    }
}
