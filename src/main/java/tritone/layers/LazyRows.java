package tritone.layers;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.GradientUpdater;

/** Updates those rows of a table whose gradient is not zero, as one small table. */
final class LazyRows implements GradientUpdater<Lazy> {
    private final Lazy config;
    private final int width;
    private INDArray state; // [parts * rows * width], one part after the other; null for an updater without state

    private INDArray own; // [1 + parts][rows * width] the gradient and the state of the rows that occurred

    LazyRows(Lazy config, int width, INDArray state) {
        this.config = config;
        this.width = width;
        this.state = state;
    }

    @Override
    public Lazy getConfig() {
        return config;
    }

    @Override
    public void applyUpdater(INDArray gradient, int iteration, int epoch) {
        update(Precision.of(gradient.dataType()).arrays(), gradient, iteration, epoch);
    }

    private void update(NumberArrays<?> arrays, INDArray gradient, int iteration, int epoch) {
        int[] rows = arrays.nonZeroRows(gradient, width);
        if (rows.length == 0) {
            return;
        }
        int size = rows.length * width;
        int parts = state == null ? 0 : (int) (state.length() / gradient.length());
        INDArray own = own(size * (1 + parts), gradient);
        arrays.gatherRows(gradient, rows, width, part(own, 0, size));
        for (int part = 0; part < parts; part++) {
            arrays.gatherRows(part(state, part, gradient.length()), rows, width, part(own, part + 1, size));
        }
        INDArray ownState = parts == 0 ? null : own.get(NDArrayIndex.interval(size, size * (1 + parts)));
        config.updater().instantiate(ownState, false).applyUpdater(part(own, 0, size), iteration, epoch);
        arrays.scatterRows(part(own, 0, size), gradient, rows, width);
        for (int part = 0; part < parts; part++) {
            arrays.scatterRows(part(own, part + 1, size), part(state, part, gradient.length()), rows, width);
        }
    }

    /** Native memory that the next batch uses again. */
    private INDArray own(int length, INDArray like) {
        if (own == null || own.length() < length) {
            own = Nd4j.createUninitialized(like.dataType(), length).detach();
        }
        return own.get(NDArrayIndex.interval(0, length));
    }

    private static INDArray part(INDArray state, int part, long length) {
        return state.reshape(state.length()).get(NDArrayIndex.interval(part * length, (part + 1) * length));
    }

    @Override
    public void setStateViewArray(INDArray view, long[] shape, char order, boolean initialize) {
        config.updater().instantiate(view, initialize);
        state = view;
    }

    @Override
    public void setState(Map<String, INDArray> state, boolean initialize) {
        throw new UnsupportedOperationException("the state of rows is one view");
    }

    @Override
    public Map<String, INDArray> getState() {
        throw new UnsupportedOperationException("the state of rows is one view");
    }
}
