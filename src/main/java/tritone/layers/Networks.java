package tritone.layers;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import tritone.network.LevelShape;
import tritone.network.NetworkSpec;
import tritone.network.ParameterShape;

/** A network's spec as Deeplearning4j trains it, and what it learnt as plain arrays. */
public final class Networks {
    private Networks() {}

    /**
     * The configuration: the lowest level fused with the embedding, those above it, a stock output layer.
     *
     * @param updater of all parameters; {@link Lazy} on the embedding if it is one
     */
    public static MultiLayerConfiguration configuration(
            NetworkSpec spec, LearningOptions options, IUpdater updater, long seed) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(updater)
                .weightInit(options.beginning().inputs().weights())
                .list();
        for (int i = 0; i < spec.levels(); i++) {
            layers.layer(level(spec, i, options));
        }
        boolean sigmoid = spec.outputs() == 1;
        layers.layer(new OutputLayer.Builder(new WeightedLoss(sigmoid ? new LossBinaryXENT() : new LossMCXENT()))
                .nIn(spec.level(spec.levels() - 1).features())
                .nOut(spec.outputs())
                .activation(sigmoid ? Activation.SIGMOID : Activation.SOFTMAX)
                .build());
        return layers.build();
    }

    private static RecurrentConf level(NetworkSpec spec, int index, LearningOptions learning) {
        Dropouts dropouts = learning.dropouts();
        LevelShape level = spec.level(index);
        boolean lowest = index == 0;
        RecurrentOptions options = RecurrentOptions.of(level.cell().variant())
                .with(level.cell().direction())
                .with(level.cell().normalisation())
                .with(level.readout())
                .withVocabulary(lowest ? spec.vocabulary() : 0)
                .with(lowest ? dropouts : new Dropouts(dropouts.input(), dropouts.state(), 0))
                .withForgetBias(learning.beginning().forgetBias())
                .withWindow(learning.window());
        return new RecurrentConf.Builder(options)
                .nIn(level.inputs())
                .nOut(level.cell().units())
                .weightInitRecurrent(learning.beginning().recurrent().weights())
                .build();
    }

    /** How many threads the recurrent layers of a network compute on; what updates it uses every processor. */
    public static void setThreads(MultiLayerNetwork network, int threads) {
        setThreads(network.getLayers(), threads);
    }

    /** How many threads the recurrent layers of a graph compute on. */
    public static void setThreads(ComputationGraph graph, int threads) {
        setThreads(graph.getLayers(), threads);
    }

    private static void setThreads(Layer[] layers, int threads) {
        for (Layer layer : layers) {
            Layer inner = layer;
            while (inner instanceof BaseWrapperLayer wrapper) {
                inner = wrapper.getUnderlying();
            }
            if (inner instanceof RecurrentLayer<?> recurrent) {
                recurrent.setThreads(threads);
            }
        }
    }

    /**
     * Lets ND4J compute on one thread from now on. Its products and sums have other bits with another number of threads; what
     * takes time runs on the threads of the recurrent layers, whose number changes nothing.
     */
    public static void holdNd4jToOneThread() {
        Nd4j.getEnvironment().setMaxThreads(1);
        Nd4j.getEnvironment().setMaxMasterThreads(1);
    }

    /** How much each review of the next batch counts; null if all count the same. */
    static void setReviewWeights(MultiLayerNetwork network, INDArray weights) {
        loss(network).ifPresent(loss -> loss.setWeights(weights));
    }

    /** What the network made of the batch of its last step, {@code [review][outputs]}, before sigmoid or softmax. */
    static float[] outputs(MultiLayerNetwork network) {
        return loss(network)
                .map(WeightedLoss::outputs)
                .orElseThrow(() -> new IllegalStateException("stock layers keep no outputs of a step"));
    }

    private static Optional<WeightedLoss> loss(MultiLayerNetwork network) {
        return network.getOutputLayer().conf().getLayer() instanceof OutputLayer output
                        && output.getLossFn() instanceof WeightedLoss loss
                ? Optional.of(loss)
                : Optional.empty();
    }

    /** The weights of a network of this spec, by the names of {@link NetworkSpec#parameters()}. */
    public static Map<String, float[]> weights(NetworkSpec spec, MultiLayerNetwork network) {
        Map<String, float[]> weights = new HashMap<>();
        for (ParameterShape shape : spec.parameters()) {
            weights.put(shape.name(), values(network, shape).dup('c').data().asFloat());
        }
        return weights;
    }

    /** Gives a network these weights. */
    static void setWeights(NetworkSpec spec, MultiLayerNetwork network, Map<String, float[]> weights) {
        for (ParameterShape shape : spec.parameters()) {
            float[] own = weights.get(shape.name());
            shape.check(own);
            INDArray values = values(network, shape);
            values.assign(Nd4j.create(own, values.shape(), 'c'));
        }
    }

    private static INDArray values(MultiLayerNetwork network, ParameterShape shape) {
        int dot = shape.name().indexOf('.');
        return network.getLayer(Integer.parseInt(shape.name().substring(0, dot)))
                .getParam(shape.name().substring(dot + 1));
    }
}
