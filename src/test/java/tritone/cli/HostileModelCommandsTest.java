package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tritone.model.Spoilt;
import tritone.model.TinyModels;
import tritone.network.CellKind;
import tritone.tensors.Tensor;

/** What the commands say of models that were made to do harm: one line, whatever is asked. */
class HostileModelCommandsTest {
    @TempDir
    private Path folder;

    private Spoilt model;
    private Path corpus;

    @BeforeEach
    void write() throws IOException {
        model = Spoilt.of(TinyModels.of(CellKind.LSTM, 2), folder.resolve("model"));
        corpus = Files.writeString(
                folder.resolve("films.tsv"), "label\ttext\npos\tthe lovely film\nneg\tthe film was dull\n");
    }

    private static void assertOneLine(Cli.Result result, String... parts) {
        assertThat(result.err())
                .startsWith("tritone: ")
                .endsWith("\n")
                .contains(parts)
                .doesNotContain("Exception");
        assertThat(result.err().stripTrailing().lines()).hasSize(1);
        assertThat(result.err().stripTrailing().chars().filter(Character::isISOControl))
                .isEmpty();
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(1);
    }

    private void assertRefused(String... parts) {
        assertOneLine(Cli.run("model", "verify", model.folder()), parts);
        assertOneLine(Cli.run("evaluate", "--model", model.folder(), corpus), parts);
        Path output = folder.resolve("smaller");
        assertOneLine(Cli.run("model", "quantize", model.folder(), "--to", "int8", "--output", output, corpus), parts);
        assertThat(output).doesNotExist();
    }

    @Test
    void takesAGoodOne() {
        Cli.Result result = Cli.run("model", "verify", model.folder());

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("whole and as it was written; lstm");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void refusesACutFile() throws IOException {
        byte[] whole = Files.readAllBytes(model.file("model.safetensors"));
        Files.write(model.file("model.safetensors"), Arrays.copyOf(whole, whole.length / 2));

        assertRefused("model.safetensors: expected ");
    }

    @Test
    void refusesANewerFormat() throws IOException {
        model.put("format", "3");

        assertRefused("config.json: was written by a newer Tritone");
        assertOneLine(Cli.run("model", "show", model.folder()), "was written by a newer Tritone");
    }

    @Test
    void refusesHugeSizes() throws IOException {
        model.put("architecture/network/cell/units", "2147483647");

        assertRefused("config.json: describes a network of more numbers than an array can hold");
    }

    @Test
    void refusesLabelsThatAreTheSame() throws IOException {
        model.put("architecture/labels", "[\"pos\\u001b[2J\", \"POS\\u001b[2J\"]");

        assertRefused("labels must differ but POS\\u001b[2J is there twice");
    }

    @Test
    void refusesWeightsThatAreNoNumbers() throws IOException {
        model.weights(tensors -> tensors.put("1.b", Tensor.ofFloats(new float[] {Float.NaN}, 1)));

        assertRefused("model.safetensors: 1.b[0] must be a finite number but was NaN");
    }

    @Test
    void refusesAVocabularyThatDrivesTheTerminal() throws IOException {
        String row = "\u001b[2J\u0007" + "x".repeat(70_000) + "\t1\n";
        Files.writeString(
                model.file("vocab.txt"), "# tritone vocabulary 1, chain simple, counted 9, rows 2\n" + row + row);
        model.renew("vocab.txt");

        assertRefused("vocab.txt:2: expected a token of at most 65535 characters");
    }

    @Test
    void refusesAFolderWithoutACard() throws IOException {
        Files.delete(model.file("README.md"));

        assertOneLine(Cli.run("model", "show", model.folder()), "is no model: there is no README.md in it");
    }

    @Test
    void refusesWhatIsNoModel() throws IOException {
        assertOneLine(Cli.run("model", "verify", folder), "is no model: there is no config.json in it");
        assertOneLine(Cli.run("model", "verify", corpus), "films.tsv: ");
        assertOneLine(Cli.run("model", "verify", folder.resolve("none")), "none: no such file or folder");
    }

    @Test
    void saysThatWeightsAreTooLarge() throws IOException {
        Spoilt relu = Spoilt.of(TinyModels.relu(), folder.resolve("relu"));
        relu.weights(tensors -> tensors.replaceAll((name, tensor) -> {
            float[] values = tensor.floats();
            Arrays.fill(values, Float.MAX_VALUE);
            return Tensor.ofFloats(
                    values, tensor.shape().stream().mapToInt(Integer::intValue).toArray());
        }));

        assertThat(Cli.run("model", "verify", relu.folder()).exitCode()).isZero();
        assertOneLine(Cli.run("evaluate", "--model", relu.folder(), corpus), "the weights are so large");
    }

    @Test
    void saysWhichPrecisionDoesNotReachSoFar() throws IOException {
        model.weights(tensors -> tensors.put("1.W", Tensor.ofFloats(new float[] {1, 1e6f}, 2, 1)));
        Path output = folder.resolve("half");

        assertOneLine(
                Cli.run("model", "quantize", model.folder(), "--to", "float16", "--output", output, corpus),
                model.folder() + ": float16 reaches to 65504.0 but 1.W holds 1000000.0");
        assertThat(output).doesNotExist();
    }

    @Test
    void saysThatAPlanCannotBe() throws IOException {
        for (String value : new String[] {"\"transformer\\u001b[2J\"", "\"\""}) {
            model.put("training/plan/cell", value);

            assertOneLine(Cli.run("evaluate", "--held-out", "--model", model.folder(), corpus), "cell");
            assertOneLine(Cli.run("reproduce", model.folder()), "cell");
        }
    }

    @Test
    void printsNoControlCharacterOfALabelOrACard() throws IOException {
        model.put("architecture/labels", "[\"neg\", \"pos\\u001b[2J\"]");
        Files.writeString(model.file("README.md"), "# mine \u001b[2J\u0007\n");

        Cli.Result card = Cli.run("model", "show", model.folder());
        Cli.Result evaluation = Cli.run("evaluate", "--model", model.folder(), corpus);

        assertThat(card.out()).isEqualTo("# mine ?[2J?\n");
        assertOneLine(evaluation, "expected labels among neg, pos?[2J");
    }
}
