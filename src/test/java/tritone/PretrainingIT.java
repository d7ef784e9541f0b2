package tritone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Vectors that are learnt in a real process, which is stopped. Runs after the jar is packaged. */
@DisabledOnOs(OS.WINDOWS)
class PretrainingIT {
    private static final Path TRITONE = Path.of("tritone").toAbsolutePath();

    @TempDir
    private Path folder;

    private Process start(String rounds) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        TRITONE.toString(),
                        "pretrain",
                        "vectors",
                        "sample",
                        "--output",
                        "vocab/mine",
                        "--rounds",
                        rounds)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("TRITONE_CACHE", folder.resolve("cache").toString());
        return builder.start();
    }

    private void awaitEncoding(Process process) throws IOException, InterruptedException {
        while (process.isAlive() && !isEncoded()) {
            Thread.sleep(10);
        }
        Thread.sleep(2_000); // learning begins at once after that, and would go on for an hour
    }

    private boolean isEncoded() throws IOException {
        if (!Files.isDirectory(folder.resolve("cache"))) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.anyMatch(file -> file.toString().endsWith(".ids"));
        }
    }

    @Test
    void ctrlCEndsItAndLeavesNothing() throws Exception {
        Process process = start("200000");
        awaitEncoding(process);

        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(folder.resolve("err")).content().endsWith("tritone: stopped; nothing was written\n");
        assertThat(folder.resolve("out")).isEmptyFile();
        assertThat(folder.resolve("vocab")).doesNotExist();
    }

    @Test
    void saysWhatItMadeOnStandardOutputAlone() throws Exception {
        Process process = start("2");

        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(folder.resolve("out")).content().startsWith("vocab/mine: ").endsWith(" tokens/s\n");
        assertThat(folder.resolve("vocab/mine/vectors.safetensors")).isNotEmptyFile();
    }
}
