package tritone.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AliasTableTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 257})
    void drawsInProportion(int size) {
        double[] weights = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            weights[i] = i % 3 == 2 ? 0 : 1.0 / (i + 1);
            sum += weights[i];
        }
        AliasTable table = new AliasTable(weights);
        SplittableRandom random = new SplittableRandom(1);
        int draws = 1_000_000;
        int[] drawn = new int[size];

        for (int i = 0; i < draws; i++) {
            drawn[table.draw(random)]++;
        }

        for (int i = 0; i < size; i++) {
            double expected = weights[i] / sum;
            double deviation = Math.sqrt(expected * (1 - expected) / draws);
            assertThat((double) drawn[i] / draws).isCloseTo(expected, within(5 * deviation + 1e-9));
        }
    }

    @Test
    void neverDrawsWhatHasNoWeight() {
        AliasTable table = new AliasTable(new double[] {0, 0, 1, 0, 1e-3});
        SplittableRandom random = new SplittableRandom(2);

        for (int i = 0; i < 100_000; i++) {
            assertThat(table.draw(random)).isIn(2, 4);
        }
    }
}
