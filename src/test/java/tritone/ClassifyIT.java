package tritone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code tritone classify} among pipes, signals and full disks. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ClassifyIT {
    private static final Pattern ID = Pattern.compile("(?m)^\\{\"id\":\"([^\"]*)\",\"label\":");

    @TempDir
    private Path folder;

    private Launched launched;

    @BeforeEach
    void launch() {
        launched = new Launched(folder);
    }

    private static List<String> ids(String out) {
        return ID.matcher(out).results().map(match -> match.group(1)).toList();
    }

    private static List<String> numbers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
    }

    @Test
    void thousandsOfReviewsThroughAPipeInLittleMemory() throws Exception {
        String review = "The film was long, and for all its noise I could not stay awake. ".repeat(6);
        Files.writeString(
                folder.resolve("reviews.txt"),
                IntStream.range(0, 2000).mapToObj(i -> review + i + "\n").collect(Collectors.joining()));
        ProcessBuilder builder = launched.shell("cat reviews.txt | \"$tritone\" classify -");
        builder.environment().put("TRITONE_JAVA_OPTS", "-Xmx64m");

        Launched.Result result = launched.run(builder);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(ids(result.out())).isEqualTo(numbers(2000));
        assertThat(result.said()).singleElement().asString().startsWith("tritone: 2,000 reviews: ");
    }

    @Test
    void aSlowWriterSeesEachAnswerBeforeTheNextReview() throws Exception {
        ProcessBuilder builder = launched.tritone("classify", "-");
        builder.redirectError(folder.resolve("err").toFile());
        Process process = builder.start();
        OutputStream in = process.getOutputStream();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (int review = 1; review <= 4; review++) {
                in.write("Dull.\n".getBytes(StandardCharsets.UTF_8));
                in.flush();

                assertThat(out.readLine()).startsWith("{\"id\":\"" + review + "\",\"label\":");
                Thread.sleep(80);
            }
            in.close();
            assertThat(out.readLine()).isNull();
        }
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void aClosedPipeEndsQuietly() throws Exception {
        Files.writeString(folder.resolve("reviews.txt"), "Dull.\n".repeat(15_000));

        Launched.Result result =
                launched.run(launched.shell("{ \"$tritone\" classify reviews.txt; echo $? >code; } | head -n 1"));

        assertThat(ids(result.out())).containsExactly("1");
        assertThat(result.said()).allMatch(line -> line.matches("tritone: [\\d,]+ reviews: [\\d,]+ neg, [\\d,]+ pos"));
        assertThat(folder.resolve("code")).hasContent("0");
    }

    @Test
    void typedReviewsAndNothingElse() throws Exception {
        Launched.Result result = launched.run(
                launched.tritone("classify", "--text", "caf\u00e9 \ud83c\udfac", "--text", "", "--details"));

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(ids(result.out())).containsExactly("1", "2");
        assertThat(result.out()).contains("\"tokens\":0,\"unknown\":0.0,\"truncated\":false}\n");
    }

    @Test
    void nothingOnStandardInput() throws Exception {
        Launched.Result result = launched.run(launched.shell("\"$tritone\" classify - </dev/null"));

        assertThat(result.said()).containsExactly("tritone: stdin: expected at least one review but found none");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatStandardOutputIsFull() throws Exception {
        Files.writeString(folder.resolve("reviews.txt"), "A dull film.\n".repeat(3));

        Launched.Result result = launched.run(launched.shell("\"$tritone\" classify reviews.txt >/dev/full"));

        assertThat(result.said()).endsWith("tritone: standard output: No space left on device");
        assertThat(result.err()).doesNotContain("Exception");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    /** A limit on the size of files stands for a full disk; it also holds for what the launcher keeps of classes. */
    @Test
    void saysThatTheOutputCannotGrow() throws Exception {
        launched.run(launched.tritone("classify", "--text", "once, so that everything is built"));
        Files.writeString(folder.resolve("reviews.txt"), "A dull film.\n".repeat(1000));

        Launched.Result result = launched.run(launched.shell(
                "trap '' XFSZ; ulimit -f 64; \"$tritone\" classify reviews.txt --output full.jsonl 2>&1 | cat"));

        assertThat(result.out())
                .endsWith("tritone: full.jsonl.part: File too large\n")
                .doesNotContain("Exception");
        assertThat(folder.resolve("full.jsonl")).doesNotExist();
        assertThat(folder.resolve("full.jsonl.part")).isNotEmptyFile();
        Launched.Result resumed =
                launched.run(launched.tritone("classify", "reviews.txt", "--output", "full.jsonl", "--resume"));
        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(ids(Files.readString(folder.resolve("full.jsonl")))).isEqualTo(numbers(1000));
    }

    @Test
    void loadsNothingThatAnAnswerDoesNotNeed() throws Exception {
        ProcessBuilder builder = launched.tritone("classify", "--text", "It's <b>not</b> bad.");
        builder.environment().put("TRITONE_JAVA_OPTS", "-Xlog:class+load:file=loaded.txt");

        Launched.Result result = launched.run(builder);

        assertThat(result.exitCode()).as(result.err()).isZero();
        String loaded = Files.readString(folder.resolve("loaded.txt"));
        assertThat(loaded).contains(" tritone.classification.Classifier ", " tritone.network.");
        assertThat(loaded.lines().map(line -> line.replaceFirst("^(\\[[^]]*])+ ", "")))
                .noneMatch(line -> line.startsWith("org.nd4j.")
                        || line.startsWith("org.deeplearning4j.")
                        || line.startsWith("org.bytedeco.")
                        || line.startsWith("jdk.incubator.vector."));
    }

    @Test
    void longNamesTakeNoMoreMemoryThanLongReviews() throws Exception {
        try (Writer rows = Files.newBufferedWriter(folder.resolve("names.tsv"))) {
            for (int i = 0; i < 3000; i++) {
                rows.write(i + "x".repeat(40_000) + "\tpos\ta dull film\n");
            }
        }
        ProcessBuilder builder = launched.shell("\"$tritone\" classify names.tsv | cut -c 1-20 | wc -l");
        builder.environment().put("TRITONE_JAVA_OPTS", "-Xmx64m");

        Launched.Result result = launched.run(builder);

        assertThat(result.err()).doesNotContain("OutOfMemoryError");
        assertThat(result.out().strip()).isEqualTo("3000");
    }

    @Test
    void aFolderOnStandardInputIsNamed() throws Exception {
        Launched.Result result = launched.run(launched.shell("\"$tritone\" classify - <."));

        assertThat(result.said()).containsExactly("tritone: stdin: Is a directory");
        assertThat(result.exitCode()).isEqualTo(1);
    }
}
