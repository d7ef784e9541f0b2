package tritone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tritone.encoding.Truncation;
import tritone.network.CellKind;

class ModelCardTest {
    @TempDir
    private Path folder;

    private JsonNode config(Model model) throws IOException {
        ModelFolder.write(model, folder.resolve("mine"), ModelFolder.More.NOTHING);
        return new ObjectMapper().readTree(folder.resolve("mine/config.json").toFile());
    }

    private String card() throws IOException {
        return ModelFolder.card(folder.resolve("mine"));
    }

    private static JsonNode frontMatter(String card) throws IOException {
        assertThat(card).startsWith("---\n");
        return new YAMLMapper().readTree(card.substring(4, card.indexOf("\n---\n") + 1));
    }

    private static String withDigits(int digits, JsonNode number) {
        return String.format(Locale.ROOT, "%." + digits + "f", number.doubleValue());
    }

    @ParameterizedTest
    @EnumSource(CellKind.class)
    void tellsTheFiguresOfTheConfiguration(CellKind kind) throws IOException {
        JsonNode config = config(TinyModels.of(kind, 5));
        JsonNode validation = config.get("training").get("validation");
        JsonNode probabilities = validation.get("probabilities");
        JsonNode accuracy = validation.get("accuracy");

        assertThat(card())
                .contains("On 20 validation reviews", "75.00 % right", "from 24,000 reviews in 61 seconds on 2 threads")
                .contains(String.format(
                        Locale.ROOT,
                        "95 %% interval %.2f to %.2f %%",
                        100 * accuracy.get("low").doubleValue(),
                        100 * accuracy.get("high").doubleValue()))
                .contains("ROC area " + withDigits(4, probabilities.get("roc_area")) + ", log loss "
                        + withDigits(4, probabilities.get("log_loss")) + ", Brier score "
                        + withDigits(4, probabilities.get("brier")) + ", expected calibration error "
                        + withDigits(4, probabilities.get("calibration_error")) + ".");
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            JsonNode own = validation.get("classes").get(i);
            rows.add("| " + config.get("architecture").get("labels").get(i).textValue() + " | "
                    + withDigits(4, own.get("precision")) + " | " + withDigits(4, own.get("recall")) + " | "
                    + withDigits(4, own.get("f1")) + " | " + own.get("support").intValue() + " |");
        }
        assertThat(card().lines()).containsSequence(rows);
    }

    @Test
    void tellsEpochsAndOrigin() throws IOException {
        JsonNode provenance = config(TinyModels.of(CellKind.LSTM, 2)).get("provenance");

        assertThat(card().lines())
                .containsSequence("| 1 | 0.6931 | - | - | 2 |", "| 2 (kept) | 0.4063 | 75.00 % | 0.5625 | 3 |")
                .contains(
                        "    " + provenance.get("command").textValue(),
                        "- train: `films.tsv`, SHA-256 `" + "ab".repeat(32) + "`",
                        "- lucene 9.12",
                        "- nd4j 1.0");
        assertThat(card()).contains("On 2026-01-31,", "Tritone 0.1, A VM 17, An OS, A processor.");
    }

    @ParameterizedTest
    @EnumSource(CellKind.class)
    void beginsWithYaml(CellKind kind) throws IOException {
        JsonNode config = config(TinyModels.of(kind, 2));

        JsonNode yaml = frontMatter(card());

        assertThat(yaml.get("library_name").textValue()).isEqualTo("tritone");
        assertThat(yaml.get("pipeline_tag").textValue()).isEqualTo("text-classification");
        assertThat(StreamSupport.stream(yaml.get("tags").spliterator(), false).map(JsonNode::textValue))
                .containsExactly(
                        "sentiment", config.get("architecture").get("cell").textValue());
        assertThat(yaml.get("metrics").get(0).get("value").doubleValue())
                .isCloseTo(
                        config.get("training")
                                .get("validation")
                                .get("accuracy")
                                .get("value")
                                .doubleValue(),
                        within(5e-5));
    }

    @Test
    void countsNumbersAndIds() throws IOException {
        config(TinyModels.of(CellKind.GRU, 2));

        // 9 x 3, (3 + 2 + 1) x 6, 2 + 1
        assertThat(card()).contains("Cell `gru`, 66 numbers of float32, 9 ids; chain `html,");
        assertThat(card()).contains("Tells neg, pos apart.", "at most 40 tokens of a review (tail)");
    }

    @Test
    void doesWithoutValidationAndBound() throws IOException {
        Model model = TinyModels.plain(TinyModels.of(CellKind.LINEAR, 2));
        Architecture all = new Architecture(
                CellKind.LINEAR,
                List.of("neg", "pos"),
                new Truncation(Truncation.Keep.TAIL, Integer.MAX_VALUE),
                Optional.empty(),
                1);
        config(new Model(all, model.training(), model.provenance(), model.vocabulary(), model.weights()));

        assertThat(frontMatter(card()).has("metrics")).isFalse();
        assertThat(card()).contains("all tokens of a review.").doesNotContain("How well it does", "| epoch |", "null");
    }

    @Test
    void isTheSameInEveryLanguage() throws IOException {
        config(TinyModels.of(CellKind.LSTM, 2));
        String card = card();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            config(TinyModels.of(CellKind.LSTM, 2));
            assertThat(card()).isEqualTo(card);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void foreignTextsBreakNeitherTablesNorLines() throws IOException {
        Model model = TinyModels.of(CellKind.LINEAR, 2);
        String foreign = "a|b\u001b[2J\n\n---\n# c\r\u2028";
        Architecture labels = new Architecture(
                CellKind.LINEAR, List.of(foreign, "pos"), model.architecture().truncation(), Optional.empty(), 1);
        Provenance origin = model.provenance();
        Provenance typed = new Provenance(
                origin.software(),
                new Machine(foreign, foreign, foreign, 1),
                List.of(new CorpusSource(foreign, "train", "00")),
                origin.created(),
                1,
                1,
                "tritone train " + foreign);
        Map<String, ?> before = Map.of("weights", model.weights());
        config(new Model(labels, model.training(), typed, model.vocabulary(), model.weights()));

        assertThat(ModelFolder.read(folder.resolve("mine")).architecture()).isEqualTo(labels);
        assertThat(ModelFolder.read(folder.resolve("mine")).provenance()).isEqualTo(typed);
        assertThat(ModelFolder.read(folder.resolve("mine")).weights()).isEqualTo(before.get("weights"));
        assertThat(card().chars().filter(c -> Character.isISOControl(c) && c != '\n'))
                .isEmpty();
        assertThat(card().lines())
                .doesNotContain("# c")
                .filteredOn("---"::equals)
                .hasSize(2);
        assertThat(card().lines().filter(line -> line.startsWith("| a")))
                .hasSize(1)
                .allMatch(line ->
                        line.replace("\\|", "").chars().filter(c -> c == '|').count() == 6);
        assertThat(frontMatter(card()).get("library_name").textValue()).isEqualTo("tritone");
        assertThat(Files.readString(folder.resolve("mine/README.md"))).isEqualTo(card());
    }
}
