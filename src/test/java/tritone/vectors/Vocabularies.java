package tritone.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tritone.vocabulary.Vocabulary;
import tritone.vocabulary.VocabularyFile;

/** Small vocabularies. */
final class Vocabularies {
    private Vocabularies() {}

    /** Words by rank; each is as frequent as there are words from it on. */
    static Vocabulary of(Path folder, String... words) throws IOException {
        StringBuilder rows = new StringBuilder();
        int counted = 0;
        for (int i = 0; i < words.length; i++) {
            rows.append(words[i]).append('\t').append(words.length - i).append('\n');
            counted += words.length - i;
        }
        Files.createDirectories(folder);
        Path file = folder.resolve(VocabularyFile.NAME);
        Files.writeString(
                file,
                "# tritone vocabulary 1, chain simple,lowercase, counted " + counted + ", rows " + words.length + "\n"
                        + rows);
        return VocabularyFile.read(file);
    }
}
