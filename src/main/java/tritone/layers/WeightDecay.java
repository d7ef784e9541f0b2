package tritone.layers;

import java.util.Map;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Takes a share of every weight away, apart from the gradient (Loshchilov and Hutter, 2019); biases and what normalises stay.
 * Deeplearning4j's own adds it to the step twice. Of an embedding under {@link Lazy} only rows that occurred lose.
 */
final class WeightDecay {
    private WeightDecay() {}

    static void apply(Trainable[] layers, Gradient gradient, double share, Frozen frozen) {
        if (share == 0) {
            return;
        }
        for (int layer = 0; layer < layers.length; layer++) {
            for (Map.Entry<String, INDArray> parameter :
                    layers[layer].paramTable(false).entrySet()) {
                if (frozen.covers(layer, parameter.getKey())) {
                    continue;
                }
                INDArray own = gradient.getGradientFor(layer + "_" + parameter.getKey());
                apply(layers[layer], parameter.getKey(), parameter.getValue(), own, 1 - share);
            }
        }
    }

    private static void apply(Trainable layer, String name, INDArray weights, INDArray gradient, double kept) {
        if (!(layer.getConfig() instanceof BaseLayer conf)
                || !conf.initializer().isWeightParam(conf, name)) {
            return;
        }
        NumberArrays<?> arrays = Precision.of(weights.dataType()).arrays();
        boolean lazy = layer.getConfig().getUpdaterByParam(name) instanceof Lazy;
        if (!lazy) {
            arrays.scale(weights, 0, (int) weights.length(), kept);
            return;
        }
        int width = weights.columns();
        scaleRows(arrays, weights, arrays.nonZeroRows(gradient, width), width, kept);
    }

    private static <A> void scaleRows(NumberArrays<A> arrays, INDArray table, int[] rows, int width, double factor) {
        A values = arrays.create(rows.length * width);
        arrays.readRows(table, rows, width, values);
        arrays.scale(values, factor);
        arrays.writeRows(values, table, rows, width);
    }
}
