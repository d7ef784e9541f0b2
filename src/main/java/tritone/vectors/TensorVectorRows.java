package tritone.vectors;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import tritone.corpus.Quote;
import tritone.tensors.MatrixFile;
import tritone.vocabulary.Vocabulary;
import tritone.vocabulary.VocabularyFile;

/** A matrix in a safetensors file, and beside it the words of its rows: a vocabulary, or a word per line. */
final class TensorVectorRows implements VectorRows {
    private static final String ENDING = ".safetensors";

    private final Path file;
    private final MatrixFile matrix;
    private final Words words;
    private int row = -1;
    private String word;

    /** Where the words come from. */
    private interface Words {
        /** The word of the next row; {@code null} if there is none. */
        String next() throws IOException;

        default void close() throws IOException {}
    }

    private TensorVectorRows(Path file, MatrixFile matrix, Words words) {
        this.file = file;
        this.matrix = matrix;
        this.words = words;
    }

    /** Where the words of a matrix stand: in {@code vocab.txt}, else in a file of the same name that ends in .txt. */
    static Path wordsOf(Path file) {
        Path vocabulary = file.resolveSibling(VocabularyFile.NAME);
        String name = file.getFileName().toString();
        return Files.isRegularFile(vocabulary)
                ? vocabulary
                : file.resolveSibling(name.substring(0, name.length() - ENDING.length()) + ".txt");
    }

    static boolean isOne(Path file) {
        return file.getFileName().toString().endsWith(ENDING);
    }

    static TensorVectorRows open(Path file) throws IOException {
        Path list = wordsOf(file);
        if (!Files.isRegularFile(list)) {
            throw new VectorFormatException(
                    file,
                    "expected the words of its rows in " + VocabularyFile.NAME + " or " + list.getFileName()
                            + " beside it but found neither");
        }
        MatrixFile matrix = MatrixFile.open(file);
        if (!VectorRows.isWidth(matrix.columns())) {
            matrix.close();
            throw new VectorFormatException(
                    file, "expected 1 to " + MOST_NUMBERS + " numbers in a row but found " + matrix.columns());
        }
        try {
            boolean vocabulary = list.endsWith(VocabularyFile.NAME);
            return new TensorVectorRows(file, matrix, vocabulary ? ofVocabulary(list) : ofLines(list));
        } catch (IOException | RuntimeException e) {
            matrix.close();
            throw e;
        }
    }

    private static Words ofVocabulary(Path list) throws IOException {
        Vocabulary vocabulary = VocabularyFile.read(list);
        int[] id = {0};
        return () -> id[0] == vocabulary.size() ? null : vocabulary.token(id[0]++);
    }

    private static Words ofLines(Path list) throws IOException {
        BufferedReader lines = Files.newBufferedReader(list);
        return new Words() {
            @Override
            public String next() throws IOException {
                try {
                    return lines.readLine();
                } catch (CharacterCodingException e) {
                    throw new VectorFormatException(list, "expected UTF-8 text but found other bytes");
                }
            }

            @Override
            public void close() throws IOException {
                lines.close();
            }
        };
    }

    @Override
    public int numbers() {
        return matrix.columns();
    }

    @Override
    public String next() throws IOException {
        row++;
        word = words.next();
        if (word == null ? row < matrix.rows() : row >= matrix.rows()) {
            throw new VectorFormatException(
                    file,
                    "expected a row for each word in " + wordsOf(file).getFileName() + " but found " + matrix.rows()
                            + " rows and " + (word == null ? "only " + row : "more") + " words");
        }
        return word;
    }

    @Override
    public void read(float[] target) throws IOException {
        matrix.read(row, target);
        for (int i = 0; i < matrix.columns(); i++) {
            if (!Float.isFinite(target[i])) {
                throw new VectorFormatException(
                        file, "expected finite numbers for " + Quote.of(word) + " but found " + target[i]);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (matrix) {
            words.close();
        }
    }
}
