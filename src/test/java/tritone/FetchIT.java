package tritone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tritone.download.KnownCorpus;
import tritone.download.OddServer;

/** A download that its user stops. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class FetchIT {
    private static final byte[] BEGINNING = new byte[1_000_000];

    @TempDir
    private Path folder;

    /** Brings a beginning, and then nothing for as long as anyone waits. */
    private static OddServer slow() throws IOException {
        return new OddServer((request, out) -> {
            OddServer.head(
                    out,
                    200,
                    "ETag: \"a\"",
                    "Content-Length: " + KnownCorpus.IMDB.archive().bytes());
            out.write(BEGINNING);
            out.flush();
            Thread.sleep(120_000);
        });
    }

    @Test
    void stoppedByCtrlCItSaysHowToGoOn() throws Exception {
        Launched launched = new Launched(folder);
        Path part = folder.resolve("cache/downloads/aclImdb_v1.tar.gz.part");
        Path err = folder.resolve("stopped.err");
        try (OddServer server = slow()) {
            Process process = launched.tritone("corpus", "fetch", "imdb", "--again", "--from", server.address())
                    .redirectError(err.toFile())
                    .start();
            while (process.isAlive() && (!Files.exists(part) || Files.size(part) < BEGINNING.length)) {
                Thread.sleep(20);
            }
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("ended soon").isTrue();
            assertThat(process.exitValue()).isEqualTo(130);
        }
        assertThat(err).hasContent("tritone: stopped; " + part + " holds 1.0 of 84.1 MB, and the same command goes on");
        assertThat(part).hasBinaryContent(BEGINNING);
    }
}
