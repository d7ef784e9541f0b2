package tritone.comparison;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What was found out about one contender.
 *
 * @param runs those that came to an end, by seed and fold
 * @param exploded runs whose loss exploded, and what was said of it
 * @param accuracy over the seeds
 * @param figures means over the seeds
 */
public record ContenderFindings(
        Identity contender,
        Size size,
        Spread accuracy,
        Figures figures,
        List<RunFindings> runs,
        Map<String, String> exploded,
        Detail detail,
        Why why,
        Times times) {
    public ContenderFindings {
        runs = List.copyOf(runs);
    }

    /**
     * Who it is.
     *
     * @param variation 0 for the first contender of its cell, 1 for the next, ...
     * @param settings its plan, without its seed
     */
    public record Identity(String name, String cell, int variation, Map<String, String> settings) {}

    /**
     * How large it is.
     *
     * @param parameters numbers that are learnt
     * @param modelBytes on disk, weights and vocabulary
     * @param trainingBytes in memory while a full batch is learnt from: weights, gradients, the optimiser's state and what
     *     the cells keep for the way back; absent where nothing is learnt step by step
     */
    public record Size(long parameters, long modelBytes, OptionalLong trainingBytes) {}

    /**
     * Other figures of the same answers.
     *
     * @param overfitting by how much accuracy on reviews that were learnt from is higher
     */
    public record Figures(
            double f1,
            OptionalDouble rocArea,
            double averagePrecision,
            double logLoss,
            double brier,
            double calibrationError,
            OptionalDouble overfitting) {}

    /** What differs from run to run and from machine to machine; medians over the runs. */
    public record Times(
            OptionalDouble trainingSeconds, OptionalDouble reviewsPerSecond, OptionalDouble millisecondsPerReview) {
        static final Times NONE = new Times(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }

    /**
     * Why it does as it does.
     *
     * @param gradientFlow absent without states
     * @param memory absent where it was not tried
     */
    public record Why(Optional<GradientFindings> gradientFlow, Optional<MemoryFindings> memory) {
        static final Why NOTHING = new Why(Optional.empty(), Optional.empty());
    }
}
