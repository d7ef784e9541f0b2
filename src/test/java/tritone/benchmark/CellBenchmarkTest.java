package tritone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tritone.kernel.CellVariant;

class CellBenchmarkTest {
    private static final int BATCH = 48;

    @ParameterizedTest
    @EnumSource(names = {"SIMPLE_RNN_TANH", "LSTM", "GRU_RESET_BEFORE", "GRU_RESET_AFTER"})
    void benchmarkComputesTheSameInBothWays(CellVariant variant) {
        CellBenchmark scalar = benchmark(variant, "scalar", 1);
        CellBenchmark vector = benchmark(variant, "vector", 2);

        assertThat(vector.forwardAndBack().parameters().recurrent())
                .isEqualTo(scalar.forwardAndBack().parameters().recurrent());
        assertThat(vector.lastOnly().hidden()).isEqualTo(scalar.lastOnly().hidden());
        int last = BATCH * 128;
        float[] states = scalar.forward().hidden();
        assertThat(Arrays.copyOfRange(scalar.lastOnly().hidden(), last - 128, last))
                .isEqualTo(Arrays.copyOfRange(states, states.length - 128, states.length));
    }

    private static CellBenchmark benchmark(CellVariant variant, String arithmetic, int threads) {
        CellBenchmark benchmark = new CellBenchmark();
        benchmark.variant = variant;
        benchmark.arithmetic = arithmetic;
        benchmark.threads = threads;
        benchmark.batch = BATCH;
        benchmark.steps = 20;
        benchmark.prepare();
        return benchmark;
    }
}
