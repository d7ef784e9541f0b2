package tritone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Processes of the launcher, in a folder of their own. */
record Launched(Path folder) {
    static final Path HOME = Path.of("").toAbsolutePath();

    record Result(int exitCode, String out, String err) {
        /** Without what Java says of its module. */
        List<String> said() {
            return err.lines()
                    .filter(line -> !line.equals("WARNING: Using incubator modules: jdk.incubator.vector"))
                    .toList();
        }
    }

    ProcessBuilder tritone(Object... arguments) {
        List<String> words = new ArrayList<>(List.of(HOME.resolve("tritone").toString()));
        Arrays.stream(arguments).map(Object::toString).forEach(words::add);
        return command(words);
    }

    /** A line for the shell, in which {@code $tritone} is the launcher. */
    ProcessBuilder shell(String line) {
        ProcessBuilder builder = command(List.of("sh", "-c", line));
        builder.environment().put("tritone", HOME.resolve("tritone").toString());
        return builder;
    }

    private ProcessBuilder command(List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().put("TRITONE_CACHE", folder.resolve("cache").toString());
        return builder;
    }

    /** Waits for the end. */
    Result run(ProcessBuilder builder) throws IOException, InterruptedException {
        File out = File.createTempFile("out", "", folder.toFile());
        File err = File.createTempFile("err", "", folder.toFile());
        Process process = builder.redirectOutput(out).redirectError(err).start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ended in time").isTrue();
        return new Result(process.exitValue(), text(out), text(err));
    }

    private static String text(File file) throws IOException {
        return Files.readString(file.toPath(), StandardCharsets.UTF_8);
    }
}
