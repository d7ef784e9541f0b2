package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusPart;
import tritone.corpus.ReadingOptions;
import tritone.corpus.Row;
import tritone.corpus.RowReader;
import tritone.model.Spoilt;
import tritone.model.TinyModels;
import tritone.network.CellKind;
import tritone.tensors.Tensor;

/** Models and inputs that are not there, and options that cannot be meant: a sentence, and nothing is classified. */
class ClassifyUsageTest {
    @TempDir
    private Path folder;

    private Spoilt model;

    @BeforeEach
    void write() throws IOException {
        model = Spoilt.of(TinyModels.of(CellKind.GRU, 2), folder.resolve("tiny"));
    }

    @Test
    void aModelThatIsNowhere() {
        TinyCorpora.assertFails(1, "nowhere: no such file or folder", "classify", "--model", "nowhere", "--text", "a");
    }

    @Test
    void aFolderWithoutAModel() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        TinyCorpora.assertFails(
                1, empty + ": is no model: there is no config.json in it", "classify", "--model", empty, "--text", "a");
    }

    @Test
    void aModelOfANewerFormat() throws IOException {
        model.put("format", "3");

        TinyCorpora.assertFails(
                1,
                model.file("config.json") + ": was written by a newer Tritone, in format 3; this one reads up to 2",
                "classify",
                "--model",
                model.folder(),
                "--text",
                "a");
    }

    /** Whoever is root can read everything, so that a folder stands in the place of the file. */
    @Test
    void aModelThatCannotBeRead() throws IOException {
        for (String name : new String[] {"config.json", "model.safetensors", "vocab.txt"}) {
            Spoilt other = Spoilt.of(TinyModels.of(CellKind.LSTM, 2), folder.resolve("no-" + name));
            Files.delete(other.file(name));
            Files.createDirectory(other.file(name));

            TinyCorpora.assertFails(
                    1,
                    other.folder() + ": is no model: there is no " + name + " in it",
                    "classify",
                    "--model",
                    other.folder(),
                    "--text",
                    "a");
        }
    }

    @Test
    void modelsOfDifferentClassesDoNotVote() throws IOException {
        Path five = ClassifiedRows.tinyModel(folder.resolve("five"), CellKind.BAG, 5);

        TinyCorpora.assertFails(
                1,
                "models that vote must tell the same classes apart, but tiny knows neg, pos and five 1 stars, 2 stars,"
                        + " 3 stars, 4 stars, 5 stars",
                "classify",
                "--model",
                model.folder(),
                "--model",
                five,
                "--text",
                "a");
    }

    @Test
    void aMissingInputAmongGoodOnes() throws IOException {
        Path good = Files.writeString(folder.resolve("good.txt"), "lovely\n");
        Path output = folder.resolve("answers.jsonl");
        Path missing = folder.resolve("missing.txt");

        TinyCorpora.assertFails(
                1,
                missing + ": no such file or folder",
                "classify",
                "--on-error",
                "skip",
                "--model",
                model.folder(),
                "--output",
                output,
                good,
                missing);
        assertThat(TinyCorpora.names(folder)).containsExactly("good.txt", "tiny");
    }

    /** Between the look into a folder and the look into the file another program may take it away. */
    @Test
    void aFileThatVanishesWhileOthersAreRead() throws IOException {
        Path texts = Files.createDirectory(folder.resolve("texts"));
        for (String name : new String[] {"a.txt", "b.txt", "c.txt"}) {
            Files.writeString(texts.resolve(name), "lovely");
        }
        List<CorpusPart> parts = Corpus.open(texts, ReadingOptions.DEFAULTS).parts();
        Files.delete(texts.resolve("b.txt"));

        List<String> found = new ArrayList<>();
        try (RowReader rows = new RowReader(parts)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                found.add(row.id()
                        + row.fault().map(fault -> " " + Failures.words(fault)).orElse(""));
            }
        }

        assertThat(found)
                .containsExactly("a.txt", "b.txt " + texts.resolve("b.txt") + ": no such file or folder", "c.txt");
    }

    @Test
    void standardInputTwice() {
        TinyCorpora.assertFails(
                2, "standard input can be read once only", "classify", "--model", model.folder(), "-", "-");
    }

    @Test
    void anOptionWithATypingError() {
        Cli.Result result = Cli.run("classify", "--modle", "x", "--text", "a");

        assertThat(result.err()).isEqualTo("""
                tritone: Unknown option: '--modle'
                Possible solutions: --model
                Try 'tritone classify --help'.
                """);
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --on-error  | rwo     | Invalid value for option '--on-error': must be one of fail, skip, row but was rwo
            --on-error  | ROW     | Invalid value for option '--on-error': must be one of fail, skip, row but was ROW
            --unsure    | 0.6:0.4 | Invalid value for option '--unsure': must be two probabilities, as in 0.4:0.6, but was 0.6:0.4
            --unsure    | 0.4     | Invalid value for option '--unsure': must be two probabilities, as in 0.4:0.6, but was 0.4
            --unsure    | -1:2    | Invalid value for option '--unsure': must be two probabilities, as in 0.4:0.6, but was -1:2
            --unsure    | NaN:1   | Invalid value for option '--unsure': must be two probabilities, as in 0.4:0.6, but was NaN:1
            --output    | a.xyz   | --output must be a file that ends in .csv, .tsv or .jsonl but was a.xyz
            --output    | a.txt   | --output must be a file that ends in .csv, .tsv or .jsonl but was a.txt
            --output    | a.csv.gz | --output must be a file that ends in .csv, .tsv or .jsonl but was a.csv.gz
            --threads   | 0       | Invalid value for option '--threads': must be a whole number from 1 on but was 0
            """)
    void aValueThatCannotBeMeant(String option, String value, String sentence) {
        TinyCorpora.assertFails(2, sentence, "classify", "--model", model.folder(), "--text", "a", option, value);
    }

    @Test
    void goingOnNeedsAFileToGoOnWith() {
        TinyCorpora.assertFails(
                2,
                "--resume needs the --output to go on with",
                "classify",
                "--model",
                model.folder(),
                "--text",
                "a",
                "--resume");
    }

    @Test
    void anInputWithoutAName() {
        TinyCorpora.assertFails(
                2, "INPUT must be a file, a folder or - but was empty", "classify", "--model", model.folder(), "");
    }

    @Test
    void aFileThatIsNoModel() throws IOException {
        Path file = Files.writeString(folder.resolve("model.txt"), "lovely");

        Cli.Result result = Cli.run("classify", "--model", file, "--text", "a");

        assertThat(result.err()).startsWith("tritone: " + file + ": ").doesNotContain("no such file");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void aModelWhoseWeightsAreTooLarge() throws IOException {
        Spoilt relu = Spoilt.of(TinyModels.relu(), folder.resolve("relu"));
        relu.weights(tensors -> tensors.replaceAll((name, tensor) -> {
            float[] values = tensor.floats();
            Arrays.fill(values, Float.MAX_VALUE);
            return Tensor.ofFloats(
                    values, tensor.shape().stream().mapToInt(Integer::intValue).toArray());
        }));

        Cli.Result result = Cli.run("classify", "--model", relu.folder(), "--text", "the film");

        assertThat(result.err()).startsWith("tritone: ").contains("the weights are so large");
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void aLabelThatDrivesTheTerminal() throws IOException {
        model.put("architecture/labels", "[\"neg\\u001b[2J\", \"pos\\u001b[2J\"]");
        Path file = Files.writeString(folder.resolve("a.txt"), "lovely\n");

        Cli.Result counted = Cli.run("classify", "--model", model.folder(), file);
        System.setProperty("tritone.terminal.out", "true");
        Cli.Result table = Cli.run("classify", "--model", model.folder(), file);
        System.clearProperty("tritone.terminal.out");

        assertThat(counted.err()).startsWith("tritone: 1 review: ").doesNotContain("\u001b");
        assertThat(table.out()).doesNotContain("\u001b");
    }

    @Test
    void anOutputThatIsAFolder() throws IOException {
        Path output = Files.createDirectories(folder.resolve("answers.jsonl"));
        Files.writeString(output.resolve("precious.txt"), "kept");

        Cli.Result result = Cli.run("classify", "--model", model.folder(), "--text", "a", "--output", output);

        assertThat(result.err())
                .startsWith("tritone: ")
                .contains(output.toString())
                .doesNotContain("Exception");
        assertThat(result.exitCode()).isIn(1, 2);
        assertThat(folder.resolve("answers.jsonl.part")).doesNotExist();
    }

    /** An empty folder gives way to a file without a word. */
    @Test
    void anOutputThatIsAnEmptyFolder() throws IOException {
        Path output = Files.createDirectories(folder.resolve("answers.jsonl"));

        Cli.Result result = Cli.run("classify", "--model", model.folder(), "--text", "a", "--output", output);

        assertThat(result.exitCode()).isIn(1, 2);
        assertThat(output).isDirectory();
    }

    @Test
    void anOutputThatIsAnInput() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "id,text\n1,lovely\n");

        Cli.Result result = Cli.run("classify", "--model", model.folder(), file, "--output", file);

        assertThat(result.exitCode()).isIn(1, 2);
        assertThat(file).content().startsWith("id,text\n");
    }
}
