package tritone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example that the documentation of the classifier begins with, copied, compiled and run as it stands. */
class ClassifierExampleIT {
    private static final Path SOURCE = Path.of("src/main/java/tritone/classification/Classifier.java");
    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\\n(.*?)\\n \\* }</pre>", Pattern.DOTALL);

    @TempDir
    private Path folder;

    private static String example() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(SOURCE));
        assertThat(example.find()).as("an example in " + SOURCE).isTrue();
        return example.group(1)
                .lines()
                .map(line -> line.replaceFirst("^ \\* ?", ""))
                .collect(Collectors.joining("\n"));
    }

    private void compile(Path source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = List.of("-Xlint:all,-path,-classfile", "-cp", classPath(), "-d", folder.toString());
        boolean compiled;
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            compiled = compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertThat(said.toString()).isEmpty();
        assertThat(compiled).isTrue();
    }

    private static String classPath() {
        return Path.of("target/tritone.jar").toAbsolutePath()
                + File.pathSeparator
                + Path.of("target/lib").toAbsolutePath().resolve("*");
    }

    @Test
    void worksAsItStands() throws Exception {
        Path source = Files.writeString(
                folder.resolve("Example.java"), """
                import java.nio.file.Path;
                import tritone.classification.Classifier;
                import tritone.classification.Prediction;

                public class Example {
                    public static void main(String[] args) throws Exception {
                %s
                    }
                }
                """.formatted(example().indent(8)));
        compile(source);

        Launched.Result result = new Launched(folder)
                .run(new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        folder + File.pathSeparator + classPath(),
                        "Example"));

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).matches("(pos|neg) 0\\.\\d+\n");
        assertThat(result.exitCode()).isZero();
    }
}
