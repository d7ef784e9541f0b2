package tritone.layers;

import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * An updater that, on an embedding, leaves rows alone whose gradient is zero: words that did not occur keep their vector and
 * the updater's state for it, which saves most of the work. A dense updater would go on moving them by the momentum of
 * earlier batches, so results differ a little. Anything but an embedding is updated as ever.
 */
public final class Lazy implements IUpdater {
    private static final long serialVersionUID = 1;

    private final IUpdater updater;
    private final int width; // of a row; 0 for anything that has none

    public Lazy(IUpdater updater) {
        this(updater, 0);
    }

    private Lazy(@JsonProperty("updater") IUpdater updater, @JsonProperty("width") int width) {
        this.updater = Objects.requireNonNull(updater, "updater");
        this.width = width;
    }

    Lazy ofRows(int width) {
        return new Lazy(updater, width);
    }

    /** What updates the rows that occurred, and everything else. */
    public IUpdater updater() {
        return updater;
    }

    @Override
    public long stateSize(long parameters) {
        return updater.stateSize(parameters);
    }

    @Override
    public GradientUpdater<?> instantiate(INDArray state, boolean initialize) {
        GradientUpdater<?> whole = updater.instantiate(state, initialize);
        return width == 0 ? whole : new LazyRows(this, width, state);
    }

    @Override
    public GradientUpdater<?> instantiate(Map<String, INDArray> state, boolean initialize) {
        return updater.instantiate(state, initialize);
    }

    @Override
    public IUpdater clone() {
        return new Lazy(updater.clone(), width);
    }

    @Override
    public double getLearningRate(int iteration, int epoch) {
        return updater.getLearningRate(iteration, epoch);
    }

    @Override
    public boolean hasLearningRate() {
        return updater.hasLearningRate();
    }

    @Override
    public void setLrAndSchedule(double rate, ISchedule schedule) {
        updater.setLrAndSchedule(rate, schedule);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lazy lazy && updater.equals(lazy.updater) && width == lazy.width;
    }

    @Override
    public int hashCode() {
        return Objects.hash(updater, width);
    }
}
