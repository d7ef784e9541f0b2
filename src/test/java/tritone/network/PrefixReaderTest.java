package tritone.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tritone.kernel.Arithmetic;
import tritone.kernel.CellVariant;
import tritone.kernel.Workers;

class PrefixReaderTest {
    private static final Workers TWO = Workers.of(2);
    private static final double TEMPERATURE = 1.7;

    private static void assertPrefixes(NetworkSpec spec, int length) {
        Map<String, float[]> weights = new RandomWeights(1).of(spec.parameters());
        Network network = new Network(spec, weights, Arithmetic.fastest(), Workers.NONE).at(TEMPERATURE);
        int[] ids = new RandomWeights(2).reviews(spec.vocabulary(), length)[0];

        float[] running = new PrefixReader(spec, weights, TEMPERATURE, Arithmetic.fastest(), TWO).probabilities(ids);

        assertThat(running).hasSize(length * spec.classes());
        for (int last = 0; last < length; last++) {
            float[] own = Arrays.copyOfRange(running, last * spec.classes(), (last + 1) * spec.classes());
            assertThat(own)
                    .as("up to position %d", last)
                    .isEqualTo(network.probabilities(new int[][] {Arrays.copyOf(ids, last + 1)}));
        }
    }

    @ParameterizedTest
    @MethodSource("tritone.network.NetworkBitsTest#kinds")
    void givesEveryBeginningTheBitsOfTheNetwork(NetworkSpec spec) {
        assertPrefixes(spec, 23);
        assertPrefixes(spec, 1);
        assertPrefixes(spec, 0);
    }

    /** So long that those read anew stand in two batches. */
    @ParameterizedTest
    @CsvSource({"FORWARD, LAST, 2", "BACKWARD, MEAN, 5", "BOTH, LAST_MEAN_MAX, 3"})
    void readsLongReviews(Direction direction, Readout readout, int classes) {
        CellSpec cell = new CellSpec(CellVariant.GRU_RESET_BEFORE, 3, direction, Normalisation.BATCH);

        assertPrefixes(new NetworkSpec(7, 2, cell, 2, readout, classes), 220);
    }
}
