package tritone.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * Clips the gradient of a whole network to a norm (Pascanu et al., 2013), where Deeplearning4j's own modes clip each layer,
 * parameter or number for itself. Squares are added up in a fixed order, which ND4J does not promise. What is no gradient,
 * such as the step of a running average, stays out of it. A gradient whose norm is no finite number ends the training with an
 * {@link ArithmeticException} before it can spoil a weight.
 */
public final class GlobalNorm {
    private GlobalNorm() {}

    /**
     * Clips all gradients of a network from now on; its updater's state stays what it is. A copy of the network, or one that
     * was stored, does not know of it.
     */
    public static void clip(MultiLayerNetwork network, double bound) {
        guard(network, Clipping.toNorm(bound), () -> 0, new Frozen());
    }

    /** Clips, takes a share of each weight away before each step, and leaves alone what is frozen. */
    static void guard(MultiLayerNetwork network, Clipping clipping, DoubleSupplier decay, Frozen frozen) {
        network.setUpdater(
                new ClippedUpdater(network, network.getUpdater().getStateViewArray(), clipping, decay, frozen));
    }

    /** The same for a graph. */
    public static void clip(ComputationGraph network, double bound) {
        network.setUpdater(
                new ClippedGraphUpdater(network, network.getUpdater().getStateViewArray(), Clipping.toNorm(bound)));
    }

    static void clipInPlace(INDArray gradient, Trainable[] layers, Clipping clipping) {
        clipInPlace(Precision.of(gradient.dataType()).arrays(), gradient, layers, clipping);
    }

    private static void clipInPlace(NumberArrays<?> arrays, INDArray gradient, Trainable[] layers, Clipping clipping) {
        List<int[]> ranges = ranges(layers);
        double squares = 0;
        for (int[] range : ranges) {
            if (clipping.value() < Double.POSITIVE_INFINITY) {
                arrays.bound(gradient, range[0], range[1], clipping.value());
            }
            squares += arrays.squares(gradient, range[0], range[1]);
        }
        double norm = Math.sqrt(squares);
        if (!Double.isFinite(norm)) {
            throw new ArithmeticException("the gradient's norm is " + norm + "; no weight was changed");
        }
        for (int[] range : ranges) {
            if (norm > clipping.norm()) {
                arrays.scale(gradient, range[0], range[1], clipping.norm() / norm);
            }
        }
    }

    /** Where gradients stand, as pairs of beginning and end. */
    private static List<int[]> ranges(Trainable[] layers) {
        List<int[]> ranges = new ArrayList<>();
        int at = 0;
        for (Trainable layer : layers) {
            for (var parameter : layer.paramTable(false).entrySet()) {
                int end = Math.toIntExact(at + parameter.getValue().length());
                if (!(layer.getConfig().getUpdaterByParam(parameter.getKey()) instanceof NoOp)) {
                    ranges.add(new int[] {at, end});
                }
                at = end;
            }
        }
        return ranges;
    }
}
