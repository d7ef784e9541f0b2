package tritone.layers;

import org.nd4j.linalg.schedule.ISchedule;

/** The learning rate of all of a network's updaters, set from outside before each step. Copies share it. */
final class SharedRate implements ISchedule {
    private static final long serialVersionUID = 1;

    private volatile double rate;

    SharedRate(double rate) {
        this.rate = rate;
    }

    void set(double rate) {
        this.rate = rate;
    }

    double value() {
        return rate;
    }

    @Override
    public double valueAt(int iteration, int epoch) {
        return rate;
    }

    @Override
    public ISchedule clone() {
        return this;
    }
}
