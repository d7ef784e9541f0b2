package tritone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tritone.files.Sha256;

/** Training in real processes, which are stopped in every way there is. Runs after the jar is packaged. */
@DisabledOnOs(OS.WINDOWS)
class TrainingIT {
    private static final Path TRITONE = Path.of("tritone").toAbsolutePath();

    /** Dropout, averaging and two rates of Adam's: everything that a checkpoint could forget. */
    private static final List<String> PLAN = List.of(
            "sample",
            "--cell",
            "gru",
            "--units",
            "12",
            "--embedding",
            "16",
            "--max-tokens",
            "32",
            "--batch",
            "16",
            "--epochs",
            "10",
            "--patience",
            "10",
            "--average",
            "3",
            "--word-dropout",
            "0.1",
            "--state-dropout",
            "0.1",
            "--rate",
            "2e-3");

    @TempDir
    private static Path folder;

    private static String expected;

    private record Ended(int exitCode, String out, String err) {}

    /** A process whose words are kept. */
    private record Running(Process process, Path out, Path err) {
        Ended end() throws IOException, InterruptedException {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ended in time").isTrue();
            return new Ended(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        }

        void signal(String name) throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
    }

    private static Running start(List<String> arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(TRITONE.toString(), "train"));
        words.addAll(arguments);
        File out = Files.createTempFile(folder, "out", "").toFile();
        File err = Files.createTempFile(folder, "err", "").toFile();
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectOutput(out)
                .redirectError(err);
        builder.environment().put("TRITONE_CACHE", folder.resolve("cache").toString());
        return new Running(builder.start(), out.toPath(), err.toPath());
    }

    private static List<String> begin(String output) {
        List<String> words = new ArrayList<>(PLAN);
        words.addAll(List.of("--checkpoint-every", "1", "--output", output));
        return words;
    }

    private static List<String> resume(String output) {
        return List.of("--resume", "--checkpoint-every", "1", "--output", output);
    }

    private static Ended run(List<String> arguments) throws IOException, InterruptedException {
        return start(arguments).end();
    }

    private static String weights(String model) throws IOException {
        return new Sha256()
                .addFile(folder.resolve(model).resolve("model.safetensors"))
                .hex();
    }

    private static Path checkpoint(String output) {
        return folder.resolve(output + ".training/checkpoint.safetensors");
    }

    /** Until there is another checkpoint than before, or the process has ended. */
    private static void awaitCheckpoint(Running running, String output) throws IOException, InterruptedException {
        FileTime before = time(checkpoint(output));
        while (running.process.isAlive() && time(checkpoint(output)).equals(before)) {
            Thread.sleep(10);
        }
    }

    private static FileTime time(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file);
        } catch (java.nio.file.NoSuchFileException e) {
            return FileTime.fromMillis(0);
        }
    }

    @BeforeAll
    static void trainWithoutAPause() throws Exception {
        List<String> words = begin("models/whole");
        words.addAll(List.of("--threads", "2"));
        Ended ended = run(words);

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        expected = weights("models/whole");
    }

    @Test
    void ctrlCKeepsWhatWasLearntAndSaysHowToGoOn() throws Exception {
        Running running = start(begin("models/stopped"));
        awaitCheckpoint(running, "models/stopped");

        running.signal("INT");
        Ended stopped = running.end();

        assertThat(stopped.exitCode()).isEqualTo(130);
        assertThat(stopped.err())
                .endsWith("\ntritone: stopped; to go on: tritone train --resume --output models/stopped\n");
        assertThat(stopped.out()).isEmpty();
        assertThat(folder.resolve("models/stopped")).doesNotExist();
        assertThat(folder.resolve("models/stopped.training/plan.yaml")).isRegularFile();
        assertThat(run(begin("models/stopped")).exitCode()).isEqualTo(2);

        assertDamageIsOneSentence("models/stopped", "models/damaged");
        Ended resumed = run(resume("models/stopped"));

        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(weights("models/stopped")).isEqualTo(expected);
        assertThat(folder.resolve("models/stopped.training")).doesNotExist();
    }

    private static void assertDamageIsOneSentence(String stopped, String damaged) throws Exception {
        Files.createDirectory(folder.resolve(damaged + ".training"));
        Files.copy(folder.resolve(stopped + ".training/plan.yaml"), folder.resolve(damaged + ".training/plan.yaml"));
        byte[] bytes = Files.readAllBytes(checkpoint(stopped));
        Files.write(checkpoint(damaged), java.util.Arrays.copyOf(bytes, bytes.length * 2 / 3));

        Ended cut = run(resume(damaged));

        assertThat(cut.exitCode()).isEqualTo(1);
        assertThat(cut.err().lines().filter(line -> !line.startsWith("WARNING: Using incubator")))
                .singleElement()
                .asString()
                .startsWith("tritone: models/damaged.training/checkpoint.safetensors: ");
        assertThat(folder.resolve(damaged)).doesNotExist();
    }

    @Test
    void ctrlCBeforeAnythingWasLearntLeavesNothingInTheWay() throws Exception {
        Running running = start(begin("models/early"));
        Thread.sleep(400);

        running.signal("INT");
        Ended stopped = running.end();

        assertThat(stopped.exitCode()).isEqualTo(130);
        assertThat(stopped.out()).isEmpty();
        assertThat(stopped.err()).doesNotContain("Exception");
        assertThat(folder.resolve("models/early")).doesNotExist();
    }

    @Test
    void killedAtAnyMomentItComesToTheSameWeights() throws Exception {
        Random random = new Random(20);
        String output = "models/killed";
        int inTheMiddle = 0;
        for (int kill = 0; kill < 4 && !Files.exists(folder.resolve(output)); kill++) {
            boolean begun = Files.exists(folder.resolve(output + ".training/plan.yaml"));
            Running running = start(begun ? resume(output) : begin(output));
            if (kill == 0) {
                Thread.sleep(random.nextInt(1200)); // while it starts
            } else {
                awaitCheckpoint(running, output);
                Thread.sleep(random.nextInt(150));
            }
            inTheMiddle += running.process.isAlive() && Files.exists(checkpoint(output)) ? 1 : 0;
            running.signal("KILL");
            running.end();
        }
        assertThat(inTheMiddle).as("kills in the middle").isGreaterThanOrEqualTo(2);

        if (Files.exists(folder.resolve(output + ".training"))) {
            Ended resumed = run(resume(output));
            assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        }

        assertThat(weights(output)).isEqualTo(expected);
        assertThat(folder.resolve(output + ".training")).doesNotExist();
    }

    @Test
    void anotherRunOfThePlanGivesTheSameBytesOnOneThread() throws Exception {
        Ended again =
                run(List.of("--plan", "models/whole/plan.yaml", "--threads", "1", "--output", "models/one-thread"));

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(weights("models/one-thread")).isEqualTo(expected);
        assertThat(folder.resolve("models/one-thread/plan.yaml"))
                .hasSameTextualContentAs(folder.resolve("models/whole/plan.yaml"));
    }

    @Test
    void anExplosionIsOneSentence() throws Exception {
        Ended ended = run(List.of(
                "--max-tokens",
                "16",
                "--cell",
                "simple-rnn",
                "--optimiser",
                "sgd",
                "--rate",
                "1e6",
                "--clip-norm",
                "none",
                "--schedule",
                "constant",
                "--units",
                "8",
                "--embedding",
                "8",
                "--output",
                "models/exploded"));

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err())
                .containsPattern(
                        "(?m)^tritone: .* at step \\d+, at a learning rate of 1\\.00e\\+06; try .*--rate .*--clip-norm 1")
                .doesNotContain("\tat ", "Exception");
        assertThat(folder.resolve("models/exploded")).doesNotExist();
    }

    @Test
    void nothingIsResumedAndNothingIsReplacedByMistake() throws Exception {
        assertThat(run(resume("models/never")).exitCode()).isEqualTo(2);
        assertThat(run(begin("models/whole")).exitCode()).isEqualTo(2);
        assertThat(weights("models/whole")).isEqualTo(expected);
    }
}
