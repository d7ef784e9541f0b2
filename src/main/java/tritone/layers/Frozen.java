package tritone.layers;

import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.gradient.Gradient;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Parameters that do not learn for a while. Their gradient becomes zero before anything looks at it; an optimiser that has
 * never seen another one does not move them.
 */
final class Frozen {
    private volatile Set<String> names = Set.of();

    /** From now on these, by the names of {@link tritone.network.NetworkSpec#parameters()}, and no others. */
    void set(Set<String> names) {
        this.names = Set.copyOf(names);
    }

    boolean covers(int layer, String parameter) {
        return names.contains(layer + "." + parameter);
    }

    void clear(Trainable[] layers, Gradient gradient) {
        for (int layer = 0; layer < layers.length && !names.isEmpty(); layer++) {
            for (Map.Entry<String, INDArray> parameter :
                    layers[layer].paramTable(false).entrySet()) {
                if (covers(layer, parameter.getKey())) {
                    gradient.getGradientFor(layer + "_" + parameter.getKey()).assign(0);
                }
            }
        }
    }
}
