package tritone.layers;

import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.updater.graph.ComputationGraphUpdater;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Updates as ever, but from a gradient that was clipped after it was divided by the batch. */
final class ClippedGraphUpdater extends ComputationGraphUpdater {
    private static final long serialVersionUID = 1;

    private final transient Clipping clipping;

    ClippedGraphUpdater(ComputationGraph network, INDArray state, Clipping clipping) {
        super(network, state);
        this.clipping = clipping;
    }

    @Override
    public synchronized void update(
            Gradient gradient, int iteration, int epoch, int batch, LayerWorkspaceMgr workspaces) {
        if (!isMiniBatch()) {
            GlobalNorm.clipInPlace(gradient.gradient(), getOrderedLayers(), clipping);
        }
        super.update(gradient, iteration, epoch, batch, workspaces);
    }

    @Override
    protected void divideByMinibatch(boolean external, Gradient gradient, int batch) {
        super.divideByMinibatch(external, gradient, batch);
        GlobalNorm.clipInPlace(gradient.gradient(), getOrderedLayers(), clipping);
    }
}
