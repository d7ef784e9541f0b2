package tritone.layers;

import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.MultiLayerUpdater;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Updates as ever, but from a gradient that was clipped after it was divided by the batch. */
final class ClippedUpdater extends MultiLayerUpdater {
    private static final long serialVersionUID = 1;

    private final double bound;

    ClippedUpdater(MultiLayerNetwork network, INDArray state, double bound) {
        super(network, state);
        this.bound = bound;
    }

    @Override
    public synchronized void update(
            Gradient gradient, int iteration, int epoch, int batch, LayerWorkspaceMgr workspaces) {
        if (!isMiniBatch()) {
            GlobalNorm.clipInPlace(gradient.gradient(), getOrderedLayers(), bound);
        }

        super.update(gradient, iteration, epoch, batch, workspaces);
    }

    @Override
    protected void divideByMinibatch(boolean external, Gradient gradient, int batch) {
        super.divideByMinibatch(external, gradient, batch);
        GlobalNorm.clipInPlace(gradient.gradient(), getOrderedLayers(), bound);
    }
}
