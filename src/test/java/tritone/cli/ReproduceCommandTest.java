package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReproduceCommandTest {
    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Path films;

    @BeforeAll
    static void train() throws IOException {
        films = TinyCorpora.decided(shared.resolve("films.tsv"), 40, "pos", "neg");
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
                "--word-dropout",
                "0.1",
                "--rate",
                "1e-2",
                "--threads",
                "1");
        TinyCorpora.train(shared.resolve("bag"), films, "--cell", "bag", "--embedding", "4", "--validation", "none");
        TinyCorpora.train(shared.resolve("linear"), films, "--cell", "linear", "--threads", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gru", "bag", "linear"})
    void findsTheSameWeights(String name) {
        Cli.Result result = Cli.run("reproduce", shared.resolve(name), "--threads", "1");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).startsWith(shared.resolve(name) + ": the same weights, to the last bit\n");
        assertThat(result.out().contains("validation accuracy ")).isNotEqualTo(name.equals("bag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gru", "linear"})
    void saysWhatDiffersThoughTheWeightsDoNot(String name) {
        Cli.Result result = Cli.run("reproduce", shared.resolve(name), "--threads", "2");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("the same weights, to the last bit\n").endsWith("\nthreads: 1 then, 2 now\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"float16", "int8"})
    void findsTheSameWeightsInFewerBits(String precision) throws IOException {
        for (String name : new String[] {"gru", "linear"}) {
            Path small = folder.resolve(name + "-" + precision);
            TinyCorpora.json(
                    "model", "quantize", shared.resolve(name), films, "--to", precision, "--output", small, "--json");

            JsonNode report = TinyCorpora.json("reproduce", small, "--json");

            assertThat(report.get("same_weights").asBoolean()).isTrue();
            assertThat(report.get("greatest_difference").asDouble()).isZero();
        }
    }

    @Test
    void printsOneObject() throws IOException {
        JsonNode report = TinyCorpora.json("reproduce", shared.resolve("gru"), "--threads", "1", "--json");

        assertThat(report.get("model").asText()).isEqualTo(shared.resolve("gru").toString());
        assertThat(report.get("differences")).isEmpty();
        assertThat(report.get("accuracy_before").asDouble())
                .isEqualTo(report.get("accuracy_again").asDouble());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gru", "linear"})
    void saysWhenTheCorpusIsAnother(String name) throws IOException {
        Path other = TinyCorpora.decided(folder.resolve("other.tsv"), 60, "pos", "neg", "pos", "neg");

        Cli.Result result = Cli.run("reproduce", shared.resolve(name), "--corpus", other);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .matches("(?s)" + shared.resolve(name) + ": (other weights, by up to \\S+|weights of other shapes)\n.*")
                .contains("reviews learnt from: 36 then, 54 now\n", "the bytes of " + films + ": ");
    }

    @Test
    void weightsOfOtherShapesHaveNoDifference() throws IOException {
        Path other = TinyCorpora.decided(folder.resolve("other.tsv"), 60, "a", "b", "c");

        Cli.Result result = Cli.run("reproduce", shared.resolve("bag"), "--corpus", other, "--json");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(TinyCorpora.json(result).get("greatest_difference").isNull()).isTrue();
        assertThat(TinyCorpora.json(result).get("same_weights").asBoolean()).isFalse();
    }

    @Test
    void aCorpusThatMovedIsTheSame() throws IOException {
        Path first = folder.resolve("first.tsv");
        Files.copy(films, first);
        Path model = folder.resolve("model");
        TinyCorpora.train(model, first, "--cell", "linear");
        Path moved = Files.createDirectory(folder.resolve("elsewhere")).resolve("moved.tsv");
        Files.move(first, moved);

        TinyCorpora.assertFails(1, first + ": no such file or folder", "reproduce", model);
        assertThat(Cli.run("reproduce", model, "--corpus", moved).exitCode()).isZero();
    }

    @Test
    void whatCannotBeTrainedAgainIsOneSentence() {
        TinyCorpora.assertFails(1, "nowhere: no such file or folder", "reproduce", "nowhere");
        TinyCorpora.assertFails(
                1,
                "a training reads its corpus more than once, which a stream does not allow",
                "reproduce",
                shared.resolve("gru"),
                "--corpus",
                "-");
    }

    @Test
    void leavesTheModelAloneAndNothingBesideIt() throws IOException {
        String before = TinyCorpora.weights(shared.resolve("gru"));

        Cli.run("reproduce", shared.resolve("gru"));

        assertThat(TinyCorpora.weights(shared.resolve("gru"))).isEqualTo(before);
        assertThat(TinyCorpora.names(shared)).containsExactly("bag", "films.tsv", "gru", "linear");
    }
}
