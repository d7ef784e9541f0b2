package tritone.comparison;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says how much of a review a contender remembers once words follow it that say nothing. */
public final class MemoryWords {
    private MemoryWords() {}

    /** Nothing where it was not tried, or where there was nothing to forget. */
    public static Optional<String> sentence(ContenderFindings contender) {
        return contender.why().memory().flatMap(memory -> sentence(contender, memory));
    }

    private static Optional<String> sentence(ContenderFindings contender, MemoryFindings memory) {
        double guessing = guessing(contender.detail().confusion());
        List<Double> accuracy = memory.accuracy();
        double knew = accuracy.get(0) - guessing;
        if (knew <= 0) {
            return Optional.empty();
        }
        String name = Wording.name(contender.contender().name());
        for (int i = 1; i < accuracy.size(); i++) {
            if (accuracy.get(i) - guessing < knew / 2) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "Half of what %s knows is forgotten once %,d neutral words follow a review: %s instead of %s are right.",
                        name,
                        memory.words().get(i),
                        Wording.percent(accuracy.get(i)),
                        Wording.percent(accuracy.get(0))));
            }
        }
        int last = accuracy.size() - 1;
        return Optional.of(String.format(
                Locale.ROOT,
                "%s remembers most of what it knows over %,d neutral words: %s instead of %s are right.",
                name,
                memory.words().get(last),
                Wording.percent(accuracy.get(last)),
                Wording.percent(accuracy.get(0))));
    }

    /** Right answers of who always says the most frequent label. */
    private static double guessing(List<List<Double>> confusion) {
        double all = 0;
        double most = 0;
        for (List<Double> row : confusion) {
            double own = row.stream().mapToDouble(Double::doubleValue).sum();
            all += own;
            most = Math.max(most, own);
        }
        return most / all;
    }
}
