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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCommandTest {
    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() {
        TinyCorpora.train(
                shared.resolve("lstm"),
                "sample",
                "--cell",
                "lstm",
                "--units",
                "8",
                "--embedding",
                "16",
                "--epochs",
                "2",
                "--max-tokens",
                "40");
        TinyCorpora.train(
                shared.resolve("bag"),
                "sample",
                "--cell",
                "bag",
                "--embedding",
                "16",
                "--epochs",
                "2",
                "--max-tokens",
                "40");
        TinyCorpora.train(shared.resolve("linear"), "sample", "--cell", "linear", "--min-count", "2");
    }

    private Path copy(String name) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name));
        for (String file : TinyCorpora.names(shared.resolve(name))) {
            Files.copy(shared.resolve(name).resolve(file), copy.resolve(file));
        }
        return copy;
    }

    @ParameterizedTest
    @ValueSource(strings = {"lstm", "bag", "linear"})
    void showsTheCard(String name) throws IOException {
        Cli.Result result = Cli.run("model", "show", shared.resolve(name));

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .isEqualTo(Files.readString(shared.resolve(name).resolve("README.md")))
                .startsWith("---\n")
                .contains("# " + name, "tritone train --output", "validation reviews", "SHA-256 `", "seconds on");
    }

    @Test
    void aCardDrivesNoTerminal() throws IOException {
        Path model = copy("linear");
        Files.writeString(model.resolve("README.md"), "# mine\n\u001b[2J\u0007\n");

        assertThat(Cli.run("model", "show", model).out()).isEqualTo("# mine\n?[2J?\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lstm", "bag", "linear"})
    void verifiesWhatIsWhole(String name) {
        Cli.Result result = Cli.run("model", "verify", shared.resolve(name));

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .matches(shared.resolve(name) + ": whole and as it was written; " + name
                        + ", [\\d,]+ numbers, float32, [\\d,]+ ids\n");
    }

    @ParameterizedTest
    @CsvSource({
        "config.json, 0.5",
        "model.safetensors, 0.01",
        "model.safetensors, 0.99",
        "vocab.txt, 0.1",
        "vocab.txt, 0.9"
    })
    void noByteMayDiffer(String name, double place) throws IOException {
        Path file = copy("lstm").resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) (place * bytes.length)] ^= 1;
        Files.write(file, bytes);

        assertOneSentence("model", "verify", folder.resolve("lstm"));
        assertOneSentence("evaluate", "--model", folder.resolve("lstm"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "model.safetensors", "vocab.txt"})
    void nothingMayBeCutMissingOrSwapped(String name) throws IOException {
        Path file = copy("lstm").resolve(name);
        byte[] bytes = Files.readAllBytes(file);

        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertOneSentence("model", "verify", folder.resolve("lstm"));
        Files.write(file, new byte[0]);
        assertOneSentence("model", "verify", folder.resolve("lstm"));
        Files.delete(file);
        assertOneSentence("model", "verify", folder.resolve("lstm"));
        Files.copy(shared.resolve("linear").resolve(name), file);
        assertOneSentence("model", "verify", folder.resolve("lstm"));
        assertOneSentence("evaluate", "--model", folder.resolve("lstm"));
    }

    private static void assertOneSentence(Object... arguments) {
        Cli.Result result = Cli.run(arguments);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).startsWith("tritone: ").hasLineCount(1);
        assertThat(result.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "lstm, float16, 0.52",
        "lstm, int8, 0.35",
        "bag, float16, 0.52",
        "bag, int8, 0.35",
        "linear, float16, 0.8",
        "linear, int8, 0.8"
    })
    void fewerBitsMakeASmallerModelThatStillWorks(String name, String precision, double most) throws IOException {
        Path smaller = folder.resolve("smaller");
        Path model = shared.resolve(name);

        JsonNode report =
                TinyCorpora.json("model", "quantize", model, "--to", precision, "--output", smaller, "--json");
        JsonNode again = TinyCorpora.json("evaluate", "--model", smaller, "--json")
                .get("results")
                .get(0);

        double before = TinyCorpora.weightBytes(model);
        assertThat(TinyCorpora.weightBytes(smaller) / before).isLessThan(most);
        assertThat(report.get("before").get("precision").asText()).isEqualTo("float32");
        assertThat(report.get("after").get("precision").asText()).isEqualTo(precision);
        assertThat(report.get("after").get("bytes").asLong())
                .isLessThan(report.get("before").get("bytes").asLong());
        assertThat(report.get("reviews").asInt()).isEqualTo(260);
        assertThat(report.get("greatest_difference").asDouble()).isPositive().isLessThan(0.1);
        assertThat(again.get("accuracy").asDouble())
                .isEqualTo(report.get("after").get("accuracy").asDouble());
        assertThat(again.get("log_loss").asDouble())
                .isEqualTo(report.get("after").get("log_loss").asDouble());
        assertThat(Cli.run("model", "verify", smaller).out()).contains(", " + precision + ", ");
        assertThat(TinyCorpora.names(smaller)).contains("plan.yaml");
    }

    @Test
    void saysWhatFewerBitsCost() {
        Cli.Result result = Cli.run(
                "model", "quantize", shared.resolve("linear"), "--to", "int8", "--output", folder.resolve("small"));

        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith(folder.resolve("small") + ": made of " + shared.resolve("linear")
                        + " and measured on 260 reviews\n")
                .containsPattern("(?m)^accuracy +\\d+\\.\\d\\d % +\\d+\\.\\d\\d %$")
                .contains(" of the answers changed; probabilities by ");
    }

    @Test
    void measuresOnWhatWasHeldBack() throws IOException {
        JsonNode report = TinyCorpora.json(
                "model",
                "quantize",
                shared.resolve("lstm"),
                "--to",
                "int8",
                "--output",
                folder.resolve("small"),
                "--held-out",
                "--json");

        assertThat(report.get("reviews").asInt()).isEqualTo(50);
    }

    @Test
    void backToFloat32ChangesNothingMore() throws IOException {
        Path small = folder.resolve("small");
        Path back = folder.resolve("back");
        TinyCorpora.json("model", "quantize", shared.resolve("bag"), "--to", "int8", "--output", small, "--json");

        JsonNode report = TinyCorpora.json("model", "quantize", small, "--to", "float32", "--output", back, "--json");

        assertThat(report.get("greatest_difference").asDouble()).isZero();
        assertThat(TinyCorpora.weightBytes(back)).isEqualTo(TinyCorpora.weightBytes(shared.resolve("bag")));
    }

    @Test
    void anOutputIsNeitherLostNorHalfWritten() throws IOException {
        Path taken = copy("bag");
        String before = TinyCorpora.weights(taken);
        Path linear = shared.resolve("linear");
        Path other = Files.createDirectory(folder.resolve("other"));

        TinyCorpora.assertFails(
                2,
                taken + " is there already: choose another --output, or --replace it",
                "model",
                "quantize",
                linear,
                "--to",
                "int8",
                "--output",
                taken);
        TinyCorpora.assertFails(
                2,
                other + " is no model, and nothing else is replaced",
                "model",
                "quantize",
                linear,
                "--to",
                "int8",
                "--output",
                other,
                "--replace");
        TinyCorpora.assertFails(
                1,
                "nowhere: no such file or folder",
                "model",
                "quantize",
                linear,
                "nowhere",
                "--to",
                "int8",
                "--output",
                taken,
                "--replace");
        assertThat(TinyCorpora.weights(taken)).isEqualTo(before);
        assertThat(TinyCorpora.names(folder)).containsExactly("bag", "other");

        TinyCorpora.json("model", "quantize", linear, "--to", "int8", "--output", taken, "--replace", "--json");
        assertThat(Cli.run("model", "verify", taken).out()).contains("; linear, ", ", int8, ");
    }

    @Test
    void wrongUsageIsSaid() {
        Path linear = shared.resolve("linear");
        Path output = folder.resolve("small");

        TinyCorpora.assertFails(
                2,
                "Invalid value for option '--to': must be one of float32, float16, int8 but was int4",
                "model",
                "quantize",
                linear,
                "--to",
                "int4",
                "--output",
                output);
        TinyCorpora.assertFails(
                2,
                "two models are measured, and a stream can be read once only: give a file",
                "model",
                "quantize",
                linear,
                "-",
                "--to",
                "int8",
                "--output",
                output);
        TinyCorpora.assertFails(1, "nowhere: no such file or folder", "model", "show", "nowhere");
        TinyCorpora.assertFails(1, "nowhere: no such file or folder", "model", "verify", "nowhere");
        assertThat(Cli.run("model").exitCode()).isEqualTo(2);
        assertThat(Cli.run("model", "quantize", linear, "--output", output).exitCode())
                .isEqualTo(2);
    }
}
