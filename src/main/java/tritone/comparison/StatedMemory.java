package tritone.comparison;

import java.util.OptionalLong;
import tritone.layers.Optimiser;
import tritone.network.CellSpec;
import tritone.network.NetworkSpec;
import tritone.training.NetworkPlan;
import tritone.training.TrainingPlan;

/** What a training holds in memory by its plan, reviews apart. */
final class StatedMemory {
    private StatedMemory() {}

    static long parameters(NetworkSpec spec) {
        return spec.parameters().stream()
                .mapToLong(shape -> (long) shape.rows() * shape.columns())
                .sum();
    }

    /** In bytes, for a batch whose reviews are all as long as they may be; nothing if no bound says how long. */
    static OptionalLong of(TrainingPlan plan, NetworkSpec spec, int batch) {
        NetworkPlan network = plan.network().orElseThrow();
        int steps = plan.text().truncation().maxTokens();
        if (steps == Integer.MAX_VALUE) {
            return OptionalLong.empty();
        }
        long copies =
                2 + state(network.learning().optimiser().kind()); // weights, their gradient, the optimiser's state
        return OptionalLong.of(Float.BYTES * (copies * parameters(spec) + (long) batch * steps * kept(spec)));
    }

    private static int state(Optimiser.Kind kind) {
        return switch (kind) {
            case SGD -> 0;
            case MOMENTUM, RMSPROP, ADAGRAD -> 1;
            case ADAM, ADAMW, NADAM -> 2;
        };
    }

    /** Numbers that the cells keep of a token for the way back, and its vector. */
    private static long kept(NetworkSpec spec) {
        CellSpec cell = spec.cell();
        int gates = cell.variant().gates();
        long perUnit = switch (gates) {
            case 0 -> 0;
            case 1 -> 2; // the sum, the state
            default -> gates + 2L; // the gates, the state, what goes on inside
        };
        return spec.embedding() + perUnit * cell.width() * spec.levels();
    }
}
