package tritone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as people call it: real processes, from anywhere. Runs after the jar is packaged. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
    private static final Path HOME = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    private record Result(int exitCode, String out, String err) {}

    private Result run(Path workingFolder, Map<String, String> environment, Object... command)
            throws IOException, InterruptedException {
        File out = Files.createTempFile(folder, "out", "").toFile();
        File err = Files.createTempFile(folder, "err", "").toFile();
        List<String> words = new ArrayList<>();
        for (Object word : command) {
            words.add(word.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(workingFolder.toFile())
                .redirectOutput(out)
                .redirectError(err);
        builder.environment().putAll(environment);
        builder.environment().put("TRITONE_CACHE", folder.resolve("cache").toString());
        Process process = builder.start();
        assertThat(process.waitFor(4, TimeUnit.MINUTES)).as("ended in time").isTrue();
        return new Result(
                process.exitValue(),
                Files.readString(out.toPath(), StandardCharsets.UTF_8),
                Files.readString(err.toPath(), StandardCharsets.UTF_8));
    }

    private Result tritone(Object... arguments) throws IOException, InterruptedException {
        Object[] command = new Object[arguments.length + 1];
        command[0] = HOME.resolve("tritone");
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return run(folder, Map.of(), command);
    }

    /** A copy of the project in a folder with spaces; libraries are linked, since they are large. */
    private Path copyOfTheProject() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("a path/with spaces"));
        for (String name :
                List.of("tritone", "pom.xml", "src/main", "corpora", "vocab", "target/tritone.jar", "target/lib")) {
            try (Stream<Path> files = Files.walk(HOME.resolve(name))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path target = copy.resolve(HOME.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    if (file.startsWith(HOME.resolve("target/lib"))) {
                        Files.createLink(target, file);
                    } else {
                        Files.copy(file, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                    }
                }
            }
        }
        Files.setLastModifiedTime(copy.resolve("target/tritone.jar"), FileTime.from(Instant.now()));
        return copy;
    }

    @Test
    void worksFromAnyFolder() throws Exception {
        Result result = tritone("corpus", "stats", "--json");

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).startsWith("{\n").contains("\"reviews\" : 800").endsWith("}\n");
    }

    @Test
    void worksThroughChainsOfSymbolicLinks() throws Exception {
        Path first = Files.createSymbolicLink(folder.resolve("first"), HOME.resolve("tritone"));
        Files.createDirectory(folder.resolve("bin"));
        Path second = Files.createSymbolicLink(folder.resolve("bin/t"), Path.of("../first"));

        Result result = run(folder, Map.of(), second, "tokens", "--text", "caf\u00e9 :(");

        assertThat(first).isSymbolicLink();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("lowercase     caf\u00e9 | :(\n");
    }

    @Test
    void worksUnderAPathWithSpaces() throws Exception {
        Path copy = copyOfTheProject();

        Result result = run(folder, Map.of(), copy.resolve("tritone"), "corpus", "stats", "--json");

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("\"reviews\" : 800");
        try (Stream<Path> files = Files.list(copy.resolve("target"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.matches("classes-\\d.*\\.jsa"));
        }
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        Path copy = copyOfTheProject();
        Files.writeString(copy.resolve("pom.xml"), "this is no project");
        Files.setLastModifiedTime(
                copy.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(5)));

        Result result = run(folder, Map.of(), copy.resolve("tritone"), "--version");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("tritone: building, once for these sources ...\n")
                .endsWith("tritone: the build failed\n");
        assertThat(copy.resolve("target/building")).doesNotExist();
    }

    @Test
    void exitCodesReachTheShell() throws Exception {
        assertThat(tritone("corpus", "stats", "--jsno").exitCode()).isEqualTo(2);
        assertThat(tritone("corpus", "stats", "nowhere").exitCode()).isEqualTo(1);
        assertThat(tritone("--version").exitCode()).isZero();
    }

    @Test
    void readsStandardInput() throws Exception {
        Result result = run(
                folder,
                Map.of(),
                "sh",
                "-c",
                "printf 'pos\\tI liked it\\nneg\\tnot me\\n' | '" + HOME.resolve("tritone")
                        + "' corpus stats - --json");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("\"corpus\" : \"stdin\"", "\"reviews\" : 2");
    }

    @Test
    void aClosedPipeEndsQuietly() throws Exception {
        Result result = run(
                folder, Map.of(), "sh", "-c", "'" + HOME.resolve("tritone") + "' vocab show --limit 4000 | head -n 1");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith("sample: ");
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        Result result = run(folder, Map.of("JAVA_HOME", "/nowhere"), HOME.resolve("tritone"), "--version");

        assertThat(result)
                .isEqualTo(new Result(
                        1, "", "tritone: no Java found; install a JDK 17 or newer, or set JAVA_HOME to one\n"));
    }

    @Test
    void understandsItsArgumentsInAnyLocale() throws Exception {
        Result result = run(
                folder, Map.of("LC_ALL", "C", "LANG", "C"), HOME.resolve("tritone"), "tokens", "--text", "caf\u00e9");

        assertThat(result.out()).startsWith("text          caf\u00e9\n");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysWhenItsOutputCannotBeWritten() throws Exception {
        Result result =
                run(folder, Map.of(), "sh", "-c", "'" + HOME.resolve("tritone") + "' tokens --text hello >/dev/full");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("tritone: standard output: No space left on device\n");
    }

    @Test
    void readsANamedPipe() throws Exception {
        Result result = run(
                folder,
                Map.of(),
                "sh",
                "-c",
                "mkfifo pipe; printf 'pos\\tI liked it\\n' >pipe & '" + HOME.resolve("tritone")
                        + "' corpus stats pipe --json");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("\"reviews\" : 1");
    }

    @Test
    void leavesNothingHalfWrittenWhenItIsInterrupted() throws Exception {
        String rows = Files.readString(HOME.resolve("corpora/sample/train.tsv"));
        String repeated = rows.substring(rows.indexOf('\n') + 1).repeat(400);
        Files.writeString(folder.resolve("large.tsv"), rows.substring(0, rows.indexOf('\n') + 1) + repeated);
        Path cache = folder.resolve("cache");
        ProcessBuilder builder = new ProcessBuilder(
                        HOME.resolve("tritone").toString(), "corpus", "encode", "large.tsv", "--threads", "1")
                .directory(folder.toFile());
        builder.environment().put("TRITONE_CACHE", cache.toString());
        Process process = builder.start();
        while (!hasPart(cache) && process.isAlive()) {
            Thread.sleep(20);
        }

        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(cache).isEmptyDirectory();
    }

    private static boolean hasPart(Path cache) throws IOException {
        if (!Files.isDirectory(cache)) {
            return false;
        }
        try (Stream<Path> files = Files.list(cache)) {
            return files.anyMatch(file -> file.toString().endsWith(".part"));
        }
    }

    @Test
    void encodesOnceAndFindsItAgain() throws Exception {
        assertThat(tritone("corpus", "encode", "--json").out()).contains("\"from_cache\" : false");
        assertThat(tritone("corpus", "encode", "--json").out())
                .contains("\"from_cache\" : true")
                .doesNotContain("\"from_cache\" : false");
    }
}
