package tritone.layers;

import java.util.function.DoubleSupplier;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.MultiLayerUpdater;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Updates as ever, but from a gradient that was clipped after it was divided by the batch, and weights that decay. */
final class ClippedUpdater extends MultiLayerUpdater {
    private static final long serialVersionUID = 1;

    private final transient Clipping clipping;
    private final transient DoubleSupplier decay;
    private final transient Frozen frozen;

    ClippedUpdater(MultiLayerNetwork network, INDArray state, Clipping clipping, DoubleSupplier decay, Frozen frozen) {
        super(network, state);
        this.clipping = clipping;
        this.decay = decay;
        this.frozen = frozen;
    }

    @Override
    public synchronized void update(
            Gradient gradient, int iteration, int epoch, int batch, LayerWorkspaceMgr workspaces) {
        frozen.clear(getOrderedLayers(), gradient);
        if (!isMiniBatch()) {
            GlobalNorm.clipInPlace(gradient.gradient(), getOrderedLayers(), clipping);
        }
        // The gradient was taken before: what is lost here is apart from it.
        WeightDecay.apply(getOrderedLayers(), gradient, decay.getAsDouble(), frozen);
        super.update(gradient, iteration, epoch, batch, workspaces);
    }

    @Override
    protected void divideByMinibatch(boolean external, Gradient gradient, int batch) {
        super.divideByMinibatch(external, gradient, batch);
        GlobalNorm.clipInPlace(gradient.gradient(), getOrderedLayers(), clipping);
    }
}
