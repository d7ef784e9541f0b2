package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tritone.classification.Classifier;
import tritone.classification.Prediction;
import tritone.network.CellKind;

/** What each row tells, in each of the formats, and in which order rows come. */
class ClassifyCommandTest {
    @TempDir
    private Path folder;

    private Path gru;
    private Path linear;

    @BeforeEach
    void writeModels() throws IOException {
        gru = ClassifiedRows.tinyModel(folder.resolve("gru"), CellKind.GRU, 2);
        linear = ClassifiedRows.tinyModel(folder.resolve("linear"), CellKind.LINEAR, 2);
    }

    private static List<String> keys(JsonNode row) {
        List<String> keys = new ArrayList<>();
        row.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    @Test
    void rowsSayWhatTheClassifierSays() throws IOException {
        ClassifiedRows rows = ClassifiedRows.run(
                "--model", gru, "--model", linear, "--details", "--unsure", "0.3:0.5", "--text", "The film was dull");

        JsonNode row = rows.rows().get(0);
        try (Classifier classifier = Classifier.open(gru, linear)) {
            Prediction said = classifier.classify("The film was dull");
            assertThat(row.get("label").asText()).isEqualTo(said.label());
            assertThat(row.get("probability").floatValue()).isEqualTo(said.probability());
            for (String label : classifier.labels()) {
                assertThat(row.get("probabilities").get(label).floatValue())
                        .isEqualTo(said.probabilities().get(label));
                assertThat(row.get("votes").size()).isEqualTo(2);
            }
            float last = said.probabilities().get("pos");
            assertThat(row.get("unsure").asBoolean()).isEqualTo(0.3f <= last && last <= 0.5f);
        }
        assertThat(keys(row))
                .containsExactly(
                        "id",
                        "label",
                        "probability",
                        "probabilities",
                        "unsure",
                        "tokens",
                        "unknown",
                        "truncated",
                        "votes");
        assertThat(rows.err()).isEmpty();
    }

    @Test
    void withoutOptionsARowIsShort() throws IOException {
        ClassifiedRows rows = ClassifiedRows.run("--model", gru, "--text", "a", "--text", "b");

        assertThat(rows.ids()).containsExactly("1", "2");
        assertThat(keys(rows.rows().get(1))).containsExactly("id", "label", "probability", "probabilities");
        assertThat(rows.exitCode()).isZero();
    }

    @Test
    void bothBoundsOfABandAreInIt() throws IOException {
        float probability = ClassifiedRows.run("--model", gru, "--text", "film")
                .rows()
                .get(0)
                .get("probabilities")
                .get("pos")
                .floatValue();

        for (String band : new String[] {"0:" + probability, probability + ":1"}) {
            assertThat(ClassifiedRows.run("--model", gru, "--unsure", band, "--text", "film")
                            .all("unsure"))
                    .containsExactly("true");
        }
    }

    @Test
    void theOrderIsThatOfTheInputs() throws IOException {
        Path many = Files.writeString(folder.resolve("many.txt"), "dull\n\nlovely film\n".repeat(1500));
        Path two = Files.writeString(folder.resolve("two.jsonl"), "{\"id\":\"x\",\"text\":\"a\"}\n{\"text\":\"b\"}\n");
        Path texts = Files.createDirectories(folder.resolve("texts/neg"));
        Files.writeString(texts.resolve("b.txt"), "dull");
        Files.writeString(texts.resolve("a.txt"), "lovely");

        ClassifiedRows rows = ClassifiedRows.run(
                "--model", gru, "--threads", "2", "--text", "typed", two, many, folder.resolve("texts"), two);

        List<String> expected = new ArrayList<>(List.of("1", "x", "2"));
        IntStream.rangeClosed(1, 4500).forEach(line -> expected.add(Integer.toString(line)));
        expected.addAll(List.of("neg/a.txt", "neg/b.txt", "x", "2"));
        assertThat(rows.ids()).isEqualTo(expected);
        assertThat(rows.err()).matches("tritone: 4,507 reviews: [\\d,]+ neg, [\\d,]+ pos\n");
    }

    @Test
    void tablesHoldWhatJsonLinesHold() throws IOException {
        Path input = Files.writeString(folder.resolve("in.tsv"), "a\tpos\tlovely film\nb\tneg\nc, \"d\"\tpos\t\n");
        Object[] options = {"--model", gru, "--model", linear, "--details", "--on-error", "row", input};
        List<JsonNode> rows = ClassifiedRows.run(options).rows();

        for (String format : new String[] {"csv", "tsv"}) {
            Path output = folder.resolve("out." + format);
            List<Object> words = new ArrayList<>(List.of(options));
            words.addAll(List.of("--output", output));
            ClassifiedRows written = ClassifiedRows.run(words.toArray());

            String separator = format.equals("csv") ? "," : "\t";
            assertThat(written.rows()).isEmpty();
            assertThat(written.exitCode()).isEqualTo(4);
            assertThat(output)
                    .content()
                    .isEqualTo(header(separator) + row(rows.get(0), "a", separator)
                            + "2" + separator.repeat(10) + input + ":2: expected 3 columns but found 2\n"
                            + row(rows.get(2), format.equals("csv") ? "\"c, \"\"d\"\"\"" : "c, \"d\"", separator));
        }
    }

    private static String header(String separator) {
        return String.join(
                        separator,
                        "id",
                        "label",
                        "probability",
                        "p_neg",
                        "p_pos",
                        "tokens",
                        "unknown",
                        "truncated",
                        "vote_gru",
                        "vote_linear",
                        "error")
                + "\n";
    }

    private static String row(JsonNode row, String id, String separator) {
        return String.join(
                        separator,
                        id,
                        row.get("label").asText(),
                        row.get("probability").asText(),
                        row.get("probabilities").get("neg").asText(),
                        row.get("probabilities").get("pos").asText(),
                        row.get("tokens").asText(),
                        row.get("unknown").asText(),
                        row.get("truncated").asText(),
                        row.get("votes").get("gru").asText(),
                        row.get("votes").get("linear").asText(),
                        "")
                + "\n";
    }

    @Test
    void anOutputIsThereWhenItIsWhole() throws IOException {
        Path input = Files.writeString(folder.resolve("in.tsv"), "a\tpos\tlovely\nb\tneg\n");
        Path output = Files.writeString(folder.resolve("out.jsonl"), "old");

        assertThat(ClassifiedRows.run("--model", gru, input, "--output", output).exitCode())
                .isEqualTo(1);
        assertThat(output).hasContent("old");
        ClassifiedRows skipped = ClassifiedRows.run("--model", gru, input, "--output", output, "--on-error", "skip");

        assertThat(skipped.exitCode()).isEqualTo(4);
        assertThat(ClassifiedRows.parsed(Files.readString(output))).hasSize(1);
        assertThat(TinyCorpora.names(folder)).containsExactly("gru", "in.tsv", "linear", "out.jsonl");
    }
}
