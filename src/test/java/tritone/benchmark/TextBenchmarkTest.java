package tritone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tritone.text.Chain;

class TextBenchmarkTest {
    @Test
    void benchmarkCountsTheTokensThatTheCorpusHas() throws IOException {
        TextBenchmark benchmark = new TextBenchmark();
        benchmark.chain = Chain.DEFAULT.toString();
        benchmark.read();

        assertThat(benchmark.tokens()).isEqualTo(56_169);
    }
}
