package tritone.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import tritone.network.Decay;

/** Puts together what was found inside the runs of a contender. */
final class WhyMaker {
    private WhyMaker() {}

    static ContenderFindings.Why of(List<RunOutcome> done) {
        List<RunAnswers> answers = done.stream()
                .map(outcome -> outcome.done().orElseThrow().answers())
                .toList();
        return new ContenderFindings.Why(gradients(answers), memory(answers));
    }

    private static Optional<GradientFindings> gradients(List<RunAnswers> answers) {
        List<RunAnswers.Flow> flows =
                answers.stream().flatMap(one -> one.flow().stream()).toList();
        if (flows.isEmpty()) {
            return Optional.empty();
        }
        double[] before = mean(flows, RunAnswers.Flow::before);
        double[] after = mean(flows, RunAnswers.Flow::after);
        int steps = Math.min(before.length, after.length); // gradients that explode end earlier
        double[] start = Arrays.copyOf(before, steps);
        double[] trained = Arrays.copyOf(after, steps);
        return Optional.of(new GradientFindings(
                IntStream.range(0, start.length).boxed().toList(),
                Arrays.stream(flows.get(0).reviews())
                        .limit(start.length)
                        .boxed()
                        .toList(),
                boxed(start),
                boxed(trained),
                Decay.of(start).factor(),
                Decay.of(trained).factor()));
    }

    private static Optional<MemoryFindings> memory(List<RunAnswers> answers) {
        List<RunAnswers.Recall> recalls =
                answers.stream().flatMap(one -> one.memory().stream()).toList();
        if (recalls.isEmpty()) {
            return Optional.empty();
        }
        RunAnswers.Recall first = recalls.get(0);
        double[] accuracy = mean(recalls, RunAnswers.Recall::accuracy);
        return Optional.of(new MemoryFindings(
                first.reviews(),
                Arrays.stream(first.words()).limit(accuracy.length).boxed().toList(),
                boxed(accuracy)));
    }

    /** Place by place, as far as all reach. */
    private static <T> double[] mean(List<T> runs, Function<T, double[]> figures) {
        int length =
                runs.stream().mapToInt(run -> figures.apply(run).length).min().orElse(0);
        double[] mean = new double[length];
        for (T run : runs) {
            double[] own = figures.apply(run);
            for (int i = 0; i < length; i++) {
                mean[i] += own[i] / runs.size();
            }
        }
        return mean;
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
