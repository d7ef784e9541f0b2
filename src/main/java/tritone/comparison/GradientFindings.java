package tritone.comparison;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How the gradient of the loss reaches states before the end.
 *
 * @param steps before the end
 * @param reviews that are long enough for each
 * @param start mean norms before training, the mean over the runs
 * @param trained mean norms after it
 * @param startFactor by which they change from step to step, at the start
 * @param trainedFactor the same after training
 */
public record GradientFindings(
        List<Integer> steps,
        List<Integer> reviews,
        List<Double> start,
        List<Double> trained,
        OptionalDouble startFactor,
        OptionalDouble trainedFactor) {}
