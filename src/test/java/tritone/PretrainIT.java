package tritone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Pre-training in real processes. Runs after the jar is packaged. */
@DisabledOnOs(OS.WINDOWS)
class PretrainIT {
    @TempDir
    private Path folder;

    private static Object[] words(String epochs) {
        return new Object[] {
            "pretrain",
            "language-model",
            "sample",
            "--units",
            "12",
            "--embedding",
            "8",
            "--epochs",
            epochs,
            "--output",
            "models/lm"
        };
    }

    @Test
    void ctrlCWritesNothing() throws Exception {
        File out = folder.resolve("out").toFile();
        Path err = folder.resolve("err");
        Process process = new Launched(folder)
                .tritone(words("1000000"))
                .redirectOutput(out)
                .redirectError(err.toFile())
                .start();
        while (process.isAlive()
                && !Files.readString(err, StandardCharsets.UTF_8).contains("pass 1 ")) {
            Thread.sleep(20);
        }

        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ended in time").isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(err).content().endsWith("\ntritone: stopped; nothing was written\n");
        assertThat(out).isEmpty();
        assertThat(folder.resolve("models")).doesNotExist();
    }

    @Test
    void aClassifierBeginsWithWhatWasLearnt() throws Exception {
        Launched launched = new Launched(folder);
        Launched.Result learnt = launched.run(launched.tritone(words("1")));
        Launched.Result trained = launched.run(
                launched.tritone("train", "sample", "--from", "models/lm", "--epochs", "1", "--output", "models/mine"));
        Launched.Result answer =
                launched.run(launched.tritone("classify", "--model", "models/mine", "--text", "A film of films."));

        assertThat(List.of(learnt.exitCode(), trained.exitCode(), answer.exitCode()))
                .as(learnt.err() + trained.err() + answer.err())
                .containsOnly(0);
        assertThat(learnt.out()).startsWith("models/lm: gru of 12 units, forward, ");
        assertThat(answer.out()).contains("\"label\":");
    }
}
