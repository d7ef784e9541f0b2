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
import tritone.tensors.Precision;

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
                        "- training: `films.tsv`, SHA-256 `" + "ab".repeat(32) + "`",
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
    void itsIndexHasTheSameFigures() throws IOException {
        JsonNode validation =
                config(TinyModels.of(CellKind.GRU, 2)).get("training").get("validation");

        JsonNode model = frontMatter(card()).get("model-index").get(0);

        JsonNode result = model.get("results").get(0);
        assertThat(model.get("name").textValue()).isEqualTo("mine");
        assertThat(result.get("task").get("type").textValue()).isEqualTo("text-classification");
        assertThat(result.get("dataset").get("name").textValue()).isEqualTo("validation reviews of films.tsv");
        assertThat(result.get("metrics").findValuesAsText("type"))
                .containsExactly("accuracy", "f1", "log_loss", "expected_calibration_error");
        assertThat(result.get("metrics").get(3).get("value").doubleValue())
                .isCloseTo(
                        validation.get("probabilities").get("calibration_error").doubleValue(), within(5e-5));
    }

    /** Everything between the head and the origin. */
    @Test
    void saysHowWellItDoesAndWhatItIsNotGoodFor() throws IOException {
        config(TinyModels.at(1.3125, TinyModels.of(CellKind.LSTM, 2)));

        String card = card();

        assertThat(card.substring(card.indexOf("## How well"), card.indexOf("## How it was made")))
                .isEqualTo("""
                        ## How well it does

                        On 8 validation reviews, by which its best epoch and its temperature were chosen: 75.00 % right (95 % interval 40.93 to 92.85 %).

                        |  | precision | recall | F1 | reviews |
                        |---|---|---|---|---|
                        | neg | 0.7500 | 0.7500 | 0.7500 | 4 |
                        | pos | 0.7500 | 0.7500 | 0.7500 | 4 |

                        ROC area 0.7500, log loss 0.5623, Brier score 0.1875, expected calibration error 0.0000.

                        By length:

                        | tokens | right | 95 % interval | reviews |
                        |---|---|---|---|
                        | up to 100 | 0.00 % | 0.00 to 65.76 % | 2 |
                        | 101 to 200 | 100.00 % | 34.24 to 100.00 % | 2 |
                        | 201 to 400 | 100.00 % | 43.85 to 100.00 % | 3 |
                        | 401 and more | 100.00 % | 20.65 to 100.00 % | 1 |

                        By rating:

                        | rating | right | 95 % interval | reviews |
                        |---|---|---|---|
                        | 1 | 0.00 % | 0.00 to 65.76 % | 2 |
                        | 2 | 100.00 % | 34.24 to 100.00 % | 2 |
                        | 3 | 100.00 % | 34.24 to 100.00 % | 2 |
                        | 4 | 100.00 % | 34.24 to 100.00 % | 2 |

                        Calibration, by confidence, the probability of the label that is answered:

                        | confidence | mean confidence | right | reviews |
                        |---|---|---|---|
                        | 0.733 to 0.800 | 75.00 % | 75.00 % | 8 |

                        Log odds are divided by a temperature of 1.3125, which was fitted to these reviews: expected calibration error 0.0625 before and 0.0000 after, log loss 0.8125 before and 0.5623 after.

                        Its epochs, at a temperature of 1:

                        | epoch | training loss | validation accuracy | validation log loss | seconds |
                        |---|---|---|---|---|
                        | 1 | 0.6931 | - | - | 2 |
                        | 2 (kept) | 0.4063 | 75.00 % | 0.5625 | 3 |

                        ## What it is not good for

                        - Its labels it has learnt from 24,000 reviews. Whatever it is given, also what is no review, it answers with one of neg, pos.
                        - How it does on texts of another kind or in another language than those reviews is not known; words that are not among its 9 ids are all the same word to it.
                        - Of a review of more than 40 tokens it reads as many, the last ones only.
                        - Of 8 validation reviews it got 2 wrong.

                        """);
    }

    @Test
    void endsInWhatItsMakerHasToSay() throws IOException {
        String notes = "\n# Tried\n\n- a bag of words:\u001b[2J\tno better\r\n- five levels\n\n";
        Path mine = folder.resolve("mine");
        ModelFolder.write(
                TinyModels.of(CellKind.GRU, 2), mine, part -> Files.writeString(part.resolve("NOTES.md"), notes));

        assertThat(card())
                .contains(
                        "\n\n## Notes\n\n# Tried\n\n- a bag of words: [2J    no better\n- five levels\n\n## How it was");
        assertThat(Files.readString(mine.resolve("NOTES.md"))).isEqualTo(notes);

        ModelFolder.write(
                ModelFolder.read(mine).in(Precision.INT8), folder.resolve("small"), ModelFolder.copying(mine));
        assertThat(ModelFolder.card(folder.resolve("small"))).contains("# small\n", "- five levels\n");
        assertThat(Files.readString(folder.resolve("small/NOTES.md"))).isEqualTo(notes);
    }

    @Test
    void blankNotesAreNone() throws IOException {
        ModelFolder.write(
                TinyModels.of(CellKind.GRU, 2),
                folder.resolve("mine"),
                part -> Files.writeString(part.resolve("NOTES.md"), " \n\n"));

        assertThat(card()).doesNotContain("## Notes");
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
        assertThat(card())
                .contains("all tokens of a review.")
                .doesNotContain("## How well it does", "| epoch |", "null");
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
                List.of(new CorpusSource(foreign, "training", "00")),
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
        assertThat(frontMatter(card()).findValue("dataset").get("name").textValue())
                .isEqualTo("validation reviews of " + foreign.replaceAll("[\\p{Cc}\u2028]", " "));
        assertThat(Files.readString(folder.resolve("mine/README.md"))).isEqualTo(card());
    }
}
