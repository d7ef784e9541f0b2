package tritone.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tritone.network.CellSpec;
import tritone.network.NetworkSpec;
import tritone.training.NetworkPlan;
import tritone.training.Setting;
import tritone.training.TrainingPlan;

/**
 * Chooses widths by which recurrent contenders have as many parameters as the one in the middle has by its own plan, words'
 * vectors apart, which are the same for all.
 */
final class ParameterMatch {
    private static final int WIDEST = 4096;

    private ParameterMatch() {}

    static List<Contender> of(List<Contender> contenders) {
        long[] sizes = contenders.stream()
                .filter(contender -> contender.cell().hasStates())
                .mapToLong(contender -> beyondWords(spec(contender.plan()).orElseThrow()))
                .sorted()
                .toArray();
        long wanted = sizes[sizes.length / 2];
        return contenders.stream()
                .map(contender -> contender.cell().hasStates() ? matched(contender, wanted) : contender)
                .toList();
    }

    private static Optional<NetworkSpec> spec(TrainingPlan plan) {
        return plan.network().map(NetworkPlan::shape);
    }

    private static long beyondWords(NetworkSpec spec) {
        return StatedMemory.parameters(spec) - (long) spec.vocabulary() * spec.embedding();
    }

    /** The width that comes nearest, of two the smaller. */
    private static Contender matched(Contender contender, long wanted) {
        NetworkSpec own = spec(contender.plan()).orElseThrow();
        int width = IntStream.rangeClosed(1, WIDEST)
                .boxed()
                .min(Comparator.comparingLong(units -> Math.abs(beyondWords(of(own, units)) - wanted)))
                .orElseThrow();
        return contender.with(Map.of(Setting.UNITS, Integer.toString(width)));
    }

    private static NetworkSpec of(NetworkSpec spec, int units) {
        CellSpec cell = spec.cell();
        return new NetworkSpec(
                spec.vocabulary(),
                spec.embedding(),
                new CellSpec(cell.variant(), units, cell.direction(), cell.normalisation()),
                spec.levels(),
                spec.readout(),
                spec.classes());
    }
}
