package tritone.training;

import java.util.List;

/**
 * The learning rate.
 *
 * @param highest rate
 */
public record RatePlan(double highest, Schedule schedule) {
    /** The rate after this share of all steps, where nothing is validated on between epochs. */
    public double at(double progress) {
        return highest * schedule.share(progress, List.of());
    }

    static RatePlan of(Settings settings) {
        return new RatePlan(settings.positive(Setting.RATE), settings.named(Setting.SCHEDULE, Schedule.values()));
    }
}
