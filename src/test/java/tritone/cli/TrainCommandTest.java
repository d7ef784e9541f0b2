package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainCommandTest {
    @TempDir
    private Path folder;

    private Path films() throws IOException {
        return TinyCorpora.decided(folder.resolve("films.tsv"), 40, "pos", "neg");
    }

    private Path output() {
        return folder.resolve("models/mine");
    }

    private void assertRefused(int exitCode, String sentence, Object... arguments) {
        List<Object> words = new ArrayList<>(List.of("train", "--output", output()));
        words.addAll(List.of(arguments));
        TinyCorpora.assertFails(exitCode, sentence, words.toArray());
    }

    @ParameterizedTest
    @CsvSource({
        "simple-rnn, '1,2,3,4,5'",
        "lstm, '1,2,3,4,5'",
        "gru, '1,2,3,4,5'",
        "bag, '1,2,3,4,5'",
        "linear, '1,2,3,4,5'",
        "gru, 'happy,sad,so so'",
        "bag, 'happy,sad,so so'",
        "linear, 'happy,sad,so so'"
    })
    void tellsAsManyClassesApartAsThereAre(String cell, String names) throws IOException {
        String[] labels = names.split(",");
        Path corpus = TinyCorpora.decided(folder.resolve("classes.tsv"), 60, labels);
        List<Object> arguments = new ArrayList<>(List.of(corpus, "--cell", cell, "--validation", "none"));
        if (!cell.equals("linear")) {
            arguments.addAll(List.of("--embedding", "12", "--epochs", "20", "--rate", "0.05", "--batch", "10"));
        }
        if (!cell.equals("linear") && !cell.equals("bag")) {
            arguments.addAll(List.of("--units", "12", "--readout", "max"));
        }

        TinyCorpora.train(output(), arguments.toArray());
        JsonNode result = TinyCorpora.json("evaluate", corpus, "--model", output(), "--json")
                .get("results")
                .get(0);

        assertThat(result.get("labels").findValuesAsText("label")).containsExactly(labels);
        assertThat(result.get("accuracy").asDouble()).isGreaterThanOrEqualTo(0.95);
        assertThat(result.get("confusion")).hasSize(labels.length);
        assertThat(result.get("roc_area").asDouble()).isGreaterThan(0.95);
    }

    @Test
    void writesTheFolderOfTheDesignAndNothingBeside() throws IOException {
        TinyCorpora.train(output(), films(), "--cell", "bag", "--embedding", "4");

        assertThat(TinyCorpora.names(output()))
                .containsExactly("README.md", "config.json", "model.safetensors", "plan.yaml", "vocab.txt");
        assertThat(TinyCorpora.names(output().getParent())).containsExactly("mine");
    }

    @Test
    void printsOneObject() throws IOException {
        JsonNode made = TinyCorpora.json(
                "train",
                films(),
                "--cell",
                "gru",
                "--units",
                "4",
                "--embedding",
                "4",
                "--epochs",
                "3",
                "--output",
                output(),
                "--json");

        assertThat(made.get("model").asText()).isEqualTo(output().toString());
        assertThat(made.get("cell").asText()).isEqualTo("gru");
        assertThat(made.get("training_reviews").asInt()).isEqualTo(36);
        assertThat(made.get("validation_reviews").asInt()).isEqualTo(4);
        assertThat(made.get("epochs")).hasSize(3);
        assertThat(made.get("validation").get("accuracy").get("value").isNumber())
                .isTrue();
    }

    @Test
    void aLineForEachEpochGoesToStandardError() throws IOException {
        Cli.Result result =
                Cli.run("train", films(), "--cell", "bag", "--embedding", "4", "--epochs", "2", "--output", output());

        assertThat(result.err().lines())
                .hasSize(2)
                .allMatch(line -> line.matches(
                        "epoch \\d: loss \\d\\.\\d{4}, validation \\d+\\.\\d\\d %, log loss \\d\\.\\d{4}, \\d+ s"));
        assertThat(result.out()).startsWith(output() + ": bag, learnt from 36 reviews in ");
    }

    @Test
    void reviewsWithoutAWordCanBeLearntFrom() throws IOException {
        Path corpus = folder.resolve("empty.tsv");
        Files.writeString(corpus, "id\tlabel\ttext\n" + "a\tpos\t\nb\tneg\t\n".repeat(10));

        for (String cell : List.of("simple-rnn", "lstm", "gru", "bag", "linear")) {
            Path model = folder.resolve(cell);
            TinyCorpora.train(model, corpus, "--cell", cell);
            JsonNode result = TinyCorpora.json("evaluate", corpus, "--model", model, "--json")
                    .get("results")
                    .get(0);

            assertThat(result.get("log_loss").asDouble()).as(cell).isBetween(0.6, 0.8);
        }
    }

    @Test
    void whatCannotBeLearntFromIsOneSentenceAndLeavesNothing() throws IOException {
        Path nothing = Files.writeString(folder.resolve("nothing.tsv"), "");
        Path header = Files.writeString(folder.resolve("header.tsv"), "id\tlabel\ttext\n");
        Path one = TinyCorpora.decided(folder.resolve("one.tsv"), 20, "pos");
        Path missing = folder.resolve("missing.tsv");

        for (String cell : List.of("gru", "linear")) {
            assertRefused(1, nothing + ": expected at least one review but found none", nothing, "--cell", cell);
            assertRefused(1, header + ": expected at least one review but found none", header, "--cell", cell);
            assertRefused(1, missing + ": no such file or folder", missing, "--cell", cell);
            assertRefused(
                    1,
                    one + ": expected reviews of at least two classes to learn from but found 1 among 18 with a label",
                    one,
                    "--cell",
                    cell);
            assertRefused(
                    1,
                    "a training reads its corpus more than once, which a stream does not allow",
                    "-",
                    "--cell",
                    cell);
        }
        assertThat(folder.resolve("models")).doesNotExist();
        TinyCorpora.train(output(), films(), "--cell", "linear");
    }

    @Test
    void anExplosionIsOneSentenceThatCanBeFollowed() throws IOException {
        List<Object> arguments = new ArrayList<>(List.of(
                "train",
                "sample",
                "--cell",
                "simple-rnn",
                "--units",
                "8",
                "--embedding",
                "8",
                "--optimiser",
                "sgd",
                "--schedule",
                "constant",
                "--clip-norm",
                "none",
                "--max-tokens",
                "40",
                "--output",
                output()));

        Cli.Result exploded = Cli.run(with(arguments, "--rate", "1e6"));

        assertThat(exploded.exitCode()).isEqualTo(1);
        assertThat(exploded.out()).isEmpty();
        assertThat(exploded.err().lines().filter(line -> !line.startsWith("epoch ")))
                .singleElement()
                .asString()
                .matches("tritone: .* at step \\d+, at a learning rate of 1\\.00e\\+06; try a lower rate"
                        + " \\(--rate 100000\\.0\\), clipping \\(--clip-norm 1\\)");
        assertThat(output()).doesNotExist();
        assertThat(Cli.run(with(arguments, "--rate", "0.001", "--epochs", "1")).exitCode())
                .isZero();
    }

    private static Object[] with(List<Object> arguments, Object... more) {
        List<Object> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return all.toArray();
    }

    @Test
    void replacesOnlyModelsAndOnlyIfAsked() throws IOException {
        Path films = films();
        TinyCorpora.train(output(), films, "--cell", "linear");
        String before = TinyCorpora.weights(output());

        assertRefused(
                2, output() + " is there already: choose another --output, or --replace it", films, "--cell", "bag");
        assertRefused(1, folder + "/no: no such file or folder", folder.resolve("no"), "--cell", "bag", "--replace");
        assertThat(TinyCorpora.weights(output())).isEqualTo(before);

        TinyCorpora.train(output(), films, "--cell", "bag", "--replace");
        assertThat(TinyCorpora.weights(output())).isNotEqualTo(before);
    }

    @Test
    void neverReplacesWhatIsNoModel() throws IOException {
        Path films = films();
        Path precious = Files.createDirectories(output()).resolve("precious.txt");
        Files.writeString(precious, "kept");

        assertRefused(
                2, output() + " is no model, and nothing else is replaced", films, "--cell", "linear", "--replace");
        TinyCorpora.assertFails(
                2,
                films + " is no model, and nothing else is replaced",
                "train",
                films,
                "--output",
                films,
                "--replace");

        assertThat(precious).hasContent("kept");
        assertThat(films).isRegularFile();
    }

    @Test
    void aStoppedTrainingIsGoneOnWithOrReplaced() throws IOException {
        Path films = films();
        TinyCorpora.train(folder.resolve("whole"), films, "--cell", "bag", "--embedding", "4", "--rate", "1e-2");
        Path stopped = Files.createDirectories(folder.resolve("models/mine.training"));
        Files.copy(folder.resolve("whole/plan.yaml"), stopped.resolve("plan.yaml"));

        assertRefused(
                2,
                "a training of " + output() + " was stopped: --resume goes on with it, --replace begins anew",
                films,
                "--cell",
                "bag");
        assertRefused(2, "--resume goes by the plan that was begun and takes no other", "--resume", "--rate", "0.1");
        assertRefused(2, "--resume goes by the plan that was begun and takes no other", films, "--resume");
        TinyCorpora.train(output(), "--resume");

        assertThat(TinyCorpora.weights(output())).isEqualTo(TinyCorpora.weights(folder.resolve("whole")));
        assertThat(stopped).doesNotExist();
        assertRefused(2, "there is no training of " + output() + " that was stopped and could go on", "--resume");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "\u0010\u0000\u0000\u0000\u0000\u0000\u0000\u0000{}              "})
    void aCheckpointThatIsNoneIsOneSentence(String content) throws IOException {
        TinyCorpora.train(folder.resolve("whole"), films(), "--cell", "bag", "--embedding", "4");
        Path stopped = Files.createDirectories(folder.resolve("models/mine.training"));
        Files.copy(folder.resolve("whole/plan.yaml"), stopped.resolve("plan.yaml"));
        Path checkpoint = Files.writeString(stopped.resolve("checkpoint.safetensors"), content);

        Cli.Result result = Cli.run("train", "--resume", "--output", output());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).startsWith("tritone: " + checkpoint + ": ").hasLineCount(1);
        assertThat(output()).doesNotExist();
    }

    @Test
    void tooLargeANetworkIsOneSentence() throws IOException {
        Cli.Result result = Cli.run("train", films(), "--cell", "gru", "--units", "999999999", "--output", output());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("tritone: the network would be too large: ")
                .hasLineCount(1);
        assertThat(folder.resolve("models")).doesNotExist();
    }
}
