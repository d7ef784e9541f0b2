package tritone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tritone.vocabulary.Vocabulary;
import tritone.vocabulary.VocabularyFile;

/** Finds a vocabulary by the name of a folder in {@code vocab/}, by its folder, or by its file. */
final class Vocabularies {
    static final String DESCRIPTION =
            "Name of a folder in vocab/, or a folder or file that 'tritone vocab build' wrote (default: ${DEFAULT-VALUE}).";

    private Vocabularies() {}

    static Vocabulary read(String name) throws IOException {
        Path path = Home.find("vocab", name, found -> Home.isFileOrHas(found, VocabularyFile.NAME));
        return VocabularyFile.read(Files.isDirectory(path) ? path.resolve(VocabularyFile.NAME) : path);
    }
}
