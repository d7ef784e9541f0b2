package tritone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A conversion that its user stops. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ConvertIT {
    @TempDir
    private Path folder;

    private boolean isHalfWritten() throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().contains(".part")).count() > 100;
        }
    }

    @Test
    void stoppedByCtrlCItLeavesNothingBehind() throws Exception {
        Path reviews = Files.write(folder.resolve("all.txt"), Collections.nCopies(300_000, "fine"));
        Path err = folder.resolve("stopped.err");
        Process process = new Launched(folder)
                .tritone("corpus", "convert", reviews.toString(), "--to", "files", "--output", folder + "/out")
                .redirectError(err.toFile())
                .start();
        while (process.isAlive() && !isHalfWritten()) {
            Thread.sleep(20);
        }
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended soon").isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(err).hasContent("tritone: stopped; nothing was written");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("out"));
        }
    }
}
