package tritone.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tritone.encoding.ReviewBatch;
import tritone.kernel.CellVariant;
import tritone.network.CellSpec;
import tritone.network.Direction;
import tritone.network.NetworkSpec;
import tritone.network.Normalisation;
import tritone.network.Readout;

class FrozenTest {
    private static final Set<String> FROZEN = Set.of("0.E", "0.RW");
    private static final ReviewBatch BATCH =
            new ReviewBatch(new int[] {0, 1}, new int[] {2, 3, 4, 5, 2, 6, 0, 0}, new int[] {4, 2}, 4);
    private static final Targets TARGETS = Targets.of(new int[] {0, 1}, 1);

    private static NetworkTrainer trainer(Optimiser.Kind kind, Optimiser.Updates updates) {
        CellSpec cell = new CellSpec(CellVariant.GRU_RESET_BEFORE, 4, Direction.FORWARD, Normalisation.NONE);
        NetworkSpec spec = new NetworkSpec(8, 3, cell, 1, Readout.LAST, 2);
        double decay = kind == Optimiser.Kind.ADAMW ? 0.1 : 0;
        return NetworkTrainer.of(spec, LearningOptions.of(new Optimiser(kind, 0.9, decay, updates)), 1, 1);
    }

    private static void fit(NetworkTrainer trainer, int steps) {
        for (int step = 0; step < steps; step++) {
            trainer.fit(BATCH, TARGETS);
        }
    }

    @ParameterizedTest
    @EnumSource(Optimiser.Kind.class)
    void leavesFrozenWeightsAloneWhateverTheOptimiser(Optimiser.Kind kind) {
        for (Optimiser.Updates updates : Optimiser.Updates.values()) {
            NetworkTrainer trainer = trainer(kind, updates);
            Map<String, float[]> before = trainer.weights();
            trainer.freeze(FROZEN);

            fit(trainer, 3);

            trainer.weights()
                    .forEach((name, values) -> assertThat(Arrays.equals(values, before.get(name)))
                            .as("%s with %s, %s", name, kind, updates)
                            .isEqualTo(FROZEN.contains(name)));
        }
    }

    @Test
    void learnsOnOnceNothingIsFrozen() {
        NetworkTrainer trainer = trainer(Optimiser.Kind.ADAM, Optimiser.Updates.LAZY);
        Map<String, float[]> before = trainer.weights();
        trainer.freeze(FROZEN);
        fit(trainer, 1);
        trainer.freeze(Set.of());

        fit(trainer, 1);

        assertThat(trainer.weights().get("0.E")).isNotEqualTo(before.get("0.E"));
        assertThat(trainer.weights().get("0.RW")).isNotEqualTo(before.get("0.RW"));
    }

    @Test
    void beginsWithSomeWeightsAndKeepsTheOthers() {
        NetworkTrainer trainer = trainer(Optimiser.Kind.ADAM, Optimiser.Updates.LAZY);
        Map<String, float[]> before = trainer.weights();
        float[] vectors = new float[24];
        Arrays.fill(vectors, 0.25f);

        trainer.begin(Map.of("0.E", vectors));

        assertThat(trainer.weights().get("0.E")).isEqualTo(vectors);
        assertThat(trainer.weights().get("0.W")).isEqualTo(before.get("0.W"));
    }

    @Test
    void refusesWeightsThatTheNetworkDoesNotHave() {
        NetworkTrainer trainer = trainer(Optimiser.Kind.ADAM, Optimiser.Updates.LAZY);

        assertThatThrownBy(() -> trainer.begin(Map.of("0.P", new float[4])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the network has no weight called 0.P");
    }
}
