package tritone.layers;

import java.util.Locale;
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
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import tritone.encoding.ReviewBatch;
import tritone.network.NetworkSpec;

/** Trains a network of two classes with Adam at a rate of 0.001, its gradients clipped to a global norm of 1. */
public final class NetworkTrainer implements BatchTrainer {
    private static final double RATE = 1e-3;

    private final MultiLayerNetwork network;

    /** On one thread of ND4J: with more, the stock layers' small operations are slower too. */
    private NetworkTrainer(MultiLayerConfiguration configuration) {
        Networks.holdNd4jToOneThread();
        network = new MultiLayerNetwork(configuration);
        network.init();
        GlobalNorm.clip(network, 1);
    }

    /** A network on our layers. */
    public static NetworkTrainer of(NetworkSpec spec, boolean lazy, int threads, long seed) {
        IUpdater adam = new Adam(RATE);
        NetworkTrainer trainer =
                new NetworkTrainer(Networks.configuration(spec, lazy ? new Lazy(adam) : adam, Dropouts.NONE, 0, seed));
        Networks.setThreads(trainer.network, threads);
        return trainer;
    }

    /** The same network on Deeplearning4j's own layers, which have no GRU and no peepholes. */
    public static NetworkTrainer stock(NetworkSpec spec, long seed) {
        return new NetworkTrainer(new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(RATE))
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
                .build());
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
            case SIMPLE_RNN_RELU, LSTM_PEEPHOLE, GRU_RESET_BEFORE, GRU_RESET_AFTER ->
                throw new IllegalArgumentException("Deeplearning4j has no layer for "
                        + spec.cell().variant().name().toLowerCase(Locale.ROOT));
        };
    }

    @Override
    public double fit(ReviewBatch batch, int[] classes) {
        int reviews = batch.reviews().length;
        float[] ids = new float[reviews * batch.steps()];
        float[] mask = new float[ids.length];
        float[] labels = new float[reviews];
        for (int row = 0; row < reviews; row++) {
            labels[row] = classes[row];
            for (int step = 0; step < batch.lengths()[row]; step++) {
                ids[row * batch.steps() + step] = batch.ids()[row * batch.steps() + step];
                mask[row * batch.steps() + step] = 1;
            }
        }
        network.fit(
                array(ids, reviews, batch.steps()),
                array(labels, reviews, 1),
                array(mask, reviews, batch.steps()),
                null);
        return network.score();
    }

    private static INDArray array(float[] values, int rows, int columns) {
        return Nd4j.create(values, new long[] {rows, columns}, 'c').castTo(DataType.FLOAT);
    }
}
