package tritone.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import tritone.evaluation.Interval;

/**
 * A figure over the seeds.
 *
 * @param mean over the seeds
 * @param deviation the standard deviation over them; absent of one
 * @param low the lower end of the interval of 95 % for the mean that other reviews may give, by bootstrap
 * @param high its upper end
 * @param each in the order of the seeds
 */
public record Spread(double mean, OptionalDouble deviation, double low, double high, List<Double> each) {
    static Spread of(double[] values, Interval interval) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return new Spread(mean, deviation(values), interval.low(), interval.high(), boxed(values));
    }

    /** As a sample's; empty of one value. */
    static OptionalDouble deviation(double[] values) {
        if (values.length < 2) {
            return OptionalDouble.empty();
        }
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return OptionalDouble.of(Math.sqrt(squares / (values.length - 1)));
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
