package tritone.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tritone.files.WholeFolder;
import tritone.tensors.Precision;
import tritone.tensors.Rows;
import tritone.tensors.Tensor;
import tritone.tensors.TensorFile;
import tritone.vocabulary.VocabularyFile;

/** Word vectors as a folder: the vocabulary as everywhere, a matrix with a row for each of its ids, and a text about both. */
public final class VectorFolder {
    /** What the file with the matrix is called. */
    public static final String NAME = "vectors.safetensors";

    static final String TENSOR = "vectors";
    private static final String CARD = "README.md";

    private VectorFolder() {}

    /** Whether a folder holds a vocabulary; that of a model does too. */
    public static boolean isVocabulary(Path folder) {
        return Files.isRegularFile(folder.resolve(VocabularyFile.NAME));
    }

    /** Replaces the folder, or leaves it as it was. */
    public static void write(WordVectors vectors, Precision precision, String card, Path folder) throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        List<Integer> shape = List.of(vectors.vocabulary().size(), vectors.numbers());
        Rows.put(tensors, TENSOR, shape, vectors.values(), precision);
        WholeFolder.write(folder, part -> {
            VocabularyFile.write(vectors.vocabulary(), part.resolve(VocabularyFile.NAME));
            TensorFile.write(part.resolve(NAME), tensors, Map.of("format", "tritone word vectors 1"));
            Files.writeString(part.resolve(CARD), card);
        });
    }
}
