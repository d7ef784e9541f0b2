package tritone.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import tritone.model.LanguageModelFolder;
import tritone.model.ModelFolder;
import tritone.vectors.VectorFolder;

/** What a command writes into an output folder. */
enum OutputKind {
    MODEL(ModelFolder::isModel),
    LANGUAGE_MODEL(LanguageModelFolder::isLanguageModel),
    /** Models have a vocabulary beside them, but are more than that. */
    VOCABULARY(folder -> VectorFolder.isVocabulary(folder)
            && !ModelFolder.isModel(folder)
            && !LanguageModelFolder.isLanguageModel(folder));

    private final Predicate<Path> holds;

    OutputKind(Predicate<Path> holds) {
        this.holds = holds;
    }

    /**
     * Refuses a folder that is there, unless it holds one of this kind that is to be replaced, and a place where no folder
     * can be made: what is written comes after long work.
     */
    void checkFree(CommandLine command, Path output, boolean replace) throws IOException {
        if (!Files.exists(output)) {
            checkPlace(output.toAbsolutePath().getParent());
            return;
        }
        if (!replace) {
            throw new ParameterException(
                    command, output + " is there already: choose another --output, or --replace it");
        }
        if (!holds.test(output)) {
            throw new ParameterException(command, output + " is no " + this + ", and nothing else is replaced");
        }
    }

    private static void checkPlace(Path parent) throws IOException {
        Path place = parent;
        while (place != null && !Files.exists(place)) {
            place = place.getParent();
        }
        if (place != null && !Files.isDirectory(place)) {
            throw new FileAlreadyExistsException(place.toString());
        }
        if (place != null && !Files.isWritable(place)) {
            throw new AccessDeniedException(place.toString());
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
