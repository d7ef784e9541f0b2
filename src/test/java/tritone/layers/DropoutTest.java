package tritone.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import tritone.kernel.CellVariant;
import tritone.kernel.EachCell;
import tritone.network.Direction;
import tritone.network.Readout;
import tritone.vocabulary.Vocabulary;

class DropoutTest {
    private static final int VOCABULARY = 12;
    private static final int BATCH = 20;
    private static final int WIDTH = 30;
    private static final int STEPS = 4;

    private static MultiLayerNetwork reader(CellVariant variant, Dropouts dropouts, long seed) {
        RecurrentOptions options = RecurrentOptions.of(variant)
                .with(Direction.BOTH)
                .with(Readout.LAST)
                .withVocabulary(VOCABULARY)
                .with(dropouts);
        return SmallNetworks.network(
                SmallNetworks.settings(new Sgd(0.5)).seed(seed),
                SmallNetworks.layer(options, 4, 5),
                SmallNetworks.softmax(10, 2));
    }

    private static INDArray ids() {
        return SmallNetworks.ids(BATCH, STEPS, VOCABULARY, 1);
    }

    private static float[] trained(MultiLayerNetwork network, INDArray start) {
        network.setParams(start.dup());
        SmallNetworks.fit(network, ids(), SmallNetworks.labels(BATCH, 2, 2), 3);
        return SmallNetworks.numbers(network.params());
    }

    /** A ReLU cell whose sums are {@code inputs * x + states * h' + bias}, unit by unit. */
    private static MultiLayerNetwork plainCell(RecurrentOptions options, double inputs, double states, double bias) {
        MultiLayerNetwork network = SmallNetworks.network(
                new Sgd(1.0), SmallNetworks.layer(options, WIDTH, WIDTH), SmallNetworks.softmaxPerStep(WIDTH, 2));
        network.getParam("0_W").assign(Nd4j.eye(WIDTH).mul(inputs));
        network.getParam("0_RW").assign(Nd4j.eye(WIDTH).mul(states));
        network.getParam("0_b").assign(bias);
        return network;
    }

    private static RecurrentOptions relu(Dropouts dropouts) {
        return RecurrentOptions.of(CellVariant.SIMPLE_RNN_RELU).with(dropouts);
    }

    private static float[] step(INDArray states, int row, int step) {
        float[] numbers = new float[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            numbers[i] = states.getFloat(row, i, step);
        }
        return numbers;
    }

    private static double share(float[] numbers, float value) {
        int count = 0;
        for (float number : numbers) {
            count += number == value ? 1 : 0;
        }
        return (double) count / numbers.length;
    }

    @ParameterizedTest
    @EachCell
    void nothingIsDroppedOutsideOfTraining(CellVariant variant) {
        MultiLayerNetwork plain = reader(variant, Dropouts.NONE, 1);
        MultiLayerNetwork dropping = reader(variant, new Dropouts(0.5, 0.5, 0.5), 1);
        dropping.setParams(plain.params().dup());

        INDArray output = dropping.output(ids());

        assertThat(SmallNetworks.numbers(output)).containsExactly(SmallNetworks.numbers(plain.output(ids())));
    }

    @Test
    void theSameSeedTrainsTheSameBits() {
        for (Dropouts dropouts :
                new Dropouts[] {new Dropouts(0.5, 0, 0), new Dropouts(0, 0.5, 0), new Dropouts(0, 0, 0.5)}) {
            INDArray start = reader(CellVariant.LSTM, dropouts, 1).params();

            float[] weights = trained(reader(CellVariant.LSTM, dropouts, 1), start);

            assertThat(trained(reader(CellVariant.LSTM, dropouts, 1), start)).containsExactly(weights);
            assertThat(trained(reader(CellVariant.LSTM, dropouts, 2), start)).isNotEqualTo(weights);
            assertThat(trained(reader(CellVariant.LSTM, Dropouts.NONE, 1), start))
                    .isNotEqualTo(weights);
        }
    }

    @Test
    void inputsAreDroppedAtEveryStepOfASequenceOrAtNone() {
        MultiLayerNetwork network = plainCell(relu(new Dropouts(0.5, 0, 0)), 1, 0, 0);

        INDArray states = SmallNetworks.statesInTraining(network, Nd4j.ones(BATCH, WIDTH, STEPS));

        assertThat(SmallNetworks.numbers(states)).containsOnly(0, 2);
        assertThat(share(SmallNetworks.numbers(states), 0)).isBetween(0.4, 0.6);
        for (int row = 0; row < BATCH; row++) {
            for (int step = 1; step < STEPS; step++) {
                assertThat(step(states, row, step)).containsExactly(step(states, row, 0));
            }
        }
        assertThat(step(states, 1, 0)).isNotEqualTo(step(states, 0, 0));
    }

    @Test
    void statesAreDroppedAtEveryStepOfASequenceOrAtNone() {
        MultiLayerNetwork network = plainCell(relu(new Dropouts(0, 0.5, 0)), 0, 1, 1);

        INDArray states = SmallNetworks.statesInTraining(network, Nd4j.ones(BATCH, WIDTH, STEPS));

        float[] last = new float[BATCH * WIDTH];
        for (int row = 0; row < BATCH; row++) {
            System.arraycopy(step(states, row, STEPS - 1), 0, last, row * WIDTH, WIDTH);
        }
        assertThat(last).containsOnly(1, 15);
        assertThat(share(last, 1)).isBetween(0.4, 0.6);
    }

    @Test
    void otherNumbersAreDroppedInTheNextStepOfTraining() {
        MultiLayerNetwork network = plainCell(relu(new Dropouts(0.5, 0, 0)), 1, 0, 0);
        INDArray ones = Nd4j.ones(BATCH, WIDTH, STEPS);
        INDArray first = SmallNetworks.statesInTraining(network, ones).dup();

        INDArray kept = network.params().dup();
        network.fit(ones, SmallNetworks.stepLabels(BATCH, 2, STEPS, 1));
        network.setParams(kept);

        assertThat(SmallNetworks.numbers(SmallNetworks.statesInTraining(network, ones)))
                .containsOnly(0, 2)
                .isNotEqualTo(SmallNetworks.numbers(first));
    }

    @Test
    void theGradientSeesTheInputsThatWereKept() {
        MultiLayerNetwork network = plainCell(relu(new Dropouts(0.5, 0, 0)), 1, 0, 1);
        INDArray input = Nd4j.zeros(1, WIDTH, STEPS);
        for (int i = 0; i < WIDTH; i++) {
            input.putScalar(new int[] {0, i, 0}, 1);
        }
        float[] kept = step(SmallNetworks.statesInTraining(network, input), 0, 0);
        INDArray before = network.getParam("0_W").dup();

        network.fit(input, SmallNetworks.stepLabels(1, 2, STEPS, 1));

        INDArray moved = network.getParam("0_W").sub(before);
        for (int i = 0; i < WIDTH; i++) {
            double change = moved.getRow(i).norm2Number().doubleValue();
            assertThat(change > 0).as("input " + i).isEqualTo(kept[i] == 3);
        }
    }

    @Test
    void droppedWordsBecomeTheUnknownOne() {
        RecurrentOptions options =
                relu(Dropouts.NONE).withVocabulary(VOCABULARY).with(new Dropouts(0, 0, 0.999));
        MultiLayerNetwork network = plainCell(options, 1, 0, 0);
        network.getParam("0_E").assign(1);
        for (int i = 0; i < WIDTH; i++) {
            network.getParam("0_E").putScalar(Vocabulary.UNKNOWN, i, 7);
        }

        INDArray states = SmallNetworks.statesInTraining(network, Nd4j.valueArrayOf(BATCH, STEPS, 5.0));

        assertThat(share(SmallNetworks.numbers(states), 7)).isGreaterThan(0.95);
    }

    @Test
    void aShareOfTheWordsIsDropped() {
        RecurrentOptions options =
                relu(Dropouts.NONE).withVocabulary(VOCABULARY).with(new Dropouts(0, 0, 0.3));
        MultiLayerNetwork network = plainCell(options, 1, 0, 0);
        network.getParam("0_E").assign(1);
        for (int i = 0; i < WIDTH; i++) {
            network.getParam("0_E").putScalar(Vocabulary.UNKNOWN, i, 7);
        }

        INDArray states = SmallNetworks.statesInTraining(network, Nd4j.valueArrayOf(BATCH, 50, 5.0));

        assertThat(share(SmallNetworks.numbers(states), 7)).isBetween(0.25, 0.35);
    }

    @Test
    void dropoutOfDeeplearning4jWorksWhereVectorsComeIn() {
        RecurrentConf layer = new RecurrentConf.Builder(relu(Dropouts.NONE))
                .nIn(WIDTH)
                .nOut(WIDTH)
                .dropOut(0.5)
                .build();
        MultiLayerNetwork network = SmallNetworks.network(new Sgd(1.0), layer, SmallNetworks.softmaxPerStep(WIDTH, 2));
        INDArray ones = Nd4j.ones(BATCH, WIDTH, STEPS);

        INDArray training = SmallNetworks.statesInTraining(network, ones).dup();

        assertThat(SmallNetworks.numbers(training))
                .isNotEqualTo(SmallNetworks.numbers(SmallNetworks.states(network, ones, null)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, 1.5, Double.NaN})
    void refusesSharesThatAreNone(double share) {
        assertThatThrownBy(() -> new Dropouts(share, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("input dropout")
                .hasMessageContaining(String.valueOf(share));
        assertThatThrownBy(() -> new Dropouts(0, share, 0)).hasMessageContaining("state dropout");
        assertThatThrownBy(() -> new Dropouts(0, 0, share)).hasMessageContaining("word dropout");
    }

    @Test
    void refusesToDropWordsWhereVectorsComeIn() {
        RecurrentOptions options = RecurrentOptions.of(CellVariant.LSTM).with(new Dropouts(0, 0, 0.1));

        assertThatThrownBy(
                        () -> new RecurrentConf.Builder(options).nIn(4).nOut(5).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("words");
    }

    @Test
    void refusesToDropIdsLikeActivations() {
        RecurrentOptions options = RecurrentOptions.of(CellVariant.LSTM).withVocabulary(VOCABULARY);

        assertThatThrownBy(() -> new RecurrentConf.Builder(options)
                        .nIn(4)
                        .nOut(5)
                        .dropOut(0.5)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ids");
    }

    @Test
    void refusesToDropIdsLikeActivationsWhereThatIsSetForAllLayers() {
        RecurrentOptions options = relu(Dropouts.NONE).withVocabulary(VOCABULARY);

        assertThatThrownBy(() -> {
                    MultiLayerNetwork network = SmallNetworks.network(
                            SmallNetworks.settings(new Sgd(1.0)).dropOut(0.5),
                            SmallNetworks.layer(options, 4, 5),
                            SmallNetworks.softmaxPerStep(5, 2));
                    SmallNetworks.statesInTraining(network, ids());
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ids");
    }
}
