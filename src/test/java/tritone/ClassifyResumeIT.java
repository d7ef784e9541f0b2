package tritone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tritone.model.ModelFolder;
import tritone.model.TinyModels;
import tritone.network.CellKind;

/** Runs that are killed, and go on as if nothing had been. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ClassifyResumeIT {
    private static final int REVIEWS = 4_500;
    private static final long TYPICAL_ROWS = 3000;

    @TempDir
    private Path folder;

    private Launched launched;

    /** Every 97th row is bad. */
    @BeforeEach
    void writeInput() throws IOException {
        launched = new Launched(folder);
        ModelFolder.write(TinyModels.of(CellKind.GRU, 2), folder.resolve("tiny"), ModelFolder.More.NOTHING);
        String[] words = {"a", "dull", "film", "not", "good", "at", "all", "lovely", "noise", "ending"};
        Random random = new Random(3);
        StringBuilder rows = new StringBuilder("id,text\n");
        for (int i = 0; i < REVIEWS; i++) {
            rows.append("\"r").append(i).append(", \"\"\u00e9\"\"\nnext\",");
            for (int word = random.nextInt(20); word >= 0; word--) {
                rows.append(words[random.nextInt(words.length)]).append(' ');
            }
            rows.append(i % 97 == 5 ? ",too,many\n" : "\n");
        }
        Files.writeString(folder.resolve("in.csv"), rows);
    }

    private ProcessBuilder classify(String output, String onError, String... more) {
        List<Object> words = new ArrayList<>(
                List.of("classify", "in.csv", "--output", output, "--on-error", onError, "--model", "tiny"));
        words.addAll(List.of(more));
        return launched.tritone(words.toArray());
    }

    /** Waits until some bytes are written. */
    private Process begun(ProcessBuilder builder, Path part, long bytes) throws Exception {
        Process process = builder.redirectError(folder.resolve("err").toFile()).start();
        while (process.isAlive() && (!Files.exists(part) || Files.size(part) < bytes)) {
            Thread.sleep(5);
        }
        return process;
    }

    @ParameterizedTest
    @CsvSource({"csv, skip, 1", "tsv, row, 2", "jsonl, row, 3"})
    void killedAtAnyMomentItEndsInTheSameBytes(String format, String onError, long seed) throws Exception {
        Launched.Result undisturbed = launched.run(classify("whole." + format, onError));
        assertThat(undisturbed.exitCode()).as(undisturbed.err()).isEqualTo(4);
        byte[] whole = Files.readAllBytes(folder.resolve("whole." + format));
        String output = "killed." + format;
        Random random = new Random(seed);
        int kills = 0;

        for (int i = 0; i < (format.equals("csv") ? 2 : 1); i++) {
            Process process = begun(classify(output, onError, "--resume"), folder.resolve(output + ".part"), (long)
                    (whole.length * (0.4 * i + 0.4 * random.nextDouble())));
            process.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
            kills += Files.exists(folder.resolve(output)) ? 0 : 1;
        }
        Launched.Result resumed = launched.run(classify(output, onError, "--resume"));

        assertThat(kills).as("times it was killed").isPositive();
        assertThat(resumed.exitCode()).as(resumed.err()).isEqualTo(4);
        assertThat(folder.resolve(output)).hasBinaryContent(whole);
        assertThat(folder.resolve(output + ".part")).doesNotExist();
        assertThat(folder.resolve(output + ".part.run")).doesNotExist();
    }

    @Test
    void whoStopsItIsToldHowToGoOn() throws Exception {
        Path part = folder.resolve("out.csv.part");
        Process process = begun(classify("out.csv", "skip"), part, TYPICAL_ROWS);

        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(Files.readString(folder.resolve("err")))
                .endsWith("tritone: stopped; out.csv.part holds what was written, and --resume goes on\n");
        assertThat(folder.resolve("out.csv")).doesNotExist();
        assertThat(launched.run(classify("out.csv", "skip", "--resume")).exitCode())
                .isEqualTo(4);
    }

    /** Java puts the entries of an immutable map in another order in each process. */
    @Test
    void theSameColumnsAreTheSameInEveryProcess() throws Exception {
        String[] options = {"--columns", "id=id,text=text,group=1,label=1"};
        Launched.Result first = launched.run(classify("out.jsonl", "fail", options));
        assertThat(first.said()).containsExactly("tritone: in.csv:12: expected 2 columns but found 4");

        for (int i = 0; i < 4; i++) {
            String[] again = {options[0], options[1], "--resume"};
            assertThat(launched.run(classify("out.jsonl", "fail", again)).said())
                    .isEqualTo(first.said());
        }
    }
}
