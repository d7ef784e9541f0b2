package tritone.layers;

import java.util.Random;
import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Networks, inputs and labels of a few numbers. */
final class SmallNetworks {
    static final long SEED = 7;

    private SmallNetworks() {}

    /** Numbers between -1 and 1. */
    static float[] uniform(int length, long seed) {
        Random random = new Random(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = 2 * random.nextFloat() - 1;
        }
        return values;
    }

    /** {@code [batch][width][steps]}. */
    static INDArray vectors(int batch, int width, int steps, long seed) {
        return Nd4j.create(uniform(batch * width * steps, seed), new long[] {batch, width, steps}, 'c');
    }

    /** {@code [batch][steps]}, below {@code bound}. */
    static INDArray ids(int batch, int steps, int bound, long seed) {
        Random random = new Random(seed);
        float[] ids = new float[batch * steps];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = random.nextInt(bound);
        }
        return Nd4j.create(ids, new long[] {batch, steps}, 'c');
    }

    static INDArray rows(float[]... rows) {
        return Nd4j.create(rows);
    }

    /** Ones up to each length. */
    static INDArray mask(int steps, int... lengths) {
        float[][] mask = new float[lengths.length][steps];
        for (int row = 0; row < lengths.length; row++) {
            for (int step = 0; step < lengths[row]; step++) {
                mask[row][step] = 1;
            }
        }
        return Nd4j.create(mask);
    }

    /** One of {@code classes} per row, {@code [batch][classes]}. */
    static INDArray labels(int batch, int classes, long seed) {
        Random random = new Random(seed);
        float[][] labels = new float[batch][classes];
        for (float[] label : labels) {
            label[random.nextInt(classes)] = 1;
        }
        return Nd4j.create(labels);
    }

    /** One of {@code classes} per step, {@code [batch][classes][steps]}. */
    static INDArray stepLabels(int batch, int classes, int steps, long seed) {
        Random random = new Random(seed);
        float[][][] labels = new float[batch][classes][steps];
        for (float[][] label : labels) {
            for (int step = 0; step < steps; step++) {
                label[random.nextInt(classes)][step] = 1;
            }
        }
        return Nd4j.create(labels);
    }

    static RecurrentConf layer(RecurrentOptions options, int inputs, int units) {
        return new RecurrentConf.Builder(options).nIn(inputs).nOut(units).build();
    }

    static OutputLayer softmax(int inputs, int classes) {
        return new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                .nIn(inputs)
                .nOut(classes)
                .activation(Activation.SOFTMAX)
                .build();
    }

    static RnnOutputLayer softmaxPerStep(int inputs, int classes) {
        return new RnnOutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                .nIn(inputs)
                .nOut(classes)
                .activation(Activation.SOFTMAX)
                .build();
    }

    static NeuralNetConfiguration.Builder settings(IUpdater updater) {
        return new NeuralNetConfiguration.Builder()
                .seed(SEED)
                .optimizationAlgo(OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT)
                .updater(updater)
                .weightInit(WeightInit.XAVIER);
    }

    static MultiLayerNetwork network(IUpdater updater, Layer... layers) {
        return network(settings(updater), layers);
    }

    static MultiLayerNetwork network(NeuralNetConfiguration.Builder settings, Layer... layers) {
        MultiLayerNetwork network = new MultiLayerNetwork(settings.list(layers).build());
        network.init();
        return network;
    }

    /** The layer, then a softmax. */
    static ComputationGraph graph(IUpdater updater, RecurrentConf layer, int classes) {
        ComputationGraph graph = new ComputationGraph(settings(updater)
                .graphBuilder()
                .addInputs("input")
                .addLayer("cell", layer, "input")
                .addLayer("output", softmax(layer.shape().features(), classes), "cell")
                .setOutputs("output")
                .build());
        graph.init();
        return graph;
    }

    /** What the first layer makes of an input. */
    static INDArray states(MultiLayerNetwork network, INDArray input, INDArray mask) {
        return network.feedForward(input, mask, null).get(1);
    }

    /** What the first layer makes of an input in training. */
    static INDArray statesInTraining(MultiLayerNetwork network, INDArray input) {
        return network.feedForward(input, true).get(1);
    }

    /** Fits one batch many times. */
    static void fit(MultiLayerNetwork network, INDArray input, INDArray labels, int times) {
        for (int i = 0; i < times; i++) {
            network.fit(input, labels);
        }
    }

    /** In C order. */
    static float[] numbers(INDArray array) {
        return array.dup('c').data().asFloat();
    }

    static float[] parameter(MultiLayerNetwork network, String name) {
        return numbers(network.getParam(name));
    }

    static double norm(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }

    static float[] difference(float[] a, float[] b) {
        float[] difference = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }
}
