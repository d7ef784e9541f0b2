package tritone.training;

import java.util.List;
import java.util.Locale;

/** How the learning rate goes. What it is at a step depends on nothing but the step and the epochs before. */
public enum Schedule {
    CONSTANT {
        @Override
        double share(double progress, List<Double> gains) {
            return 1;
        }
    },
    /** Up for the first quarter, then down along half a cosine (Smith and Topin, 2019). */
    ONE_CYCLE {
        @Override
        double share(double progress, List<Double> gains) {
            if (progress < UP) {
                return LOWEST + (1 - LOWEST) * progress / UP;
            }
            // StrictMath: the last bit of a rate reaches every weight.
            return Math.max(LAST, (1 + StrictMath.cos(StrictMath.PI * (progress - UP) / (1 - UP))) / 2);
        }
    },
    /** Half of what it was after every epoch that gained nothing. */
    PLATEAU {
        @Override
        double share(double progress, List<Double> gains) {
            double share = 1;
            for (double gain : gains) {
                share *= gain > 0 ? 1 : 0.5;
            }
            return share;
        }
    };

    private static final double UP = 0.25;
    private static final double LOWEST = 0.04;
    private static final double LAST = 1e-4;

    /**
     * The share of the highest rate.
     *
     * @param progress the share of all steps that were taken
     * @param gains how much better each epoch before was than the best one before it
     */
    abstract double share(double progress, List<Double> gains);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
