package tritone.training;

import java.util.OptionalInt;

/**
 * How long a network learns and on what.
 *
 * @param steps at most, however many epochs these are; empty for all of all epochs
 * @param patience epochs without gain after which training ends
 * @param average weights are the mean over the ends of this many last epochs
 * @param seed of the beginning, the batches and what is dropped
 */
public record LoopPlan(int batch, int epochs, OptionalInt steps, StopOn stopOn, int patience, int average, long seed) {
    static LoopPlan of(Settings settings) {
        return new LoopPlan(
                settings.whole(Setting.BATCH),
                settings.whole(Setting.EPOCHS),
                settings.wholeOr(Setting.STEPS, "all"),
                settings.named(Setting.STOP_ON, StopOn.values()),
                settings.whole(Setting.PATIENCE),
                settings.whole(Setting.AVERAGE),
                settings.seed(Setting.SEED));
    }
}
