package tritone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons in real processes, which are stopped in every way there is. Runs after the jar is packaged. */
@DisabledOnOs(OS.WINDOWS)
class CompareIT {
    private static final Object[] COMMAND = {
        "compare",
        "--cells",
        "gru,linear",
        "--seeds",
        "2",
        "--units",
        "16",
        "--epochs",
        "6",
        "--batch",
        "16",
        "--report",
        "r"
    };

    @TempDir
    private Path folder;

    private Launched place(String name) throws IOException {
        return new Launched(Files.createDirectories(folder.resolve(name)));
    }

    private static JsonNode comparison(Launched place) throws IOException {
        return ComparisonTimes.without(place.folder().resolve("r/comparison.json"));
    }

    private static List<String> runs(Launched place) throws IOException {
        Path runs = place.folder().resolve("r/runs");
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(runs)) {
            return found.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void endsInTheSameFileHoweverItWasStopped() throws Exception {
        Launched whole = place("whole");
        Launched.Result result = whole.run(whole.tritone(COMMAND));
        assertThat(result.exitCode()).as(result.err()).isZero();

        Launched killed = place("killed");
        for (int seconds = 2; seconds <= 6; seconds++) { // at whatever it is doing then
            Process process = killed.tritone(COMMAND).start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
        Launched interrupted = place("interrupted");
        Process process = interrupted.tritone(COMMAND).start();
        while (process.isAlive() && runs(interrupted).isEmpty()) {
            Thread.sleep(10);
        }
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertThat(process.waitFor()).isEqualTo(130);

        assertThat(killed.run(killed.tritone(COMMAND)).exitCode()).isZero();
        assertThat(interrupted.run(interrupted.tritone(COMMAND)).exitCode()).isZero();

        assertThat(comparison(killed)).isEqualTo(comparison(whole));
        assertThat(comparison(interrupted)).isEqualTo(comparison(whole));
        assertThat(runs(killed)).isEqualTo(runs(whole)).hasSize(3);
    }
}
