package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusFormat;
import tritone.corpus.ReadingOptions;
import tritone.corpus.Row;
import tritone.corpus.RowReader;
import tritone.network.CellKind;

/** Inputs that break off, or a row of which is too much for a reader: everything else is still answered. */
class ClassifyBrokenInputTest {
    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Path model;

    @BeforeAll
    static void writeModel() throws IOException {
        model = ClassifiedRows.tinyModel(shared.resolve("tiny"), CellKind.GRU, 2);
    }

    private static ClassifiedRows rows(Path input) throws IOException {
        return ClassifiedRows.run("--model", model, "--on-error", "row", input);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource
    void jsonBeyondTheLimitsOfItsReader(String row) throws IOException {
        Path file = Files.writeString(folder.resolve("x.jsonl"), "{\"text\":\"a\"}\n" + row + "\n{\"text\":\"c\"}\n");

        ClassifiedRows told = rows(file);

        assertThat(told.ids()).containsExactly("1", "2", "3");
        assertThat(told.all("error").get(2)).isNull();
        assertThat(told.err()).doesNotContain("Exception");
    }

    /** A long name, a deep list, a long number. */
    static List<String> jsonBeyondTheLimitsOfItsReader() {
        return List.of(
                "{\"" + "x".repeat(60_000) + "\":1,\"text\":\"b\"}",
                "{\"x\":" + "[".repeat(1500) + "]".repeat(1500) + ",\"text\":\"b\"}",
                "{\"x\":" + "1".repeat(1500) + ",\"text\":\"b\"}");
    }

    @Test
    void aBadLineInTheMiddleOfACsvRowIsOneBadRow() throws IOException {
        byte[] bytes = "id,text\n1,\"a\n?\nb,c\nd\"\n2,fine\n".getBytes(StandardCharsets.UTF_8);
        bytes[13] = (byte) 0xff;
        Path file = Files.write(folder.resolve("x.csv"), bytes);

        ClassifiedRows told = rows(file);

        assertThat(told.ids()).containsExactly("2", "2");
        assertThat(told.all("error"))
                .containsExactly(
                        file + ":3: expected UTF-8 text but found other bytes (--charset names another one)", null);
    }

    @Test
    void whatStandsBeforeTheCutOfAGzipIsRead() throws IOException {
        byte[] whole = zipped(reviews(1000));
        Path file = Files.write(folder.resolve("x.txt.gz"), Arrays.copyOf(whole, whole.length * 4 / 5));

        ClassifiedRows told = rows(file);

        assertThat(told.rows()).hasSizeGreaterThan(500);
        assertThat(told.rows().get(told.rows().size() - 1).has("error")).isTrue();
    }

    /** As when one gzip after the other comes through a pipe, with a pause between them. */
    @Test
    void oneGzipAfterAnotherIsRead() throws IOException {
        InputStream both = new SequenceInputStream(
                new ByteArrayInputStream(zipped("a\nb\n")), new ByteArrayInputStream(zipped("c\nd\n")));
        ReadingOptions lines =
                new ReadingOptions(Optional.of(CorpusFormat.LINES), Map.of(), Optional.empty(), Optional.empty());

        List<String> ids = new ArrayList<>();
        try (RowReader rows = new RowReader(Corpus.of("pipe", both, lines).parts())) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                ids.add(row.id());
            }
        }

        assertThat(ids).containsExactly("1", "2", "3", "4");
    }

    private static String reviews(int count) {
        Random random = new Random(1);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append(Long.toString(random.nextLong(), 36)).append(" film\n");
        }
        return lines.toString();
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return zipped.toByteArray();
    }
}
