package tritone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which package may know which: the stages of a review in their order, and libraries only where they belong. */
class ArchitectureTest {
    private static final Path SOURCES = Path.of("src/main/java/tritone");

    /** A package imports only packages before it. */
    private static final List<String> STAGES = List.of(
            "files",
            "corpus",
            "download",
            "splitting",
            "text",
            "tensors",
            "vocabulary",
            "inspection",
            "vectors",
            "encoding",
            "kernel",
            "network",
            "baseline",
            "evaluation",
            "model",
            "explanation",
            "classification",
            "layers",
            "training",
            "pretraining",
            "comparison",
            "report",
            "cli");

    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([\\w.]+);");

    private static List<Path> files(String stage) throws IOException {
        try (Stream<Path> files = Files.list(SOURCES.resolve(stage))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> imports(Path file) throws IOException {
        return IMPORT.matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void everyPackageIsAStageAndSaysWhatItIs() throws IOException {
        try (Stream<Path> found = Files.list(SOURCES)) {
            assertThat(found.map(path -> path.getFileName().toString())).containsExactlyInAnyOrderElementsOf(STAGES);
        }
        for (String stage : STAGES) {
            assertThat(SOURCES.resolve(stage).resolve("package-info.java")).exists();
        }
    }

    @Test
    void aStageKnowsOnlyStagesBeforeIt() throws IOException {
        Pattern own = Pattern.compile("tritone\\.(\\w+)\\..*");
        for (String stage : STAGES) {
            for (Path file : files(stage)) {
                for (String imported : imports(file)) {
                    Matcher matcher = own.matcher(imported);
                    if (matcher.matches()) {
                        assertThat(STAGES.indexOf(matcher.group(1)))
                                .as(file + " imports " + imported)
                                .isNotNegative()
                                .isLessThan(STAGES.indexOf(stage));
                    }
                }
            }
        }
    }

    @Test
    void librariesStayWhereTheyBelong() throws IOException {
        assertOnlyIn("org.apache.lucene.", "text");
        assertOnlyIn("opennlp.", "text");
        assertOnlyIn("picocli.", "cli");
        assertOnlyIn("de.siegmar.", "corpus");
        assertOnlyIn("org.apache.parquet.", "corpus");
        assertOnlyIn("org.apache.hadoop.", "corpus");
        assertOnlyIn("io.airlift.", "corpus");
        assertOnlyIn("com.fasterxml.jackson.dataformat.", "training");
        assertOnlyIn("org.apache.commons.compress.", "download");
        assertOnlyIn("java.net.http.", "download");
        assertOnlyIn("org.apache.commons.statistics.", "evaluation");
        assertOnlyIn("org.nd4j.", "layers");
        assertOnlyIn("org.deeplearning4j.", "layers");
    }

    private static void assertOnlyIn(String library, String home) throws IOException {
        for (String stage : STAGES) {
            for (Path file : files(stage)) {
                if (!stage.equals(home)) {
                    assertThat(Files.readString(file)).as(file.toString()).doesNotContain(library);
                }
            }
        }
    }

    @Test
    void onlyTheCommandLinePrints() throws IOException {
        for (String stage : STAGES) {
            for (Path file : files(stage)) {
                // An example in a comment may.
                assertThat(Files.readAllLines(file).stream()
                                .filter(line -> !line.strip().startsWith("*")))
                        .as(file.toString())
                        .noneMatch(line -> line.contains("System.out") || line.contains("System.err"));
            }
        }
    }

    @Test
    void noFileIsLongerThanThreeHundredLines() throws IOException {
        for (String stage : STAGES) {
            for (Path file : files(stage)) {
                assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(300);
            }
        }
    }
}
