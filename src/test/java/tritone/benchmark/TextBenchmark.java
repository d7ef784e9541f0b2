package tritone.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tritone.corpus.Corpus;
import tritone.corpus.ReadingOptions;
import tritone.corpus.Review;
import tritone.corpus.ReviewReader;
import tritone.text.Chain;
import tritone.text.TextAnalyzer;

/**
 * One thread takes the sample corpus' training reviews apart. Run it with
 *
 * <pre>mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test-classpath
 * java -cp target/classes:target/test-classes:$(cat target/test-classpath) org.openjdk.jmh.Main TextBenchmark</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TextBenchmark {
    @Param({"simple", "html,simple", "html,simple,contractions,emoticons,lowercase", "html,standard,lowercase"})
    String chain;

    private List<String> texts;
    private TextAnalyzer analyzer;

    @Setup
    public void read() throws IOException {
        texts = new ArrayList<>();
        analyzer = new TextAnalyzer(Chain.parse(chain));
        try (ReviewReader reader = Corpus.open(Path.of("corpora/sample"), ReadingOptions.DEFAULTS)
                .training()
                .open()) {
            for (Review review = reader.next(); review != null; review = reader.next()) {
                texts.add(review.text());
            }
        }
    }

    @Benchmark
    public int tokens() {
        int[] count = new int[1];
        for (String text : texts) {
            analyzer.analyze(text, (characters, length) -> count[0]++);
        }
        return count[0];
    }
}
