package tritone.vectors;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tritone.tensors.Tensor;
import tritone.tensors.TensorFile;
import tritone.vocabulary.Vocabulary;

/** Files that were made to do harm. */
class HostileVectorFileTest {
    @TempDir
    private Path folder;

    private Vocabulary vocabulary;

    @BeforeEach
    void makeVocabulary() throws IOException {
        vocabulary = Vocabularies.of(folder.resolve("vocabulary"), "great", "awful", "missing");
    }

    /** An array without rows is free, however wide it is. */
    @Test
    void aWidthThatNoRowHasTakesNoMemory() throws IOException {
        Path file = folder.resolve("wide.safetensors");
        TensorFile.write(file, Map.of("m", Tensor.ofFloats(new float[0], 0, Integer.MAX_VALUE)), Map.of());
        Files.writeString(folder.resolve("wide.txt"), "");

        assertThatThrownBy(() -> VectorFile.of(file).read(vocabulary))
                .isInstanceOf(VectorFormatException.class)
                .hasMessageEndingWith("expected 1 to 10000 numbers in a row but found 2147483647");
    }
}
