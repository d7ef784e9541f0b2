package tritone.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.tensors.Precision;
import tritone.tensors.Rows;
import tritone.tensors.Tensor;
import tritone.tensors.TensorFile;
import tritone.tensors.TensorFormatException;
import tritone.vocabulary.Vocabulary;

class VectorFileTest {
    private static final String GLOVE = "great 1 2.5 -3e-1\nawful -1 0 .5\nother 7 8 9\ngreat 4 4 4\n";

    @TempDir
    private Path folder;

    private Vocabulary vocabulary; // great 2, awful 3, missing 4

    @BeforeEach
    void makeVocabulary() throws IOException {
        vocabulary = Vocabularies.of(folder.resolve("vocabulary"), "great", "awful", "missing");
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private WordVectors read(Path path) throws IOException {
        return VectorFile.of(path).read(vocabulary);
    }

    private static void assertGreatAndAwful(WordVectors vectors) {
        assertThat(vectors.numbers()).isEqualTo(3);
        assertThat(vectors.vector(2)).containsExactly(1, 2.5f, -0.3f);
        assertThat(vectors.vector(3)).containsExactly(-1, 0, 0.5f);
        assertThat(vectors.isKnown(4)).isFalse();
        assertThat(vectors.isKnown(Vocabulary.UNKNOWN)).isFalse();
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        }
        return zipped.toByteArray();
    }

    /** As word2vec writes it, with a line's end behind each row or without. */
    private static byte[] binary(String header, String end, Map<String, float[]> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write((header + "\n").getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, float[]> row : rows.entrySet()) {
            out.write((row.getKey() + " ").getBytes(StandardCharsets.UTF_8));
            ByteBuffer numbers = ByteBuffer.allocate(row.getValue().length * 4).order(ByteOrder.LITTLE_ENDIAN);
            numbers.asFloatBuffer().put(row.getValue());
            out.write(numbers.array());
            out.write(end.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static Map<String, float[]> rows() {
        Map<String, float[]> rows = new LinkedHashMap<>();
        rows.put("</s>", new float[] {9, 9, 9});
        rows.put("great", new float[] {1, 2.5f, -0.3f});
        rows.put("awful", new float[] {-1, 0, 0.5f});
        return rows;
    }

    @Test
    void readsWhatGloVeWrites() throws IOException {
        assertGreatAndAwful(read(write("glove.txt", GLOVE)));
        assertGreatAndAwful(read(write("windows.txt", GLOVE.replace("\n", "\r\n"))));
        assertGreatAndAwful(read(write("unended.txt", GLOVE.stripTrailing())));
    }

    @Test
    void readsWordsWithSpacesInThem() throws IOException {
        assertGreatAndAwful(read(write("glove.txt", GLOVE + "at name@domain.com 1 1 1\n. . . 2 2 2\n")));
    }

    @Test
    void readsTextThatWord2vecWrites() throws IOException {
        assertGreatAndAwful(read(write("text.vec", "4 3\n" + GLOVE.replace("\n", " \n"))));
        assertGreatAndAwful(read(write("tabs.vec", ("4 3\n" + GLOVE).replace(' ', '\t'))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n"})
    void readsWhatWord2vecWritesInBinary(String end) throws IOException {
        assertGreatAndAwful(read(write("vectors.bin", binary("3 3", end, rows()))));
    }

    @Test
    void readsAllOfThemGzipped() throws IOException {
        assertGreatAndAwful(read(write("a.gz", zipped(GLOVE.getBytes(StandardCharsets.UTF_8)))));
        assertGreatAndAwful(read(write("b", zipped(("4 3\n" + GLOVE).getBytes(StandardCharsets.UTF_8)))));
        assertGreatAndAwful(read(write("c.gz", zipped(binary("3 3", "\n", rows())))));
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void readsItsOwnFolderInEveryPrecision(Precision precision) throws IOException {
        Vocabulary own = Vocabularies.of(folder.resolve("own"), "awful", "strange", "great");
        float[] values = {0, 0, 0, 0, -1, 0.5f, 3, 4, 1, 0.25f};
        VectorFolder.write(new WordVectors(own, 2, values), precision, "# card", folder.resolve("out"));

        WordVectors same = VectorFile.of(folder.resolve("out")).read(own);
        WordVectors vectors = read(folder.resolve("out"));

        Map<String, Tensor> expected = new LinkedHashMap<>();
        Rows.put(expected, "m", List.of(5, 2), values, precision);
        assertThat(same.values()).isEqualTo(Rows.floats("m", expected.get("m"), expected));
        assertThat(vectors.vector(3)).isEqualTo(same.vector(2));
        assertThat(vectors.vector(2)).isEqualTo(same.vector(4));
        assertThat(vectors.isKnown(4)).isFalse();
        assertThat(folder.resolve("out").resolve("README.md")).hasContent("# card");
        assertThat(VectorFile.of(folder.resolve("out")).vocabulary()).isPresent();
    }

    @Test
    void readsAMatrixWithAWordPerLineBesideIt() throws IOException {
        TensorFile.write(
                folder.resolve("m.safetensors"),
                Map.of("anything", Tensor.ofFloats(new float[] {7, 7, 7, 1, 2.5f, -0.3f, -1, 0, 0.5f}, 3, 3)),
                Map.of());
        write("m.txt", "other\ngreat\nawful\n");

        assertGreatAndAwful(read(folder.resolve("m.safetensors")));
        assertThat(VectorFile.of(folder.resolve("m.safetensors")).vocabulary()).isEmpty();
    }

    @Test
    void tellsHowMuchOfTheVocabularyItCovers() throws IOException {
        Coverage coverage = read(write("glove.txt", GLOVE)).coverage();

        assertThat(coverage).isEqualTo(new Coverage(2, 3, 5.0 / 6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|FILE: expected vectors but the file is empty",
                "great|FILE:1: expected a word and 1 to 10000 numbers but found 1 fields",
                "great 1 2;awful 1|FILE:2: expected a word and 2 numbers but found 2 fields",
                "other 1 2;1 2|FILE:2: expected a word and 2 numbers but found 2 fields",
                "other 1 2;;great 1 2|FILE:2: expected a word and 2 numbers but found 0 fields",
                "other 1 2;great 1 x|FILE:2: expected a number but found x",
                "other 1 2;great 1 NaN|FILE:2: expected a number but found NaN",
                "other 1 2;great 1 1e99|FILE:2: expected a number but found 1e99",
                "other 1 2;great 1 1f|FILE:2: expected a number but found 1f",
                "3 2;other 1 2;great 1 2|FILE:1: expected 3 vectors but found 2",
                "1 2;other 1 2;great 1 2|FILE:1: expected 1 vectors but found 2",
                "999999999999999999 2;great 1 2|FILE:1: expected 999999999999999999 vectors but found 1",
                "2 0;great;awful|FILE:1: expected 1 to 10000 numbers in a vector but found 0",
                "2 999999999;great 1;awful 2|FILE:1: expected 1 to 10000 numbers in a vector but found 999999999"
            })
    void saysWhatIsWrongWithText(String text, String message) throws IOException {
        Path file = write("bad.txt", text.replace(';', '\n'));

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(VectorFormatException.class)
                .hasMessage(message.replace("FILE", file.toString()));
    }

    @Test
    void everyCutOfABinaryFileIsNoticed() throws IOException {
        byte[] whole = binary("3 3", "\n", rows());
        assertGreatAndAwful(read(write("whole.bin", Arrays.copyOf(whole, whole.length - 1))));

        for (int length = 0; length < whole.length - 1; length++) {
            Path file = write("cut.bin", Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(file)).as("%d bytes", length).isInstanceOf(VectorFormatException.class);
        }
    }

    @Test
    void everyCutOfAGzippedFileIsNoticed() throws IOException {
        byte[] whole = zipped(("4 3\n" + GLOVE).getBytes(StandardCharsets.UTF_8));

        for (int length = 0; length < whole.length; length++) {
            Path file = write("cut.gz", Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(file)).as("%d bytes", length).isInstanceOf(VectorFormatException.class);
        }
    }

    @Test
    void saysWhichByteOfABinaryFileIsWrong() throws IOException {
        Map<String, float[]> rows = rows();
        rows.put("great", new float[] {1, Float.NaN, 0});
        byte[] more = Arrays.copyOf(binary("3 3", "\n", rows()), 200);

        assertThatThrownBy(() -> read(write("nan.bin", binary("3 3", "\n", rows))))
                .hasMessageContaining("nan.bin: byte ")
                .hasMessageContaining("expected finite numbers for great but found NaN");
        assertThatThrownBy(() -> read(write("more.bin", more))).hasMessageContaining("found more bytes behind them");
        assertThatThrownBy(() -> read(write("few.bin", binary("4 3", "\n", rows()))))
                .hasMessageContaining("expected 4 vectors but the file ends in front of vector 4");
        assertThatThrownBy(() -> read(write("long.bin", "1 3\n" + "\u0001".repeat(20_000))))
                .hasMessageContaining("expected a word of at most 16384 bytes");
    }

    @Test
    void takesNoMoreMemoryForALineThanItMayHave() throws IOException {
        assertThatThrownBy(() -> read(write("line.txt", "x".repeat((1 << 20) + 1))))
                .hasMessageContaining("expected a line of at most 1048576 bytes but found more");
    }

    @Test
    void saysThatAZipArchiveIsToBeUnpacked() throws IOException {
        assertThatThrownBy(() -> read(write("glove.zip", "PK\u0003\u0004...")))
                .isInstanceOf(VectorFormatException.class)
                .hasMessageEndingWith("is a zip archive: unpack it, and give the file in it");
    }

    @Test
    void refusesAFolderWithoutVectors() {
        assertThatThrownBy(() -> read(folder.resolve("vocabulary")))
                .isInstanceOf(VectorFormatException.class)
                .hasMessageContaining("holds no vectors: there is no vectors.safetensors in it");
    }

    @Test
    void refusesAMatrixWhoseWordsAreMissingOrOfAnotherNumber() throws IOException {
        Path file = folder.resolve("m.safetensors");
        TensorFile.write(file, Map.of("m", Tensor.ofFloats(new float[] {1, 2, 3, 4}, 2, 2)), Map.of());

        assertThatThrownBy(() -> read(file))
                .hasMessageContaining("expected the words of its rows in vocab.txt or m.txt");
        write("m.txt", "great\n");
        assertThatThrownBy(() -> read(file)).hasMessageContaining("found 2 rows and only 1 words");
        write("m.txt", "great\nawful\nother\n");
        assertThatThrownBy(() -> read(file)).hasMessageContaining("found 2 rows and more words");
        write("m.txt", new byte[] {(byte) 0xc0, '\n'});
        assertThatThrownBy(() -> read(file)).hasMessageContaining("expected UTF-8 text");
    }

    @Test
    void refusesAFileOfTensorsInWhichNoOneMatrixIsMeant() throws IOException {
        Path file = folder.resolve("m.safetensors");
        write("m.txt", "great\n");
        Tensor matrix = Tensor.ofFloats(new float[] {1, 2}, 1, 2);

        TensorFile.write(file, Map.of("a", matrix, "b", matrix), Map.of());
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(TensorFormatException.class)
                .hasMessageContaining("found 2");
        TensorFile.write(file, Map.of("a", Tensor.ofFloats(new float[] {1, 2}, 2)), Map.of());
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(TensorFormatException.class)
                .hasMessageContaining("found 0");
        TensorFile.write(file, Map.of("a", Tensor.ofBytes(new byte[] {1, 2}, 1, 2)), Map.of());
        assertThatThrownBy(() -> read(file)).hasMessageContaining("expected the scale of each of 1 rows");
        write("m.safetensors", "nonsense");
        assertThatThrownBy(() -> read(file)).isInstanceOf(TensorFormatException.class);
    }

    @Test
    void everyCutOfASafetensorsFileIsNoticed() throws IOException {
        Path file = folder.resolve("m.safetensors");
        write("m.txt", "great\nawful\n");
        TensorFile.write(file, Map.of("m", Tensor.ofFloats(new float[] {1, 2, 3, 4}, 2, 2)), Map.of());
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length < whole.length; length++) {
            write("m.safetensors", Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(file)).as("%d bytes", length).isInstanceOf(TensorFormatException.class);
        }
    }
}
