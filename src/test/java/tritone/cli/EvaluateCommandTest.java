package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluateCommandTest {
    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Path films;
    private static Path stars;

    @BeforeAll
    static void train() throws IOException {
        films = TinyCorpora.decided(shared.resolve("films.tsv"), 40, "pos", "neg");
        stars = TinyCorpora.decided(shared.resolve("stars.tsv"), 50, "1", "2", "3", "4", "5");
        TinyCorpora.train(
                shared.resolve("gru"),
                films,
                "--cell",
                "gru",
                "--units",
                "4",
                "--embedding",
                "4",
                "--epochs",
                "2",
                "--validation",
                "11");
        TinyCorpora.train(shared.resolve("linear"), films, "--cell", "linear", "--validation", "11");
        TinyCorpora.train(shared.resolve("five"), stars, "--cell", "bag", "--embedding", "4", "--epochs", "2");
    }

    private static JsonNode result(Object... arguments) throws IOException {
        List<Object> words = new ArrayList<>(List.of("evaluate", "--json"));
        words.addAll(List.of(arguments));
        return TinyCorpora.json(words.toArray()).get("results").get(0);
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            keys.add(names.next());
        }
        return keys;
    }

    @Test
    void figuresAsJson() throws IOException {
        JsonNode shown = TinyCorpora.json("evaluate", films, "--model", shared.resolve("linear"), "--json");
        JsonNode result = shown.get("results").get(0);

        assertThat(keys(shown)).containsExactly("corpus", "results");
        assertThat(shown.get("corpus").asText()).isEqualTo(films.toString());
        assertThat(keys(result))
                .containsExactly(
                        "model",
                        "cell",
                        "reviews",
                        "unlabelled",
                        "accuracy",
                        "accuracy_interval",
                        "labels",
                        "macro",
                        "roc_area",
                        "log_loss",
                        "brier",
                        "calibration_error",
                        "calibration",
                        "confusion",
                        "slices");
        assertThat(result.get("model").asText())
                .isEqualTo(shared.resolve("linear").toString());
        assertThat(result.get("reviews").asInt()).isEqualTo(40);
        assertThat(keys(result.get("labels").get(0))).containsExactly("label", "precision", "recall", "f1", "support");
        assertThat(keys(result.get("macro"))).containsExactly("precision", "recall", "f1");
        double accuracy = result.get("accuracy").asDouble();
        assertThat(result.get("accuracy_interval").get("low").asDouble()).isLessThan(accuracy);
        assertThat(result.get("accuracy_interval").get("high").asDouble()).isGreaterThanOrEqualTo(accuracy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gru", "linear", "five"})
    void theConfusionAddsUpToTheAccuracy(String name) throws IOException {
        Path corpus = name.equals("five") ? stars : films;

        JsonNode result = result(corpus, "--model", shared.resolve(name));
        int right = 0;
        int all = 0;
        for (int row = 0; row < result.get("confusion").size(); row++) {
            right += result.get("confusion").get(row).get(row).asInt();
            for (JsonNode count : result.get("confusion").get(row)) {
                all += count.asInt();
            }
        }

        assertThat(all).isEqualTo(result.get("reviews").asInt());
        assertThat((double) right / all).isEqualTo(result.get("accuracy").asDouble());
    }

    @Test
    void aMissedMinimumHasAnExitCodeOfItsOwn() throws IOException {
        Path gru = shared.resolve("gru");
        double accuracy = result(films, "--model", gru).get("accuracy").asDouble();
        assertThat(accuracy).isLessThan(1);

        Cli.Result missed = Cli.run(
                "evaluate",
                films,
                "--model",
                shared.resolve("linear"),
                "--model",
                gru,
                "--min-accuracy",
                "1",
                "--json");

        assertThat(missed.exitCode()).isEqualTo(3);
        assertThat(missed.err()).endsWith("tritone: the accuracy must be at least 1.0 but was " + accuracy + "\n");
        assertThat(TinyCorpora.json(missed).get("results")).hasSize(2);
        assertThat(Cli.run("evaluate", films, "--model", gru, "--min-accuracy", Double.toString(accuracy))
                        .exitCode())
                .isZero();
        assertThat(Cli.run("evaluate", films, "--model", gru, "--min-accuracy", Double.toString(Math.nextUp(accuracy)))
                        .exitCode())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.01", "-0.1", "NaN", "85"})
    void aMinimumIsAShare(String minimum) {
        Cli.Result result = Cli.run("evaluate", films, "--model", shared.resolve("gru"), "--min-accuracy", minimum);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("tritone: --min-accuracy must be between 0 and 1 but was ");
    }

    /** Rows of columns, the names of which come first. */
    private static List<List<String>> rows(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (file.toString().endsWith(".jsonl")) {
                JsonNode row = new ObjectMapper().readTree(line);
                if (rows.isEmpty()) {
                    rows.add(keys(row));
                }
                rows.add(keys(row).stream().map(key -> row.get(key).asText()).toList());
            } else {
                rows.add(List.of(line.split(file.toString().endsWith(".csv") ? "," : "\t")));
            }
        }
        return rows;
    }

    @ParameterizedTest
    @CsvSource({"gru, csv", "gru, tsv", "gru, jsonl", "linear, csv", "five, csv", "five, jsonl"})
    void predictionsAgreeWithTheFigures(String name, String ending) throws IOException {
        Path file = folder.resolve("predictions." + ending);
        Path corpus = name.equals("five") ? stars : films;

        JsonNode result = result(corpus, "--model", shared.resolve(name), "--predictions", file);
        List<List<String>> rows = rows(file);
        List<String> labels = result.get("labels").findValuesAsText("label");

        List<String> columns = new ArrayList<>(List.of("model", "id", "label", "predicted", "probability"));
        labels.forEach(label -> columns.add("probability_" + label));
        assertThat(rows.remove(0)).isEqualTo(columns);
        assertThat(rows.stream().map(row -> row.get(1)))
                .isEqualTo(
                        IntStream.range(0, rows.size()).mapToObj(i -> "r" + i).toList());
        assertThat(rows).hasSize(result.get("reviews").asInt());
        long right = rows.stream().filter(row -> row.get(2).equals(row.get(3))).count();
        assertThat((double) right / rows.size())
                .isEqualTo(result.get("accuracy").asDouble());
        for (List<String> row : rows) {
            List<Double> probabilities =
                    row.subList(5, row.size()).stream().map(Double::valueOf).toList();
            double most = Double.parseDouble(row.get(4));
            assertThat(probabilities.stream().mapToDouble(one -> one).sum()).isCloseTo(1, within(1e-5));
            assertThat(probabilities).allMatch(one -> one >= 0 && one <= most);
            assertThat(probabilities.get(labels.indexOf(row.get(3)))).isEqualTo(most);
        }
    }

    @Test
    void predictionsOfSeveralModelsNeedTheSameLabels() throws IOException {
        Path three = TinyCorpora.decided(folder.resolve("three.tsv"), 30, "pos", "neg", "mixed");
        Path model = folder.resolve("three");
        TinyCorpora.train(model, three, "--labels", "neg,pos,mixed", "--cell", "linear");
        Path file = folder.resolve("predictions.csv");
        Path unseen = TinyCorpora.decided(folder.resolve("unseen.tsv"), 40, "pos", "neg");
        Path two = shared.resolve("linear");

        TinyCorpora.assertFails(
                2,
                "--predictions needs models of the same labels but " + two + " says neg, pos and " + model
                        + " neg, pos, mixed",
                "evaluate",
                unseen,
                "--model",
                two,
                "--model",
                model,
                "--predictions",
                file);
        assertThat(file).doesNotExist();
        result(unseen, "--model", two, "--model", shared.resolve("gru"), "--predictions", file);
        assertThat(rows(file)).hasSize(1 + 80);
    }

    @ParameterizedTest
    @ValueSource(strings = {"predictions.txt", "predictions", "predictions.csv.gz"})
    void predictionsAreATable(String name) {
        TinyCorpora.assertFails(
                2,
                "--predictions must be a file that ends in .csv, .tsv or .jsonl but was " + name,
                "evaluate",
                films,
                "--model",
                shared.resolve("gru"),
                "--predictions",
                name);
    }

    @Test
    void severalModelsStandSideBySide() {
        Cli.Result result =
                Cli.run("evaluate", films, "--model", shared.resolve("gru"), "--model", shared.resolve("linear"));

        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines().toList().get(2))
                .matches(" +" + shared.resolve("gru") + " +" + shared.resolve("linear"));
        assertThat(result.out()).containsPattern("(?m)^cell +gru +linear$").containsPattern("(?m)^accuracy +\\d+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gru", "linear"})
    void heldOutAreTheReviewsThatTrainingHeldBack(String name) throws IOException {
        Path model = shared.resolve(name);
        JsonNode stored = new ObjectMapper()
                .readTree(model.resolve("config.json").toFile())
                .get("training")
                .get("validation");

        JsonNode result = result(films, "--model", model, "--held-out");

        assertThat(result.get("reviews").asInt()).isEqualTo(11);
        assertThat(result.get("accuracy").asDouble())
                .isEqualTo(stored.get("accuracy").get("value").asDouble());
        assertThat(result.get("log_loss").asDouble())
                .isEqualTo(stored.get("probabilities").get("log_loss").asDouble());
    }

    @Test
    void whereNothingWasHeldBackNothingIsMeasured() throws IOException {
        String none = "the training of this model held back none of the reviews it could learn from: ";
        TinyCorpora.train(folder.resolve("none"), films, "--cell", "linear", "--validation", "none");
        TinyCorpora.train(folder.resolve("other"), films, "--cell", "linear", "--validation", films);
        TinyCorpora.decided(folder.resolve("parts/train.tsv"), 40, "pos", "neg");
        TinyCorpora.decided(folder.resolve("parts/validation.tsv"), 12, "pos", "neg");
        Path parts = folder.resolve("parts");
        TinyCorpora.train(folder.resolve("own"), parts, "--cell", "linear");

        TinyCorpora.assertFails(
                1, none + "it did not validate", "evaluate", films, "--model", folder.resolve("none"), "--held-out");
        TinyCorpora.assertFails(
                1,
                none + "it validated on others",
                "evaluate",
                films,
                "--model",
                folder.resolve("other"),
                "--held-out");
        TinyCorpora.assertFails(
                1, none + "it validated on others", "evaluate", parts, "--model", folder.resolve("own"), "--held-out");
    }

    @Test
    void aLabelThatTheModelDoesNotKnowIsNamed() throws IOException {
        Path three = TinyCorpora.decided(folder.resolve("three.tsv"), 30, "pos", "neg", "mixed");

        TinyCorpora.assertFails(
                1,
                three + ": expected labels among neg, pos, which the model knows, but found mixed",
                "evaluate",
                three,
                "--labels",
                "neg,pos,mixed",
                "--model",
                shared.resolve("linear"));
    }

    @Test
    void whatIsNotThereIsOneSentence() throws IOException {
        Path gru = shared.resolve("gru");

        TinyCorpora.assertFails(
                1, films + ": there is no part called test in it", "evaluate", films, "--model", gru, "--part", "test");
        TinyCorpora.assertFails(1, "nowhere: no such file or folder", "evaluate", "nowhere", "--model", gru);
        TinyCorpora.assertFails(1, "nothing: no such file or folder", "evaluate", films, "--model", "nothing");
        TinyCorpora.assertFails(
                1, shared + ": is no model: there is no config.json in it", "evaluate", films, "--model", shared);
        assertThat(Cli.run("evaluate", films).exitCode()).isEqualTo(2);
        assertThat(Cli.run("evaluate", films, "--model", gru, "--part", "some").exitCode())
                .isEqualTo(2);
    }

    @Test
    void whatWasHeldBackIsOfTheTrainingPartAlone() {
        TinyCorpora.assertFails(
                2,
                "--held-out is of the training part, but --part says whole",
                "evaluate",
                films,
                "--model",
                shared.resolve("gru"),
                "--held-out",
                "--part",
                "whole");
    }

    @Test
    void aStreamIsReadOnce() {
        String sentence = "a stream can be read once only: give one --model and no --held-out, or a file";
        Path gru = shared.resolve("gru");

        TinyCorpora.assertFails(2, sentence, "evaluate", "-", "--model", gru, "--model", gru);
        TinyCorpora.assertFails(2, sentence, "evaluate", "-", "--model", gru, "--held-out");
    }
}
