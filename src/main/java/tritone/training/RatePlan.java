package tritone.training;

/**
 * The learning rate.
 *
 * @param highest rate
 */
public record RatePlan(double highest, Schedule schedule) {
    static RatePlan of(Settings settings) {
        return new RatePlan(settings.positive(Setting.RATE), settings.named(Setting.SCHEDULE, Schedule.values()));
    }
}
