package tritone.layers;

import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.schedule.ISchedule;

/** AdaGrad whose copies keep its schedule: those of the stock one forget it and have no rate at all. */
final class ScheduledAdaGrad extends AdaGrad {
    private static final long serialVersionUID = 1;

    ScheduledAdaGrad(ISchedule rate) {
        super(rate);
    }

    @Override
    public AdaGrad clone() {
        return new ScheduledAdaGrad(getLearningRateSchedule());
    }
}
