package tritone.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.network.CellKind;
import tritone.tensors.Precision;
import tritone.tensors.TensorFile;

/** Files that were cut, flipped, swapped or lost; by accident, so that sums tell, and with sums that fit what is there. */
class DamagedModelTest {
    private static final List<String> FILES = List.of("config.json", "model.safetensors", "vocab.txt");

    @TempDir
    private Path folder;

    private Spoilt model(CellKind kind) throws IOException {
        return Spoilt.of(TinyModels.of(kind, 2).in(Precision.INT8), folder.resolve(kind.toString()));
    }

    private Spoilt plain(CellKind kind) throws IOException {
        return Spoilt.of(TinyModels.plain(TinyModels.of(kind, 2).in(Precision.INT8)), folder.resolve(kind.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "model.safetensors", "vocab.txt"})
    void tellsThatAFileWasCutWhereverItWas(String name) throws IOException {
        Spoilt spoilt = plain(CellKind.LSTM);
        byte[] whole = Files.readAllBytes(spoilt.file(name));

        for (int length = 0; length < whole.length; length++) {
            spoilt.store(name, Arrays.copyOf(whole, length));

            Optional<String> complaint = spoilt.complaintOfReading();
            if (length < whole.length - 1 || !name.equals("config.json")) {
                assertThat(complaint.orElseThrow())
                        .as("%s cut to %d bytes", name, length)
                        .startsWith("/" + name + ": ");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "model.safetensors", "vocab.txt"})
    void tellsThatABitWasFlippedWhereverItWas(String name) throws IOException {
        Spoilt spoilt = plain(CellKind.LSTM);
        byte[] whole = Files.readAllBytes(spoilt.file(name));
        Random random = new Random(1);

        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            spoilt.store(name, flipped);

            Optional<String> complaint = spoilt.complaintOfReading();
            boolean behindTheEnd = name.equals("config.json") && at == whole.length - 1;
            assertThat(complaint.isPresent() || behindTheEnd)
                    .as("%s flipped at %d", name, at)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LSTM", "LINEAR"})
    void looksAtACutFileWhoseSumsFit(CellKind kind) throws IOException {
        Spoilt spoilt = plain(kind);
        for (String name : List.of("model.safetensors", "vocab.txt")) {
            byte[] whole = Files.readAllBytes(spoilt.file(name));
            for (int length = 0; length < whole.length; length++) {
                spoilt.bytes(name, Arrays.copyOf(whole, length));

                boolean onlyTheLastNewline = name.equals("vocab.txt") && length == whole.length - 1;
                assertThat(spoilt.complaintOfReading().isPresent())
                        .as("%s cut to %d bytes", name, length)
                        .isEqualTo(!onlyTheLastNewline);
            }
            spoilt.bytes(name, whole);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LSTM", "LINEAR"})
    void looksAtAFlippedFileWhoseSumsFit(CellKind kind) throws IOException {
        Spoilt spoilt = plain(kind);
        Random random = new Random(2);
        for (String name : List.of("model.safetensors", "vocab.txt")) {
            byte[] whole = Files.readAllBytes(spoilt.file(name));
            for (int at = 0; at < whole.length; at++) {
                byte[] flipped = whole.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                spoilt.bytes(name, flipped);

                spoilt.complaintOfReading(); // may as well be another good weight or word
            }
            spoilt.bytes(name, whole);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LSTM", "LINEAR"})
    void looksAtAFlippedConfigurationWhoseSumFits(CellKind kind) throws IOException {
        Spoilt spoilt = kind == CellKind.LSTM ? model(kind) : plain(kind);
        byte[] body = spoilt.body().getBytes(StandardCharsets.UTF_8);
        Random random = new Random(3);

        // Of the one with all figures a third, and all of the one without.
        for (int at = 0; at < body.length; at += kind == CellKind.LSTM ? 3 : 1) {
            byte[] flipped = body.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            spoilt.writeBody(flipped);

            spoilt.complaintOfReading();
        }
    }

    @Test
    void looksAtAConfigurationWithOtherDigits() throws IOException {
        Spoilt spoilt = model(CellKind.LSTM);
        byte[] body = spoilt.body().getBytes(StandardCharsets.UTF_8);

        for (int at = 0; at < body.length; at++) {
            if (Character.isDigit(body[at])) {
                for (char other : "9-".toCharArray()) {
                    byte[] changed = body.clone();
                    changed[at] = (byte) other;
                    spoilt.writeBody(changed);

                    spoilt.complaintOfReading();
                }
            }
        }
    }

    @Test
    void tellsFilesOfTwoModelsApart() throws IOException {
        Spoilt one = model(CellKind.LSTM);
        Spoilt other = Spoilt.of(TinyModels.rich(), folder.resolve("other"));
        Model stranger = TinyModels.of(CellKind.LSTM, 2);
        Map<String, String> saidOf = Map.of(
                "config.json", "/model.safetensors: expected ",
                "model.safetensors", "/model.safetensors: expected ",
                "vocab.txt", "/vocab.txt: expected ");
        Files.writeString(other.file("vocab.txt"), "# another\n");

        for (String name : FILES) {
            byte[] own = Files.readAllBytes(one.file(name));
            Files.write(one.file(name), Files.readAllBytes(other.file(name)));
            assertThat(one.complaint().orElseThrow()).startsWith(saidOf.get(name));
            Files.write(one.file(name), own);
        }
        // Of the same size, so that only the sum tells.
        Spoilt alike = Spoilt.of(stranger, folder.resolve("alike"));
        alike.weights(tensors -> tensors.put("1.b", tritone.tensors.Tensor.ofFloats(new float[] {9}, 1)));
        Path twin = Spoilt.of(stranger, folder.resolve("twin")).file("model.safetensors");
        TensorFile.write(twin, TensorFile.read(alike.file("model.safetensors")).tensors(), Map.of("format", "tritone"));
        assertThat(new Spoilt(folder.resolve("twin")).complaint())
                .hasValue("/model.safetensors: is not the file that was written: its checksum differs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "model.safetensors", "vocab.txt"})
    void namesAFileThatIsMissingOrAFolder(String name) throws IOException {
        Spoilt spoilt = model(CellKind.GRU);
        Files.delete(spoilt.file(name));

        assertThat(spoilt.complaint()).hasValue(": is no model: there is no " + name + " in it");

        Files.createDirectory(spoilt.file(name));
        assertThat(spoilt.complaint()).hasValue(": is no model: there is no " + name + " in it");
    }

    @Test
    void doesWithoutACardUntilItIsAskedFor() throws IOException {
        Spoilt spoilt = model(CellKind.GRU);
        Files.delete(spoilt.file("README.md"));

        assertThat(ModelFolder.read(spoilt.folder()).precision()).isEqualTo(Precision.INT8);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> ModelFolder.card(spoilt.folder()))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage(spoilt.folder() + ": is no model: there is no README.md in it");
    }

    @Test
    void tellsAnEmptyFolderAFileAndNothingFromAModel() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        assertThat(new Spoilt(empty).complaint()).hasValue(": is no model: there is no config.json in it");
        assertThat(new Spoilt(file).complaint()).isPresent();
        assertThat(new Spoilt(folder.resolve("none")).complaint()).isPresent();
        assertThat(ModelFolder.isModel(empty)).isFalse();
        assertThat(ModelFolder.isModel(file)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "12", "2147483647", "9223372036854775807", "99999999999999999999999999"})
    void saysThatANewerTritoneWroteIt(String format) throws IOException {
        Spoilt spoilt = model(CellKind.GRU);
        // Whatever else is in it: only a newer one could say what it must be.
        Files.writeString(spoilt.file("config.json"), "{\"format\" : " + format + ", \"anything\" : [1, {}]}");

        assertThat(spoilt.complaint().orElseThrow())
                .startsWith("/config.json: was written by a newer Tritone, in format ")
                .endsWith("; this one reads up to 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "null", "\"2\"", "true", "[2]", "{}", "2.5", "\"\\u001b[2J\"", "NaN", "-1e300"})
    void saysThatTheFormatIsNone(String format) throws IOException {
        Spoilt spoilt = model(CellKind.GRU);
        spoilt.text(body -> body.replace("\"format\" : 2", "\"format\" : " + format));

        assertThat(spoilt.complaint().orElseThrow()).startsWith("/config.json: ");
    }
}
