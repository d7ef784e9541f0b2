package tritone.tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorFileTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void chooseAFile() {
        file = folder.resolve("x.safetensors");
    }

    private static Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("zebra", Tensor.ofBytes(new byte[] {1, -2, 3}, 3));
        tensors.put("ü \"quoted\" \n", Tensor.ofFloats(new float[] {1, Float.NaN, -0f, 4}, 1, 2, 2, 1, 1, 1, 1, 1));
        tensors.put("nothing", Tensor.ofInts(new int[0], 0, 5));
        tensors.put("halves", Tensor.ofHalves(new float[] {0.1f, Float.NEGATIVE_INFINITY}, 2, 1));
        tensors.put("a", Tensor.ofInts(new int[] {Integer.MIN_VALUE}, 1));
        return tensors;
    }

    @Test
    void givesBackWhatWasWrittenInItsOrder() throws IOException {
        Map<String, String> metadata = Map.of("kind", "lstm", "", "\u0000\ud83c\udfac", "long", "x".repeat(200_000));

        TensorFile.write(file, tensors(), metadata);

        TensorFile found = TensorFile.read(file);
        assertThat(found.tensors()).isEqualTo(tensors());
        assertThat(found.tensors().keySet()).containsExactlyElementsOf(tensors().keySet());
        assertThat(found.metadata()).isEqualTo(metadata);
        assertThat(found.tensors().get("ü \"quoted\" \n").floats()).containsExactly(1, Float.NaN, -0f, 4);
    }

    @Test
    void givesBackAFileOfSeveralPieces() throws IOException {
        int[] values = IntStream.range(0, 700_001).map(i -> i * 0x9e3779b9).toArray();

        TensorFile.write(file, Map.of("large", Tensor.ofInts(values, values.length)), Map.of());

        assertThat(TensorFile.read(file).tensors().get("large").ints()).isEqualTo(values);
    }

    @Test
    void mayHoldNothing() throws IOException {
        TensorFile.write(file, Map.of(), Map.of());

        assertThat(file).hasBinaryContent(RawTensors.file("{}      "));
        assertThat(TensorFile.read(file)).isEqualTo(new TensorFile(Map.of(), Map.of()));
    }

    @Test
    void writesTheseBytes() throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("b", Tensor.ofHalves(new float[] {1, -2, 0}, 3));
        tensors.put("a", Tensor.ofInts(new int[] {1, -1}, 2, 1));

        TensorFile.write(file, tensors, Map.of("y", "2", "x", "1"));

        assertThat(file)
                .hasBinaryContent(RawTensors.file(
                        "{\"__metadata__\":{\"x\":\"1\",\"y\":\"2\"},"
                                + "\"b\":{\"dtype\":\"F16\",\"shape\":[3],\"data_offsets\":[0,6]},"
                                + "\"a\":{\"dtype\":\"I32\",\"shape\":[2,1],\"data_offsets\":[6,14]}} ",
                        0,
                        0x3c,
                        0,
                        0xc0,
                        0,
                        0,
                        1,
                        0,
                        0,
                        0,
                        0xff,
                        0xff,
                        0xff,
                        0xff));
    }

    @Test
    void beginsTheNumbersAtAMultipleOfEight() throws IOException {
        for (int length = 1; length <= 9; length++) {
            TensorFile.write(file, Map.of("x".repeat(length), Tensor.ofBytes(new byte[] {1}, 1)), Map.of());

            assertThat(Files.size(file) % 8).isEqualTo(1);
        }
    }

    @Test
    void readsTensorsInAnyOrderOfTheHeader() throws IOException {
        Files.write(
                file,
                RawTensors.file(
                        "{\"late\":{\"data_offsets\":[1,3],\"dtype\":\"I8\",\"shape\":[2]},"
                                + " \"none\":{\"dtype\":\"I8\",\"shape\":[0],\"data_offsets\":[1,1]},\n"
                                + "\"early\":{\"shape\":[1],\"dtype\":\"I8\",\"data_offsets\":[0,1]}, \"__metadata__\":{}}",
                        1,
                        2,
                        3));

        Map<String, Tensor> tensors = TensorFile.read(file).tensors();

        assertThat(tensors.keySet()).containsExactly("late", "none", "early");
        assertThat(tensors.get("late").bytes()).containsExactly(2, 3);
        assertThat(tensors.get("early").bytes()).containsExactly(1);
    }

    @Test
    void readsEscapedCharacters() throws IOException {
        Files.write(
                file,
                RawTensors.file("{\"\\ud83c\\udfac\\u0000\\n\":{\"dtype\":\"I8\",\"shape\":[0],"
                        + "\"data_offsets\":[0,0]}, \"__metadata__\":{\"\\ud83c\\udfac\":\"\\ud83c\\udfac\"}}"));

        TensorFile found = TensorFile.read(file);

        assertThat(found.tensors()).containsOnlyKeys("\ud83c\udfac\u0000\n");
        assertThat(found.metadata()).isEqualTo(Map.of("\ud83c\udfac", "\ud83c\udfac"));
    }

    @Test
    void leavesTheOldFileIfTheNewOneCannotBeWritten() throws IOException {
        TensorFile.write(file, tensors(), Map.of());
        byte[] before = Files.readAllBytes(file);
        Tensor tensor = Tensor.ofBytes(new byte[1], 1);

        assertRefused(Map.of("", tensor), "expected a tensor name of 1 to 1024 characters but found 0");
        assertRefused(
                Map.of("x".repeat(1025), tensor), "expected a tensor name of 1 to 1024 characters but found 1025");
        assertRefused(Map.of("__metadata__", tensor), "expected the name of a tensor but found __metadata__");
        assertRefused(Map.of("\ud800", tensor), "expected whole characters but found half a surrogate pair");
        assertThatThrownBy(() -> TensorFile.write(file, Map.of(), Map.of("x", "\udc00")))
                .hasMessage("expected whole characters but found half a surrogate pair");
        assertThatThrownBy(() -> TensorFile.write(file, Map.of(), Map.of("x", "x".repeat(Header.MAX_BYTES))))
                .hasMessage("expected a header of at most 100000000 bytes but found 100000032");

        assertThat(file).hasBinaryContent(before);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private void assertRefused(Map<String, Tensor> tensors, String message) {
        assertThatThrownBy(() -> TensorFile.write(file, tensors, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void refusesToWriteWhatNoFileMayHold() {
        Tensor large = Tensor.ofBytes(new byte[1 << 25], 1 << 25);
        Map<String, Tensor> tooLarge = new HashMap<>();
        Map<String, Tensor> tooMany = new HashMap<>();
        IntStream.range(0, 64).forEach(i -> tooLarge.put("t" + i, large));
        IntStream.range(0, 100_001).forEach(i -> tooMany.put("t" + i, large));

        assertThatThrownBy(() -> TensorFile.write(file, tooLarge, Map.of()))
                .hasMessageMatching(".*: expected a file of at most 2147483639 bytes but found 21474\\d{5}");
        assertRefused(tooMany, "expected at most 100000 tensors but found 100001");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void letsFailuresOfTheFileSystemThrough() {
        assertThatThrownBy(() -> TensorFile.read(folder.resolve("missing"))).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> TensorFile.read(folder)).isInstanceOf(IOException.class);
    }
}
