package tritone.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import tritone.encoding.ReviewBatch;
import tritone.kernel.CellVariant;
import tritone.network.CellSpec;
import tritone.network.Direction;
import tritone.network.NetworkSpec;
import tritone.network.Normalisation;
import tritone.network.Readout;

/** What a network made of a batch in the pass that a step was made of. */
class StepOutputsTest {
    private static final int BATCH = 6;

    private static NetworkSpec spec(int classes) {
        CellSpec cell = new CellSpec(CellVariant.SIMPLE_RNN_TANH, 4, Direction.FORWARD, Normalisation.NONE);
        return new NetworkSpec(9, 3, cell, 1, Readout.MEAN, classes);
    }

    private static LearningOptions dropping() {
        return new LearningOptions(
                new Beginning(Initialisation.XAVIER, Initialisation.ORTHOGONAL, 1),
                new Dropouts(0.3, 0.3, 0.3),
                0,
                new Optimiser(Optimiser.Kind.SGD, 0, 0, Optimiser.Updates.LAZY),
                Clipping.toNorm(1));
    }

    /** From sums as a loss is defined on them. */
    private static double loss(float[] sums, int[] classes, int outputs) {
        double loss = 0;
        for (int review = 0; review < classes.length; review++) {
            if (outputs == 1) {
                loss += Math.log1p(Math.exp(classes[review] == 1 ? -sums[review] : sums[review]));
            } else {
                double all = 0;
                for (int output = 0; output < outputs; output++) {
                    all += Math.exp(sums[review * outputs + output]);
                }
                loss += Math.log(all) - sums[review * outputs + classes[review]];
            }
        }
        return loss / classes.length;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void areThoseThatTheLossWasTakenOfThoughSomeWasDropped(int classes) {
        NetworkSpec spec = spec(classes);
        MultiLayerNetwork network = new MultiLayerNetwork(Networks.configuration(spec, dropping(), new Sgd(0.5), 4));
        network.init();
        INDArray ids = SmallNetworks.ids(BATCH, 7, 9, 3);
        int[] truth = {0, 1, classes - 1, 1, 0, 1};
        INDArray labels =
                Nd4j.create(Targets.of(truth, spec.outputs()).values(), new long[] {BATCH, spec.outputs()}, 'c');

        for (int step = 0; step < 5; step++) {
            network.fit(ids, labels);

            float[] sums = Networks.outputs(network);
            assertThat(sums).hasSize(BATCH * spec.outputs());
            assertThat(loss(sums, truth, spec.outputs())).isCloseTo(network.score(), within(1e-5));
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 1 0 1", "3, 2 0 1"})
    void answersAreTheGreatest(int classes, String wanted) {
        ReviewBatch batch = new ReviewBatch(new int[] {0, 1, 2}, new int[] {2, 3, 4, 5, 6, 7}, new int[] {2, 2, 2}, 2);
        int[] truth =
                Arrays.stream(wanted.split(" ")).mapToInt(Integer::parseInt).toArray();
        Optimiser adam = new Optimiser(Optimiser.Kind.ADAM, 0, 0, Optimiser.Updates.LAZY);
        NetworkTrainer trainer = NetworkTrainer.of(spec(classes), LearningOptions.of(adam), 1, 1);
        trainer.setRate(0.05);

        for (int step = 0; step < 200; step++) {
            trainer.fit(batch, Targets.of(truth, spec(classes).outputs()));
        }

        assertThat(trainer.answers()).containsExactly(truth);
    }

    @Test
    void stockLayersKeepNone() {
        NetworkTrainer stock = NetworkTrainer.stock(
                new NetworkSpec(
                        9,
                        3,
                        new CellSpec(CellVariant.LSTM, 4, Direction.FORWARD, Normalisation.NONE),
                        1,
                        Readout.LAST,
                        2),
                1);

        assertThatThrownBy(stock::answers)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("stock layers keep no outputs of a step");
    }
}
