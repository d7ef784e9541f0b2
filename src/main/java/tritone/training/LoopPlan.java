package tritone.training;

import java.util.OptionalInt;

/**
 * How long a network learns and on what.
 *
 * @param batch reviews in a batch; empty to go by how many there are to learn from
 * @param epochs at most; empty to go by how many steps an epoch has
 * @param steps at most, however many epochs these are; empty for all of all epochs
 * @param patience epochs without gain after which training ends
 * @param average weights are the mean over the ends of this many last epochs
 * @param seed of the beginning, the batches and what is dropped
 */
public record LoopPlan(
        OptionalInt batch, OptionalInt epochs, OptionalInt steps, StopOn stopOn, int patience, int average, long seed) {
    private static final String AUTO = "auto";

    static LoopPlan of(Settings settings) {
        return new LoopPlan(
                settings.wholeOr(Setting.BATCH, AUTO),
                settings.wholeOr(Setting.EPOCHS, AUTO),
                settings.wholeOr(Setting.STEPS, "all"),
                settings.named(Setting.STOP_ON, StopOn.values()),
                settings.whole(Setting.PATIENCE),
                settings.whole(Setting.AVERAGE),
                settings.seed(Setting.SEED));
    }
}
