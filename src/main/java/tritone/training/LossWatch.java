package tritone.training;

import java.util.ArrayList;
import java.util.List;
import tritone.kernel.CellVariant;

/** Stops a training whose loss is no number any more, or far above what knowing nothing costs. */
final class LossWatch {
    /** Times the loss of a network that gives every class the same probability. */
    private static final double BOUND = 4;

    /** Steps over which the loss is averaged, about: one unlucky batch is no explosion. */
    private static final double STEPS = 20;

    private final NetworkPlan plan;
    private final double guessing;
    private double mean;

    /**
     * A watch.
     *
     * @param guessing what it costs to give every class the same probability
     * @param mean what a watch before had come to; not a number for the first one
     */
    LossWatch(NetworkPlan plan, double guessing, double mean) {
        this.plan = plan;
        this.guessing = guessing;
        this.mean = Double.isNaN(mean) ? guessing : mean;
    }

    /** The average that a checkpoint keeps. */
    double mean() {
        return mean;
    }

    void check(double loss, int step, double rate) {
        if (!Double.isFinite(loss)) {
            throw diverged("the loss became " + loss, step, rate);
        }
        mean += (loss - mean) / STEPS;
        if (mean > BOUND * guessing) {
            throw diverged(
                    String.format(
                            java.util.Locale.ROOT,
                            "the loss exploded: it is %.2f, and guessing costs %.2f",
                            mean,
                            guessing),
                    step,
                    rate);
        }
    }

    DivergenceException diverged(String what, int step, double rate) {
        List<String> advice = new ArrayList<>();
        advice.add("a lower rate (--" + Setting.RATE + " "
                + Double.toString(plan.rate().highest() / 10) + ")");
        if (plan.learning().clipping().norm() > 1) {
            advice.add("clipping (--" + Setting.CLIP_NORM + " 1)");
        }
        if (plan.shape().cell().variant() == CellVariant.SIMPLE_RNN_RELU) {
            advice.add("the identity as beginning (--" + Setting.RECURRENT_INIT + " identity) or tanh (--"
                    + Setting.VARIANT + " tanh)");
        }
        return new DivergenceException(what, step, rate, String.join(", ", advice));
    }
}
