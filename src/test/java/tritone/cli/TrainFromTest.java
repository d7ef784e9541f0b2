package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tritone.model.LanguageModel;
import tritone.model.LanguageModelFolder;
import tritone.tensors.TensorFile;

/** From a language model to a classifier, by what is typed. */
class TrainFromTest {
    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Path films;
    private static Path languageModel;

    @BeforeAll
    static void learn() throws IOException {
        films = TinyCorpora.decided(shared.resolve("films.tsv"), 60, "pos", "neg");
        languageModel = shared.resolve("lm");
        Cli.Result result = Cli.run(
                "pretrain",
                "language-model",
                films,
                "--output",
                languageModel,
                "--cell",
                "lstm",
                "--variant",
                "peepholes",
                "--direction",
                "both",
                "--units",
                5,
                "--embedding",
                4,
                "--min-count",
                1,
                "--epochs",
                2);
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    private static Object[] words(Path output, Object... more) {
        List<Object> words = new ArrayList<>(List.of("train", films, "--from", languageModel, "--output", output));
        words.addAll(List.of("--epochs", 2));
        words.addAll(List.of(more));
        return words.toArray();
    }

    private static void train(Path output, Object... more) {
        Cli.Result result = Cli.run(words(output, more));
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    @Test
    void whatFollowsFromTheLanguageModelNeedNotBeSaid() throws IOException {
        Path output = folder.resolve("model");

        train(output, "--freeze-cells", 2);

        LanguageModel model = LanguageModelFolder.read(languageModel);
        TensorFile weights = TensorFile.read(output.resolve("model.safetensors"));
        model.shape().level().parameters().forEach(parameter -> {
            String name = "0." + parameter.name();
            assertThat(weights.tensors().get(name).floats())
                    .as(name)
                    .isEqualTo(model.weights().get(name));
        });
        assertThat(output.resolve("vocab.txt")).hasSameBinaryContentAs(languageModel.resolve("vocab.txt"));
        assertThat(Files.readString(output.resolve("plan.yaml")))
                .contains("\ncell: lstm\n", "\nvariant: peepholes\n", "\nunits: 5\n", "\ndirection: both\n")
                .contains("\nembedding: 4\n", "\nfreeze-cells: 2\n")
                .contains("from: " + languageModel, "vocab: " + languageModel);
    }

    @Test
    void saysWhereItCameFrom() throws IOException {
        Path output = folder.resolve("model");

        train(output);

        JsonNode sources = new ObjectMapper()
                .readTree(output.resolve("config.json").toFile())
                .at("/provenance/corpora");
        JsonNode last = sources.get(sources.size() - 1);
        assertThat(last.get("name").asText()).isEqualTo(languageModel.toString());
        assertThat(last.get("use").asText()).isEqualTo("language model");
        assertThat(last.get("sha256").asText())
                .isEqualTo(LanguageModelFolder.read(languageModel).sum());
        assertThat(Files.readString(output.resolve("README.md"))).contains("language model: `" + languageModel + "`");
    }

    @Test
    void itsPlanCanBeFollowedAndTheModelReproduced() throws IOException {
        Path output = folder.resolve("model");
        train(output, "--freeze-cells", 1, "--word-dropout", 0.1);

        TinyCorpora.train(folder.resolve("again"), "--plan", output.resolve("plan.yaml"));
        Cli.Result reproduced = Cli.run("reproduce", output);

        assertThat(TinyCorpora.weights(folder.resolve("again"))).isEqualTo(TinyCorpora.weights(output));
        assertThat(reproduced.exitCode()).as(reproduced.err()).isZero();
        assertThat(reproduced.out()).startsWith(output + ": the same weights, to the last bit\n");
    }

    @Test
    void saysWhatIsMissingToReproduceIt() throws IOException {
        Path copy = folder.resolve("copy");
        Path output = folder.resolve("model");
        Files.createDirectory(copy);
        for (String name : TinyCorpora.names(languageModel)) {
            Files.copy(languageModel.resolve(name), copy.resolve(name));
        }
        TinyCorpora.train(output, films, "--from", copy, "--epochs", 1);

        Files.move(copy.resolve("language-model.safetensors"), folder.resolve("elsewhere"));
        TinyCorpora.assertFails(
                1, copy + ": is no language model: there is no language-model.safetensors in it", "reproduce", output);
        for (String name : TinyCorpora.names(copy)) {
            Files.delete(copy.resolve(name));
        }
        Files.delete(copy);
        TinyCorpora.assertFails(1, copy + ": no such file or folder", "reproduce", output);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--cell | gru | cell must be lstm",
                "--variant | plain | variant must be peepholes",
                "--units | 6 | units must be 5",
                "--embedding | 6 | embedding must be 4",
                "--direction | forward | direction must be both",
                "--normalisation | layer | normalisation must be none"
            })
    void refusesWhatContradictsIt(String option, String value, String sentence) {
        TinyCorpora.assertFails(
                1, sentence + " to begin with " + languageModel, words(folder.resolve("model"), option, value));

        assertThat(folder.resolve("model")).doesNotExist();
        assertThat(folder.resolve("model.training")).doesNotExist();
    }

    @Test
    void refusesAnotherVocabulary() {
        TinyCorpora.assertFails(
                1,
                "vocab must be the language model's own to begin with " + languageModel,
                words(folder.resolve("model"), "--vocab", "count", "--vocab-size", 5));
    }

    @ParameterizedTest
    @CsvSource({"bag", "linear"})
    void refusesWhatHasNoCell(String cell) {
        Path output = folder.resolve("model");

        TinyCorpora.assertFails(
                2,
                "from means nothing for the cell " + cell,
                "train",
                films,
                "--from",
                languageModel,
                "--cell",
                cell,
                "--output",
                output);
    }

    @Test
    void fromNoneIsFromNothing() throws IOException {
        Object[] small = {films, "--cell", "gru", "--units", 4, "--embedding", 4, "--epochs", 1};
        TinyCorpora.train(folder.resolve("plain"), small);
        List<Object> none = new ArrayList<>(List.of(small));
        none.addAll(List.of("--from", "none"));
        TinyCorpora.train(folder.resolve("none"), none.toArray());

        assertThat(TinyCorpora.weights(folder.resolve("none"))).isEqualTo(TinyCorpora.weights(folder.resolve("plain")));
        TinyCorpora.assertFails(
                2,
                "freeze-cells needs cells that have learnt: give from a language model",
                "train",
                films,
                "--from",
                "none",
                "--freeze-cells",
                1,
                "--output",
                folder.resolve("frozen"));
    }

    @Test
    void aFolderThatIsNoLanguageModelIsOneSentence() {
        TinyCorpora.assertFails(
                1,
                "nowhere: no such file or folder",
                "train",
                films,
                "--from",
                "nowhere",
                "--output",
                folder.resolve("model"));
        TinyCorpora.assertFails(
                1,
                shared + ": is no language model: there is no language-model.safetensors in it",
                "train",
                films,
                "--from",
                shared,
                "--output",
                folder.resolve("model"));
    }
}
