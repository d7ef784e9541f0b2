package tritone.comparison;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One run.
 *
 * @param seed absent where nothing is drawn
 * @param accuracy on the reviews that are compared on; of a fold, on those that it held back
 * @param bestEpoch whose weights are kept; absent without epochs
 * @param bestStep the last step of that epoch
 * @param fit accuracy on reviews that it learnt from
 * @param temperature at which it answers
 */
public record RunFindings(
        OptionalLong seed,
        Optional<String> fold,
        double accuracy,
        double logLoss,
        OptionalInt bestEpoch,
        OptionalInt bestStep,
        OptionalDouble fit,
        double temperature,
        List<Point> curve) {
    public RunFindings {
        curve = List.copyOf(curve);
    }

    /**
     * A place on its learning curve.
     *
     * @param epoch and what share of the next one
     * @param trainingLoss since the point before
     */
    public record Point(
            int step,
            double epoch,
            double trainingLoss,
            OptionalDouble trainingAccuracy,
            OptionalDouble validationLoss,
            OptionalDouble validationAccuracy,
            Times times) {}

    /** Seconds of learning so far. */
    public record Times(double seconds) {}
}
