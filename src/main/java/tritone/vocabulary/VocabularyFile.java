package tritone.vocabulary;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tritone.files.WholeFile;

/**
 * A vocabulary as plain text that diffs well. The first line tells how the tokens were made and how many were counted;
 * then a line per token in the order of ids: token, tab, count.
 */
public final class VocabularyFile {
    /** What the file is called in a folder of {@code vocab/} or in a model. */
    public static final String NAME = "vocab.txt";

    private VocabularyFile() {}

    /** Writes the whole file or nothing. */
    public static void write(Vocabulary vocabulary, Path file) throws IOException {
        WholeFile.write(file, part -> writeRows(vocabulary, part));
    }

    private static void writeRows(Vocabulary vocabulary, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            List<TokenCounts.Count> ranked = vocabulary.ranked();
            out.write("# tritone vocabulary 1, chain " + vocabulary.chain() + ", counted " + vocabulary.tokensCounted()
                    + ", rows " + ranked.size() + '\n');
            for (TokenCounts.Count row : ranked) {
                out.write(row.token() + '\t' + row.count() + '\n');
            }
        }
    }

    /** Reads and checks a file. */
    public static Vocabulary read(Path file) throws IOException {
        return VocabularyReader.read(file);
    }
}
