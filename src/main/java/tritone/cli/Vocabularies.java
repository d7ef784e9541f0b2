package tritone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import tritone.vectors.VectorFolder;
import tritone.vocabulary.Vocabulary;
import tritone.vocabulary.VocabularyFile;

/** Finds a vocabulary by the name of a folder in {@code vocab/}, by its folder, or by its file. */
final class Vocabularies {
    static final String DESCRIPTION =
            "Name of a folder in vocab/, or a folder or file that 'tritone vocab build' wrote (default: ${DEFAULT-VALUE}).";

    private Vocabularies() {}

    /** Refuses an output folder that is there, unless it is a vocabulary that is to be replaced. */
    static void checkFree(CommandLine command, Path output, boolean replace) {
        if (!Files.exists(output)) {
            return;
        }
        if (!replace) {
            throw new ParameterException(
                    command, output + " is there already: choose another --output, or --replace it");
        }
        if (!VectorFolder.isVocabulary(output)) {
            throw new ParameterException(command, output + " is no vocabulary, and nothing else is replaced");
        }
    }

    static Vocabulary read(String name) throws IOException {
        Path path = Home.find("vocab", name);
        return VocabularyFile.read(Files.isDirectory(path) ? path.resolve(VocabularyFile.NAME) : path);
    }
}
