package tritone.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import tritone.kernel.CellVariant;

/** The cell alone beside SimpleRnn and LSTM of Deeplearning4j, in networks that are otherwise the same. */
class StockParityTest {
    private static final int BATCH = 5;
    private static final int INPUTS = 4;
    private static final int UNITS = 6;
    private static final int CLASSES = 3;
    private static final int STEPS = 9;

    /** What stands above the cell. */
    enum Top {
        EVERY_STEP,
        LAST_STEP,
        POOLED;

        List<Layer> layers(Layer cell) {
            return switch (this) {
                case EVERY_STEP -> List.of(cell, SmallNetworks.softmaxPerStep(UNITS, CLASSES));
                case LAST_STEP -> List.of(new LastTimeStep(cell), SmallNetworks.softmax(UNITS, CLASSES));
                case POOLED ->
                    List.of(
                            cell,
                            new GlobalPoolingLayer.Builder(PoolingType.AVG).build(),
                            SmallNetworks.softmax(UNITS, CLASSES));
            };
        }

        INDArray labels() {
            return this == EVERY_STEP
                    ? SmallNetworks.stepLabels(BATCH, CLASSES, STEPS, 2)
                    : SmallNetworks.labels(BATCH, CLASSES, 2);
        }
    }

    private record Pair(CellVariant variant, MultiLayerNetwork ours, MultiLayerNetwork stock) {
        static Pair of(CellVariant variant, NeuralNetConfiguration.Builder settings, Top top) {
            MultiLayerNetwork stock =
                    network(settings, top.layers(stockLayer(variant)).toArray(Layer[]::new));
            RecurrentConf layer = SmallNetworks.layer(RecurrentOptions.of(variant), INPUTS, UNITS);
            MultiLayerNetwork ours = network(settings, top.layers(layer).toArray(Layer[]::new));
            Pair pair = new Pair(variant, ours, stock);
            stock.getParam("0_b").assign(Nd4j.create(SmallNetworks.uniform(UNITS * variant.gates(), 3)));
            stock.paramTable().forEach((name, values) -> ours.getParam(name).assign(pair.asOurs(name, values)));
            return pair;
        }

        /** Stock gates stand in the order g, f, o, i. */
        INDArray asOurs(String name, INDArray values) {
            if (variant != CellVariant.LSTM || !name.startsWith("0_")) {
                return values;
            }
            INDArray gates = values.rank() == 1 ? values.reshape(1, values.length()) : values;
            return Nd4j.concat(1, gate(gates, 3), gate(gates, 1), gate(gates, 2), gate(gates, 0));
        }

        private static INDArray gate(INDArray values, int gate) {
            return values.get(NDArrayIndex.all(), NDArrayIndex.interval(gate * UNITS, (gate + 1) * UNITS))
                    .dup();
        }

        void fit(INDArray input, INDArray labels, INDArray mask, INDArray labelMask) {
            ours.fit(input, labels, mask, labelMask);
            stock.fit(input, labels, mask, labelMask);
        }

        void assertSameParameters(double tolerance) {
            stock.paramTable()
                    .forEach((name, values) -> assertThat(SmallNetworks.numbers(ours.getParam(name)))
                            .as(name)
                            .containsExactly(SmallNetworks.numbers(asOurs(name, values)), within((float) tolerance)));
        }
    }

    private static MultiLayerNetwork network(NeuralNetConfiguration.Builder settings, Layer... layers) {
        return SmallNetworks.network(settings.clone(), layers);
    }

    private static Layer stockLayer(CellVariant variant) {
        return variant == CellVariant.LSTM
                ? new LSTM.Builder()
                        .nIn(INPUTS)
                        .nOut(UNITS)
                        .activation(Activation.TANH)
                        .build()
                : new SimpleRnn.Builder()
                        .nIn(INPUTS)
                        .nOut(UNITS)
                        .activation(Activation.TANH)
                        .build();
    }

    private static Stream<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (CellVariant variant : List.of(CellVariant.SIMPLE_RNN_TANH, CellVariant.LSTM)) {
            for (Top top : Top.values()) {
                cases.add(Arguments.of(variant, top, false));
                cases.add(Arguments.of(variant, top, true));
            }
        }
        return cases.stream();
    }

    private static INDArray mask(boolean masked) {
        return masked ? SmallNetworks.mask(STEPS, STEPS, 4, 1, 7, 3) : null;
    }

    private static INDArray labelMask(Top top, INDArray mask) {
        return top == Top.EVERY_STEP ? mask : null;
    }

    private static INDArray input() {
        return SmallNetworks.vectors(BATCH, INPUTS, STEPS, 1);
    }

    private static NeuralNetConfiguration.Builder plainSteps() {
        return SmallNetworks.settings(new Sgd(1.0));
    }

    @ParameterizedTest(name = "{0}, {1}, masked: {2}")
    @MethodSource("cases")
    void outputsAreTheSame(CellVariant variant, Top top, boolean masked) {
        Pair pair = Pair.of(variant, plainSteps(), top);
        INDArray mask = mask(masked);

        INDArray ours = pair.ours().output(input(), false, mask, labelMask(top, mask));

        INDArray stock = pair.stock().output(input(), false, mask, labelMask(top, mask));
        if (masked && top == Top.EVERY_STEP) {
            INDArray everyClass = mask.reshape(BATCH, 1, STEPS).broadcast(BATCH, CLASSES, STEPS);
            ours = ours.mul(everyClass);
            stock = stock.mul(everyClass);
        }
        assertThat(SmallNetworks.numbers(ours)).containsExactly(SmallNetworks.numbers(stock), within(1e-6f));
    }

    @ParameterizedTest(name = "{0}, masked")
    @EnumSource(names = {"SIMPLE_RNN_TANH", "LSTM"})
    void statesOfStepsThatAreNotPaddingAreTheSame(CellVariant variant) {
        Pair pair = Pair.of(variant, plainSteps(), Top.EVERY_STEP);

        INDArray ours = SmallNetworks.states(pair.ours(), input(), mask(true));

        INDArray stock = SmallNetworks.states(pair.stock(), input(), mask(true));
        INDArray steps = mask(true).reshape(BATCH, 1, STEPS).broadcast(BATCH, UNITS, STEPS);
        assertThat(SmallNetworks.numbers(ours.mul(steps)))
                .containsExactly(SmallNetworks.numbers(stock.mul(steps)), within(1e-6f));
    }

    /** With a rate of 1, a step is the gradient. */
    @ParameterizedTest(name = "{0}, {1}, masked: {2}")
    @MethodSource("cases")
    void gradientsAreTheSame(CellVariant variant, Top top, boolean masked) {
        Pair pair = Pair.of(variant, plainSteps(), top);
        INDArray mask = mask(masked);

        pair.fit(input(), top.labels(), mask, labelMask(top, mask));

        pair.assertSameParameters(2e-6);
    }

    @ParameterizedTest
    @EnumSource(names = {"SIMPLE_RNN_TANH", "LSTM"})
    void gradientsThatTheNetworkShowsAreTheSame(CellVariant variant) {
        Pair pair = Pair.of(variant, plainSteps(), Top.EVERY_STEP);

        for (MultiLayerNetwork network : List.of(pair.ours(), pair.stock())) {
            network.setInput(input());
            network.setLabels(Top.EVERY_STEP.labels());
            network.computeGradientAndScore();
        }

        pair.stock()
                .gradient()
                .gradientForVariable()
                .forEach((name, values) -> assertThat(
                                SmallNetworks.numbers(pair.ours().gradient().getGradientFor(name)))
                        .as(name)
                        .containsExactly(SmallNetworks.numbers(pair.asOurs(name, values)), within(2e-5f)));
    }

    @ParameterizedTest
    @EnumSource(names = {"SIMPLE_RNN_TANH", "LSTM"})
    void gradientsThatAreSumsOverTheBatchAreTheSame(CellVariant variant) {
        Pair pair = Pair.of(variant, plainSteps().miniBatch(false), Top.LAST_STEP);

        pair.fit(input(), Top.LAST_STEP.labels(), mask(true), null);

        pair.assertSameParameters(1e-5);
    }

    @ParameterizedTest
    @EnumSource(
            value = GradientNormalization.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"None"})
    void gradientsThatDeeplearning4jNormalisesAreTheSame(GradientNormalization normalization) {
        NeuralNetConfiguration.Builder settings =
                plainSteps().gradientNormalization(normalization).gradientNormalizationThreshold(0.02);
        Pair pair = Pair.of(CellVariant.LSTM, settings, Top.LAST_STEP);

        pair.fit(input(), Top.LAST_STEP.labels(), mask(true), null);

        pair.assertSameParameters(1e-5);
    }

    @ParameterizedTest(name = "{0}, {1}, masked: {2}")
    @MethodSource("trainings")
    void lossesOfFiftyStepsAreTheSame(CellVariant variant, Top top, boolean masked) {
        Pair pair = Pair.of(variant, SmallNetworks.settings(new Adam(1e-2)), top);
        INDArray mask = mask(masked);

        for (int step = 0; step < 50; step++) {
            pair.fit(input(), top.labels(), mask, labelMask(top, mask));

            double stock = pair.stock().score();
            assertThat(pair.ours().score()).as("step " + step).isCloseTo(stock, within(1e-4 * stock));
        }
    }

    /** Some of the cases: the stock layers take long. */
    private static Stream<Arguments> trainings() {
        return Stream.of(
                Arguments.of(CellVariant.SIMPLE_RNN_TANH, Top.EVERY_STEP, false),
                Arguments.of(CellVariant.SIMPLE_RNN_TANH, Top.LAST_STEP, true),
                Arguments.of(CellVariant.LSTM, Top.EVERY_STEP, true),
                Arguments.of(CellVariant.LSTM, Top.LAST_STEP, false));
    }
}
