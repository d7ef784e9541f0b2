package tritone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tritone.model.Refusal.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.kernel.Arithmetic;
import tritone.kernel.Workers;
import tritone.network.CellKind;

/** {@code config.json} with values that cannot be, though its sum is right. */
class HostileConfigTest {
    @TempDir
    private Path folder;

    private Spoilt model(CellKind kind) throws IOException {
        return Refusal.model(kind, folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "architecture/network/cell/units | 0 | units must be at least 1 but was 0",
                "architecture/network/cell/units | -1 | units must be at least 1 but was -1",
                "architecture/network/embedding | -2147483648 | embedding must be at least 1 but was -2147483648",
                "architecture/network/vocabulary | 0 | vocabulary must be at least 1 but was 0",
                "architecture/network/levels | 0 | levels must be at least 1 but was 0",
                "architecture/network/classes | 1 | classes must be at least 2 but was 1",
                "architecture/network/classes | 2147483647 | the network must tell 2 classes apart but does 2147483647",
                "architecture/network/readout | \"states\" | a network's readout must make one vector of the states",
                "architecture/network/cell/variant | \"gru-reset-after\" |"
                        + " the variant of a lstm must be one of [lstm, lstm-peephole] but was gru-reset-after",
                "architecture/network/cell/variant | \"none\" |"
                        + " without a cell the units must be as many as the inputs, 3, but were 2",
                "architecture/truncation/max_tokens | 0 | maxTokens must be at least 1 but was 0",
                "architecture/truncation/max_tokens | -40 | maxTokens must be at least 1 but was -40",
                "architecture/labels | [] | labels must be at least 2 but were 0",
                "architecture/labels | [\"\\u001b[2J\"] | labels must be at least 2 but were 1",
                "architecture/labels | [\"a\", \"b\", \"c\"] | the network must tell 3 classes apart but does 2",
                "architecture/labels | [\"\", \" \"] | labels must differ but   is there twice",
                "architecture/labels | [\"a\\u001b\\n\", \"A\\u001b \"] | labels must differ but A\\u001b  is there twice",
                "architecture/network | null | a network must belong to every cell but linear",
                "architecture/temperature | 0 | temperature must be in [0.01, 100.0] but was 0.0",
                "architecture/temperature | 0.0 | temperature must be in [0.01, 100.0] but was 0.0",
                "architecture/temperature | -1.5 | temperature must be in [0.01, 100.0] but was -1.5",
                "architecture/temperature | 1e300 | temperature must be in [0.01, 100.0] but was 1.0E300",
                "architecture/temperature | 1e-300 | temperature must be in [0.01, 100.0] but was 1.0E-300",
                "architecture/temperature | 101 | temperature must be in [0.01, 100.0] but was 101.0",
                "architecture/cell | \"linear\" | a network must belong to every cell but linear",
                "training/validation/accuracy/low | 1.5 | value must be in [1.5, 0.92",
                "training/validation/confusion | [] | validation figures must count 8 reviews by their label and",
                "training/validation/confusion | [[3], [5]] | validation figures must count 8 reviews by their label",
                "training/validation/confusion | [[-1, 5], [2, 2]] | validation figures must count 8 reviews by their",
                "training/validation/confusion | [[2147483647, 2147483647], [5, 5]] | validation figures must count 8",
                "training/validation/reviews | 7 | validation figures must count 7 reviews by their label and the one",
                "training/validation/classes | [] | validation figures must be of 2 classes but are of 0",
            })
    void saysWhichValueCannotBe(String path, String value, String problem) throws IOException {
        Spoilt spoilt = model(CellKind.LSTM);
        spoilt.put(path, value);

        assertThat(refused(spoilt)).startsWith("/config.json: " + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "architecture/network/cell/units | 2147483648",
                "architecture/network/cell/units | 99999999999999999999999",
                "architecture/network/cell/units | 2.5",
                "architecture/network/cell/units | 2.0",
                "architecture/network/cell/units | 1e3",
                "architecture/network/cell/units | \"2\"",
                "architecture/network/cell/units | null",
                "architecture/network/cell/units | true",
                "architecture/network/cell/units | [2]",
                "architecture/network/cell/units | {}",
                "architecture/network/cell/variant | \"transformer\"",
                "architecture/network/cell/variant | \"LSTM\"",
                "architecture/network/cell/variant | \"\"",
                "architecture/network/cell/variant | 2",
                "architecture/network/cell/variant | null",
                "architecture/network/cell/direction | \"sideways\\u001b[2J\"",
                "architecture/network/cell/normalisation | \"group\"",
                "architecture/network/readout | \"first\"",
                "architecture/network | []",
                "architecture/cell | \"transformer\"",
                "architecture/cell | 1",
                "architecture/labels | null",
                "architecture/labels | [null, \"pos\"]",
                "architecture/labels | \"pos\"",
                "architecture/truncation/keep | \"middle\"",
                "architecture/truncation/max_tokens | 1e999",
                "architecture/truncation | null",
                "architecture/temperature | null",
                "architecture/temperature | \"1.5\"",
                "architecture/temperature | [1.5]",
                "architecture/temperature | true",
                "architecture | null",
                "architecture | []",
                "training | null",
                "training/plan | null",
                "training/plan | []",
                "training/epochs | [null]",
                "training/epochs | [{}]",
                "training/validation/confusion | [null]",
                "training/validation/confusion | [[null]]",
                "training/validation/classes | [null, null]",
                "training/validation/accuracy | null",
                "training/best_epoch | \"two\"",
                "training/uncalibrated | []",
                "training/uncalibrated/log_loss | null",
                "training/slices | null",
                "training/slices/lengths | null",
                "training/slices/lengths | [null]",
                "training/slices/ratings | {}",
                "training/slices/ratings/0/accuracy | null",
                "provenance/software | null",
                "provenance/software/libraries | null",
                "provenance/corpora | [null]",
                "provenance/command | null",
                "provenance/threads | 1e10",
                "provenance | null",
                "files | null",
                "files | []",
                "files/vocab.txt/bytes | 1e30",
                "files/vocab.txt/bytes | 9223372036854775808",
                "files/vocab.txt/crc32c | null",
            })
    void saysWhereSomethingIsWrong(String path, String value) throws IOException {
        Spoilt spoilt = model(CellKind.LSTM);
        spoilt.put(path, value);

        assertThat(refused(spoilt))
                .startsWith("/config.json: expected what a model's must hold but something is wrong or missing at ")
                .contains(path.split("/")[0]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "architecture/network/cell/units | 2147483647 | config.json: describes a network of more numbers than",
                "architecture/network/cell/units | 1000000000 | config.json: describes a network of more numbers than",
                "architecture/network/cell/units | 46341 | model.safetensors: RW must hold at most 2147483647 numbers",
                "architecture/network/cell/units | 3 | model.safetensors: expected 0.W of shape [3, 12]",
                "architecture/network/embedding | 2147483647 | model.safetensors: 0.E must hold at most 2147483647",
                "architecture/network/embedding | 238609294 | model.safetensors: expected 0.E of shape [9, 238609294]",
                "architecture/network/levels | 2147483647 | model.safetensors: expected weights of 2147483647 levels",
                "architecture/network/levels | 10 | model.safetensors: expected 1.W of shape [2, 8]",
                "architecture/network/vocabulary | 2147483647 | vocab.txt: expected 2147483647 ids but found 9",
                "architecture/network/vocabulary | 8 | vocab.txt: expected 8 ids but found 9",
                "architecture/network/cell/variant | \"lstm-peephole\" | model.safetensors: the array 0.P is missing",
                "architecture/network/cell/direction | \"both\" | model.safetensors: the array 0.backW is missing",
                "architecture/network/cell/normalisation | \"batch\" | model.safetensors: the array 0.g is missing",
                "architecture/network/readout | \"attention\" | model.safetensors: the array 0.q is missing",
                "architecture/network/readout | \"last-mean-max\" | model.safetensors: expected 1.W of shape [6, 1]",
                "files/vocab.txt/bytes | 9223372036854775807 | vocab.txt: expected 9223372036854775807 bytes but found",
                "files/vocab.txt/bytes | -1 | vocab.txt: expected -1 bytes but found",
                "files/vocab.txt/crc32c | \"\\u001b[2J\" | vocab.txt: is not the file that was written",
                "files/model.safetensors | null | config.json: says nothing of model.safetensors",
                "files | {} | config.json: says nothing of vocab.txt",
            })
    void seesThatTheFilesAreAnothers(String path, String value, String problem) throws IOException {
        Spoilt spoilt = model(CellKind.LSTM);
        spoilt.put(path, value);

        assertThat(refused(spoilt)).startsWith("/" + problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.0", "-1", "1e300", "1e999", "1e-9", "NaN", "\"1\"", "null", "true", "[]"})
    void anAnswerIsRefusedAtTheSameTemperatures(String temperature) throws IOException {
        for (CellKind kind : List.of(CellKind.BAG, CellKind.LINEAR)) {
            Spoilt spoilt = model(kind);
            spoilt.text(body -> body.replace("\"temperature\" : 1.0", "\"temperature\" : " + temperature));

            String whenRead = refused(spoilt);
            assertThatThrownBy(() -> ModelFolder.open(spoilt.folder(), Arithmetic.SCALAR, Workers.NONE))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessage(spoilt.folder() + whenRead);
        }
    }

    /** A file is held to the format that it says it is in. */
    @ParameterizedTest
    @CsvSource({
        "format, 2, architecture",
        "architecture/temperature, 1.5, architecture",
        "training/slices, {}, training"
    })
    void takesNoFormatForTheOther(String path, String value, String place) throws IOException {
        Path old = Path.of("src/test/resources/tritone/model/golden/bag");
        Files.createDirectory(folder.resolve("old"));
        ModelFolder.copying(old).into(folder.resolve("old"));
        Files.copy(old.resolve("config.json"), folder.resolve("old/config.json"));
        Files.copy(old.resolve("README.md"), folder.resolve("old/README.md"));
        Spoilt spoilt = new Spoilt(folder.resolve("old"));
        assertThat(spoilt.complaint()).isEmpty();

        spoilt.put(path, value);

        assertThat(refused(spoilt))
                .startsWith("/config.json: expected what a model's must hold but something is wrong or missing at "
                        + place);
    }

    @Test
    void comparesTheSlowSumOnlyWhenAsked() throws IOException {
        Spoilt spoilt = model(CellKind.LSTM);
        spoilt.put("files/vocab.txt/sha256", "\"00\"");

        assertThat(spoilt.complaintOfReading()).isEmpty();
        assertThatThrownBy(() -> ModelFolder.verify(spoilt.folder()))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage(spoilt.file("vocab.txt") + ": is not the file that was written: its SHA-256 differs");
    }

    @Test
    void takesTextsOfAnyKindWhereTheyDoNoHarm() throws IOException {
        Spoilt spoilt = model(CellKind.LSTM);
        String text = "\"\\u001b[2J | ` \\n---\\n # \\u2028 " + "x".repeat(9999) + "\"";
        spoilt.put("architecture/labels/0", text);
        spoilt.put("provenance/command", text);
        spoilt.put("provenance/machine/cpu", text);
        spoilt.put("provenance/corpora/0/name", text);
        spoilt.put("training/plan/cell", text);
        spoilt.put("training/plan/corpus", "null");

        assertThat(spoilt.complaint()).isEmpty();
    }
}
