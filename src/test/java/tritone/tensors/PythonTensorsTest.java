package tritone.tensors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that {@code src/test/python/write_tensors.py} wrote with the library that defines the format. */
class PythonTensorsTest {
    private static final Path FILE = Path.of("src/test/resources/tritone/tensors/python.safetensors");

    @TempDir
    private Path folder;

    @Test
    void readsTheSameNumbers() throws IOException {
        TensorFile file = TensorFile.read(FILE);

        assertThat(file.metadata()).isEqualTo(Map.of("film", "Die Möwe \ud83c\udfac \"zwei\"\n"));
        Map<String, Tensor> tensors = file.tensors();
        assertThat(tensors.keySet()).containsExactly("matrix", "counts", "halves", "bytes.ü", "nothing");
        assertThat(tensors.get("matrix").shape()).containsExactly(2, 3);
        assertThat(tensors.get("matrix").floats())
                .containsExactly(
                        1.5f, -0f, Float.POSITIVE_INFINITY, Float.MIN_VALUE, Float.MAX_VALUE, Float.NEGATIVE_INFINITY);
        assertThat(tensors.get("counts"))
                .isEqualTo(Tensor.ofInts(new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE, 0, -1}, 2, 1, 2));
        assertThat(tensors.get("bytes.ü")).isEqualTo(Tensor.ofBytes(new byte[] {-128, 0, 127}, 3));
        assertThat(tensors.get("nothing")).isEqualTo(Tensor.ofBytes(new byte[0], 0, 3));
    }

    @Test
    void roundsToTheSameHalves() throws IOException {
        assertThat(TensorFile.read(FILE).tensors().get("halves"))
                .isEqualTo(Tensor.ofHalves(new float[] {65504, 6e-8f, -0.1f, 2049, Float.POSITIVE_INFINITY}, 5));
    }

    @Test
    void writesTheSameBytes() throws IOException {
        TensorFile python = TensorFile.read(FILE);
        Path ours = folder.resolve("ours.safetensors");

        TensorFile.write(ours, python.tensors(), python.metadata());

        assertThat(ours).hasSameBinaryContentAs(FILE);
    }
}
