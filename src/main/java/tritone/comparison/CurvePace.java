package tritone.comparison;

import tritone.training.Course;
import tritone.training.TrainingData;
import tritone.training.TrainingPlan;

/** How often a training is looked at: often enough for a curve, and not so often that looking takes longer than learning. */
final class CurvePace {
    /** Of a whole curve. */
    private static final int POINTS = 24;

    private CurvePace() {}

    /** Points of each epoch. */
    static int points(TrainingPlan plan, TrainingData data) {
        if (plan.network().isEmpty()) {
            return 0;
        }
        int reviews = data.training().size();
        int epochs = Course.of(plan.network().get().loop(), data).epochs();
        int wanted = (POINTS + epochs - 1) / epochs;
        int validation = data.validation().map(set -> set.size()).orElse(0);
        int affordable = validation == 0 ? wanted : reviews / (2 * validation);
        return Math.max(1, Math.min(wanted, affordable));
    }
}
