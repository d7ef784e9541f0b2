package tritone.layers;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import tritone.encoding.ReviewBatch;
import tritone.network.NetworkSpec;

/** Trains a network batch by batch. */
public final class NetworkTrainer implements BatchTrainer {
    private static final double RATE = 1e-3;

    private final MultiLayerNetwork network;
    private final NetworkSpec spec;
    private final SharedRate rate;
    private final Frozen frozen = new Frozen();

    /** On one thread of ND4J: with more, the stock layers' small operations are slower too. */
    private NetworkTrainer(NetworkSpec spec, MultiLayerConfiguration configuration, SharedRate rate) {
        Networks.holdNd4jToOneThread();
        this.spec = spec;
        this.rate = rate;
        network = new MultiLayerNetwork(configuration);
        network.init();
    }

    /** A network on our layers, at a rate of 0.001. */
    public static NetworkTrainer of(NetworkSpec spec, LearningOptions options, int threads, long seed) {
        SharedRate rate = new SharedRate(RATE);
        NetworkTrainer trainer = new NetworkTrainer(
                spec, Networks.configuration(spec, options, options.optimiser().updater(rate), seed), rate);
        Networks.setThreads(trainer.network, threads);
        double decay = options.optimiser().weightDecay();
        GlobalNorm.guard(trainer.network, options.clipping(), () -> decay * rate.value(), trainer.frozen);
        return trainer;
    }

    /** Begins with these weights where there are some; the others are what they are. */
    public void begin(Map<String, float[]> weights) {
        Map<String, float[]> all = weights();
        weights.forEach((name, values) -> {
            if (all.replace(name, values) == null) {
                throw new IllegalArgumentException("the network has no weight called " + name);
            }
        });
        Networks.setWeights(spec, network, all);
    }

    /** From the next step on these weights stay as they are, and no others; those that were never free do not move at all. */
    public void freeze(Set<String> names) {
        frozen.set(names);
    }

    /** Sets the rate of the steps from now on. */
    public void setRate(double rate) {
        this.rate.set(rate);
    }

    /** The same network on Deeplearning4j's own layers, which have no GRU and no peepholes. */
    public static NetworkTrainer stock(NetworkSpec spec, long seed) {
        SharedRate rate = new SharedRate(RATE);
        NetworkTrainer trainer = new NetworkTrainer(spec, stockConfiguration(spec, rate, seed), rate);
        GlobalNorm.clip(trainer.network, 1);
        return trainer;
    }

    private static MultiLayerConfiguration stockConfiguration(NetworkSpec spec, SharedRate rate, long seed) {
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(rate))
                .weightInit(WeightInit.XAVIER)
                .list()
                .layer(new EmbeddingSequenceLayer.Builder()
                        .nIn(spec.vocabulary())
                        .nOut(spec.embedding())
                        .build())
                .layer(new LastTimeStep(stockCell(spec)))
                .layer(new OutputLayer.Builder(LossFunctions.LossFunction.XENT)
                        .nIn(spec.cell().units())
                        .nOut(1)
                        .activation(Activation.SIGMOID)
                        .build())
                .build();
    }

    private static Layer stockCell(NetworkSpec spec) {
        return switch (spec.cell().variant()) {
            case SIMPLE_RNN_TANH ->
                new SimpleRnn.Builder()
                        .nIn(spec.embedding())
                        .nOut(spec.cell().units())
                        .activation(Activation.TANH)
                        .build();
            case LSTM ->
                new LSTM.Builder()
                        .nIn(spec.embedding())
                        .nOut(spec.cell().units())
                        .activation(Activation.TANH)
                        .build();
            case SIMPLE_RNN_RELU, LSTM_PEEPHOLE, GRU_RESET_BEFORE, GRU_RESET_AFTER, NONE ->
                throw new IllegalArgumentException("Deeplearning4j has no layer for "
                        + spec.cell().variant().name().toLowerCase(Locale.ROOT));
        };
    }

    @Override
    public double fit(ReviewBatch batch, Targets targets) {
        int reviews = batch.size();
        int steps = Math.max(1, batch.steps()); // a batch of empty reviews is nothing but padding
        float[] ids = new float[reviews * steps];
        float[] mask = new float[ids.length];
        for (int row = 0; row < reviews; row++) {
            for (int step = 0; step < batch.lengths()[row]; step++) {
                ids[row * steps + step] = batch.ids()[row * steps + step];
                mask[row * steps + step] = 1;
            }
        }
        INDArray weights = targets.weights().length == 0 ? null : array(targets.weights(), reviews, 1);
        Networks.setReviewWeights(network, weights);
        network.fit(
                array(ids, reviews, steps),
                array(targets.values(), reviews, spec.outputs()),
                array(mask, reviews, steps),
                null);
        return network.score();
    }

    /**
     * The classes that the reviews of the last batch were taken for in the pass that its step was made of: by the weights
     * before the step, and with whatever was dropped. Of classes that are equal the first.
     */
    public int[] answers() {
        float[] outputs = Networks.outputs(network);
        int[] answers = new int[outputs.length / spec.outputs()];
        for (int review = 0; review < answers.length; review++) {
            answers[review] = spec.outputs() == 1 ? outputs[review] > 0 ? 1 : 0 : greatest(outputs, review);
        }
        return answers;
    }

    private int greatest(float[] outputs, int review) {
        int start = review * spec.outputs();
        int greatest = 0;
        for (int output = 1; output < spec.outputs(); output++) {
            if (outputs[start + output] > outputs[start + greatest]) {
                greatest = output;
            }
        }
        return greatest;
    }

    private static INDArray array(float[] values, int rows, int columns) {
        return Nd4j.create(values, new long[] {rows, columns}, 'c').castTo(DataType.FLOAT);
    }

    /** Copies of the weights as they are now. */
    public Map<String, float[]> weights() {
        return Networks.weights(spec, network);
    }

    /** A copy of all that decides how this goes on. */
    public TrainingState state() {
        INDArray updater = network.getUpdater().getStateViewArray();
        float[] values =
                updater == null ? new float[0] : updater.dup('c').data().asFloat();
        return new TrainingState(weights(), values, network.getIterationCount());
    }

    /** Goes on where another trainer of the same network, options and seed was. */
    public void restore(TrainingState state) {
        Networks.setWeights(spec, network, state.weights());
        INDArray updater = network.getUpdater().getStateViewArray();
        int length = updater == null ? 0 : (int) updater.length();
        if (state.updater().length != length) {
            throw new IllegalArgumentException(
                    "the optimiser's state must have " + length + " numbers but has " + state.updater().length);
        }
        if (length > 0) {
            updater.assign(Nd4j.create(state.updater(), updater.shape(), updater.ordering()));
        }
        network.setIterationCount(state.step());
    }
}
