package tritone.model;

import java.util.Optional;

/**
 * One epoch of a training.
 *
 * @param step how many steps were taken by its end
 * @param rate of its last step
 * @param loss the mean over its batches
 * @param seconds since the training began, validation included
 * @param validation absent where nothing is validated on
 */
public record EpochRecord(
        int epoch, int step, double rate, double loss, double seconds, Optional<EpochFigures> validation) {
    /** What the validation reviews said. */
    public record EpochFigures(double accuracy, double f1, double rocArea, double logLoss, double brier) {}
}
