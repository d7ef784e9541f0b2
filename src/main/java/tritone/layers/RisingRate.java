package tritone.layers;

import org.nd4j.linalg.schedule.ISchedule;

/**
 * A rate that makes up for what Deeplearning4j's Nadam leaves out: its mean of squares begins at zero and is not corrected for
 * that, so that first steps would be some thirty times too long (Dozat, 2016, divides by the same).
 */
final class RisingRate implements ISchedule {
    private static final long serialVersionUID = 1;

    private final ISchedule rate;
    private final double decay;

    RisingRate(ISchedule rate, double decay) {
        this.rate = rate;
        this.decay = decay;
    }

    @Override
    public double valueAt(int iteration, int epoch) {
        // StrictMath: the last bit of a rate reaches every weight.
        return rate.valueAt(iteration, epoch) * Math.sqrt(1 - StrictMath.pow(decay, iteration + 1.0));
    }

    @Override
    public ISchedule clone() {
        return new RisingRate(rate.clone(), decay);
    }
}
