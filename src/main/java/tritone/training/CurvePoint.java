package tritone.training;

import java.util.Optional;

/**
 * How well a training went at one of its steps.
 *
 * @param step how many steps were taken
 * @param epoch how many epochs these are, parts of one included
 * @param seconds of learning until then, without validation and checkpoints
 * @param trainingLoss the mean over the reviews learnt from since the point before, each as its step found it
 * @param trainingAccuracy the share of those with a label that were taken for what they are, in the same passes and so with
 *     whatever was dropped; reviews that teachers answered for are left out, and of them alone it is not a number
 * @param validation of the weights after this step, at an epoch's end of those that its record tells of; absent where nothing
 *     is validated on
 */
public record CurvePoint(
        int step,
        double epoch,
        double seconds,
        double trainingLoss,
        double trainingAccuracy,
        Optional<ValidationFigures> validation) {
    /** What all validation reviews said. */
    public record ValidationFigures(double loss, double accuracy) {}
}
