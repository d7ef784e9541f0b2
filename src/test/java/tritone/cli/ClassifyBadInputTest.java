package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tritone.network.CellKind;

/** Rows and files that are no reviews, or hardly: what is answered, what is said, and how the command ends. */
class ClassifyBadInputTest {
    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Path model;

    @BeforeAll
    static void writeModel() throws IOException {
        model = ClassifiedRows.tinyModel(shared.resolve("tiny"), CellKind.GRU, 2);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static ClassifiedRows classify(String onError, Path input) throws IOException {
        return ClassifiedRows.run("--model", model, "--details", "--on-error", onError, input);
    }

    /** The row that is all there is. */
    private static JsonNode onlyRow(Path input) throws IOException {
        ClassifiedRows rows = classify("fail", input);
        assertThat(rows.exitCode()).as(rows.err()).isZero();
        assertThat(rows.rows()).hasSize(1);
        return rows.rows().get(0);
    }

    /** The second of three rows is bad; ids are 1, 2 and 3. */
    private static void assertSecondIsBad(Path input, String sentence) throws IOException {
        ClassifiedRows failed = classify("fail", input);
        assertThat(failed.err()).isEqualTo("tritone: " + sentence + "\n");
        assertThat(failed.ids()).containsExactly("1");
        assertThat(failed.exitCode()).isEqualTo(1);

        ClassifiedRows skipped = classify("skip", input);
        assertThat(skipped.ids()).containsExactly("1", "3");
        assertThat(skipped.err())
                .matches("tritone: 2 reviews: \\d neg, \\d pos\n(?s:.*)")
                .endsWith("\ntritone: 1 row was bad and passed over:\n  " + sentence + "\n");
        assertThat(skipped.exitCode()).isEqualTo(4);

        ClassifiedRows told = classify("row", input);
        assertThat(told.ids()).containsExactly("1", "2", "3");
        assertThat(told.all("error")).containsExactly(null, sentence, null);
        assertThat(told.rows().get(1)).hasSize(2);
        assertThat(told.err()).endsWith("\ntritone: 1 row was bad:\n  " + sentence + "\n");
        assertThat(told.exitCode()).isEqualTo(4);
    }

    @Test
    void anEmptyFileIsNoInput() throws IOException {
        for (String name : new String[] {"x.tsv", "x.csv", "x.jsonl", "x.txt", "x"}) {
            Path file = write(name, "");
            String sentence = file + ": expected at least one review but found none";

            TinyCorpora.assertFails(1, sentence, "classify", "--model", model, file);

            ClassifiedRows told = classify("row", file);
            assertThat(told.ids()).containsExactly(file.toString());
            assertThat(told.all("error")).containsExactly(sentence);
            assertThat(told.err()).isEqualTo("tritone: 0 reviews\ntritone: 1 row was bad:\n  " + sentence + "\n");
            assertThat(told.exitCode()).isEqualTo(4);
        }
    }

    @Test
    void anEmptyReviewIsAReview() throws IOException {
        for (Path file : new Path[] {
            write("x.txt", "\n"),
            write("x.csv", "id,text\n1,\"\"\n"),
            write("x.tsv", "1\tpos\t\n"),
            write("x.jsonl", "{\"text\": \"\"}\n")
        }) {
            JsonNode row = onlyRow(file);

            assertThat(row.get("id").asText()).isEqualTo("1");
            assertThat(row.get("tokens").asInt()).isZero();
            assertThat(row.get("unknown").asDouble()).isZero();
            assertThat(row.get("label").asText()).isIn("neg", "pos");
        }
    }

    @Test
    void oneWordIsAReview() throws IOException {
        JsonNode row = onlyRow(write("x.txt", "lovely"));

        assertThat(row.get("tokens").asInt()).isEqualTo(1);
        assertThat(row.get("unknown").asDouble()).isZero();
    }

    @Test
    void wordsThatNoOneKnowsAreAReview() throws IOException {
        JsonNode row = onlyRow(write("x.txt", "zyx qwv"));

        assertThat(row.get("tokens").asInt()).isEqualTo(2);
        assertThat(row.get("unknown").asDouble()).isEqualTo(1);
        double sum = 0;
        for (JsonNode probability : row.get("probabilities")) {
            sum += probability.asDouble();
        }
        assertThat(sum).isBetween(0.999999, 1.000001);
    }

    @Test
    void emojiAloneAreAReview() throws IOException {
        JsonNode row =
                onlyRow(write("x.txt", "\ud83c\udfac\ud83d\ude00\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\n"));

        assertThat(row.get("label").asText()).isIn("neg", "pos");
    }

    @Test
    void aMegabyteInOneLineIsCutToWhatTheModelReads() throws IOException {
        JsonNode words = onlyRow(write("x.txt", "dull ".repeat(200_000)));
        JsonNode word = onlyRow(write("y.txt", "x".repeat(1_000_000)));

        assertThat(words.get("tokens").asInt()).isEqualTo(200_000);
        assertThat(words.get("truncated").asBoolean()).isTrue();
        assertThat(word.get("unknown").asDouble()).isEqualTo(1);
    }

    @Test
    void aNulIsACharacterOfARow() throws IOException {
        assertThat(classify("fail", write("x.txt", "a\0b\n\0\nc\n")).ids()).containsExactly("1", "2", "3");
        assertThat(classify("fail", write("x.tsv", "\0\tpos\ta\0b\n")).ids()).containsExactly("\0");
        assertThat(classify("fail", write("x.csv", "id,text\n1,\0\n")).ids()).containsExactly("1");
    }

    @Test
    void aFileOfUnknownKindThatBeginsWithANulIsNoText() throws IOException {
        Path file = write("x.bin", "a\0b\nc\n");

        TinyCorpora.assertFails(
                1,
                file + ": expected reviews but found bytes that are no text (--format reads them all the same)",
                "classify",
                "--model",
                model,
                file);
        assertThat(ClassifiedRows.run("--model", model, "--format", "lines", file)
                        .ids())
                .containsExactly("1", "2");
    }

    @Test
    void brokenUtf8() throws IOException {
        byte[] bytes = "fine\nb?d\ndull\n".getBytes(StandardCharsets.UTF_8);
        bytes[6] = (byte) 0xc3;
        Path file = Files.write(folder.resolve("x.txt"), bytes);

        assertSecondIsBad(file, file + ":2: expected UTF-8 text but found other bytes (--charset names another one)");
    }

    @Test
    void halfASurrogatePair() throws IOException {
        Path file = write("x.jsonl", "{\"text\":\"a\"}\n{\"text\":\"b\\ud800\"}\n{\"text\":\"c\"}\n");

        assertSecondIsBad(
                file, file + ":2: expected whole characters in \"text\" but found half a surrogate pair, \\ud800");
    }

    @Test
    void aMissingColumn() throws IOException {
        Path csv = write("x.csv", "text,film\na,b\nc\n\"d\",\"e\"\n");
        ClassifiedRows told = classify("row", csv);

        assertThat(told.ids()).containsExactly("2", "3", "4");
        assertThat(told.all("error")).containsExactly(null, csv + ":3: expected 2 columns but found 1", null);
        Path tsv = write("x.tsv", "1\tpos\ta\n2\tpos\n3\tpos\tb\n");
        assertSecondIsBad(tsv, tsv + ":2: expected 3 columns but found 2");
    }

    @Test
    void aStrayQuote() throws IOException {
        Path file = write("x.csv", "1,pos,a\n2,pos,\"b\"c\n3,pos,d\n");

        assertSecondIsBad(
                file, file + ":2: expected quotes to enclose a whole field, doubled inside it, but found a stray one");
    }

    @Test
    void noJson() throws IOException {
        Path file = write("x.jsonl", "{\"text\":\"a\"}\n{\"text\":\n{\"text\":\"c\"}\n");

        ClassifiedRows told = classify("row", file);

        assertThat(told.ids()).containsExactly("1", "2", "3");
        assertThat(told.all("error").get(1))
                .startsWith(file + ":2: expected a JSON object but found a fault at column ");
    }

    @Test
    void aCutGzip() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write("The film was dull.\n".getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = zipped.toByteArray();
        for (int length : new int[] {5, whole.length / 2, whole.length - 1}) {
            Path file = Files.write(folder.resolve("x.txt.gz"), Arrays.copyOf(whole, length));

            ClassifiedRows failed = classify("fail", file);

            assertThat(failed.err())
                    .isEqualTo("tritone: " + file + ": expected a whole gzip file but found a cut or damaged one\n");
            assertThat(failed.exitCode()).isEqualTo(1);
            assertThat(classify("row", file).all("error").stream().filter(error -> error != null))
                    .hasSize(1);
        }
    }

    @Test
    void onlyThreePlacesAreTold() throws IOException {
        Path file = write("x.tsv", "1\tpos\ta\n" + "x\n".repeat(1500));

        ClassifiedRows skipped = classify("skip", file);

        String fault = ": expected 3 columns but found 1\n";
        assertThat(skipped.err())
                .endsWith("tritone: 1,500 rows were bad and passed over:\n  " + file + ":2" + fault + "  " + file + ":3"
                        + fault + "  " + file + ":4" + fault + "  ...\n");
        assertThat(skipped.ids()).containsExactly("1");
    }
}
