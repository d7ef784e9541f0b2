package tritone.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.gradientcheck.GradientCheckUtil.MLNConfig;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import tritone.kernel.CellVariant;
import tritone.kernel.EachCell;
import tritone.network.Direction;
import tritone.network.LevelShape;
import tritone.network.Normalisation;
import tritone.network.Readout;

/** Deeplearning4j's own checker over our layers, in double precision. */
class GradientCheckTest {
    private static final int BATCH = 3;
    private static final int STEPS = 4;
    private static final int INPUTS = 2;
    private static final int UNITS = 2;
    private static final int VOCABULARY = 4;

    @BeforeAll
    static void countInDoublePrecision() {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    }

    @AfterAll
    static void countInSinglePrecisionAgain() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    static Stream<Arguments> everyVariantDirectionAndReadout() {
        List<Arguments> all = new ArrayList<>();
        for (CellVariant variant : EachCell.VARIANTS) {
            for (Direction direction : Direction.values()) {
                for (Readout readout : Readout.values()) {
                    all.add(Arguments.of(variant, direction, readout));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("everyVariantDirectionAndReadout")
    void gradientsOfACellAreRight(CellVariant variant, Direction direction, Readout readout) {
        RecurrentOptions options = RecurrentOptions.of(variant).with(direction).with(readout);

        assertThat(check(options, vectors(), Set.of())).isTrue();
    }

    @ParameterizedTest
    @EachCell
    void gradientsOfACellWithItsEmbeddingAreRight(CellVariant variant) {
        RecurrentOptions options = RecurrentOptions.of(variant)
                .with(Direction.BOTH)
                .with(Readout.LAST_MEAN_MAX)
                .withVocabulary(VOCABULARY);

        assertThat(check(options, ids(), Set.of())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Normalisation.class,
            names = {"LAYER", "BATCH"})
    void gradientsThroughNormalisationAreRight(Normalisation normalisation) {
        RecurrentOptions options = RecurrentOptions.of(CellVariant.LSTM)
                .with(normalisation)
                .with(Readout.LAST)
                .withVocabulary(VOCABULARY);

        assertThat(check(options, ids(), Set.of("0_" + LevelShape.MEAN, "0_" + LevelShape.VARIANCE)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void gradientsWithoutACellAreRight(Readout readout) {
        RecurrentOptions options = RecurrentOptions.of(CellVariant.NONE).with(readout);

        assertThat(check(options, vectors(), Set.of())).isTrue();
        assertThat(check(options.with(Normalisation.LAYER), vectors(), Set.of()))
                .isTrue();
        assertThat(check(options.withVocabulary(VOCABULARY), ids(), Set.of())).isTrue();
        assertThat(check(options.with(Normalisation.LAYER).withVocabulary(VOCABULARY), ids(), Set.of()))
                .isTrue();
    }

    @Test
    void theCheckerFindsAGradientThatIsCutOff() {
        RecurrentOptions options =
                RecurrentOptions.of(CellVariant.LSTM).with(Readout.LAST).withWindow(2);

        assertThat(check(options, vectors(), Set.of())).isFalse();
    }

    private static INDArray vectors() {
        return random(INPUTS);
    }

    private static INDArray random(int width) {
        Random random = new Random(7);
        double[] numbers = new double[BATCH * width * STEPS];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = random.nextGaussian();
        }
        return Nd4j.create(numbers, new long[] {BATCH, width, STEPS}, 'c');
    }

    private static INDArray ids() {
        double[] numbers = {1, 2, 3, 2, 2, 2, 1, 0, 3, 0, 0, 0};
        return Nd4j.create(numbers, new long[] {BATCH, STEPS}, 'c');
    }

    private static INDArray mask() {
        return Nd4j.create(new double[][] {{1, 1, 1, 1}, {1, 1, 1, 0}, {1, 0, 0, 0}});
    }

    private static boolean check(RecurrentOptions options, INDArray input, Set<String> excluded) {
        boolean states = options.readout() == Readout.STATES;
        int width = options.direction().cells() * UNITS;
        Layer output = states
                ? new RnnOutputLayer.Builder(LossFunction.MSE)
                        .nIn(width)
                        .nOut(2)
                        .activation(Activation.TANH)
                        .build()
                : new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(options.readout().features(width))
                        .nOut(2)
                        .activation(Activation.TANH)
                        .build();
        Layer cell = new RecurrentConf.Builder(options).nIn(INPUTS).nOut(UNITS).build();
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .updater(new NoOp())
                .seed(5)
                .list()
                .layer(cell)
                .layer(output)
                .build());
        network.init();
        spread(network.params());
        return GradientCheckUtil.checkGradients(new MLNConfig()
                .net(network)
                .input(input)
                .inputMask(mask())
                .labels(states ? random(2) : Nd4j.create(new double[][] {{1, 0}, {0, 1}, {0.3, -0.5}}))
                .labelMask(states ? mask() : null)
                .epsilon(1e-6)
                .maxRelError(1e-4)
                .minAbsoluteError(1e-8)
                .excludeParams(excluded));
    }

    /** No parameter zero, so that none hides another; variances stay positive. */
    private static void spread(INDArray parameters) {
        Random random = new Random(3);
        for (long i = 0; i < parameters.length(); i++) {
            parameters.putScalar(i, parameters.getDouble(i) + 0.6 * random.nextDouble() - 0.1);
        }
    }
}
