package tritone.training;

import java.util.OptionalDouble;
import tritone.model.EpochRecord;

/** Is told how far a training is, and may stop it. */
public interface TrainingWatcher {
    /**
     * After a step.
     *
     * @param loss the mean over this epoch's batches so far
     * @param accuracy on the validation reviews after the epoch before
     * @param reviewsPerSecond while learning
     */
    record Progress(
            int epoch,
            int epochs,
            int step,
            int steps,
            double loss,
            OptionalDouble accuracy,
            double reviewsPerSecond,
            double secondsLeft) {}

    void step(Progress progress);

    void epoch(EpochRecord record);

    /** Whether to stop after this step, with a checkpoint. */
    boolean wantsToStop();
}
