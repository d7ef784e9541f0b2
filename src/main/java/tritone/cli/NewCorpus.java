package tritone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import tritone.corpus.CorpusFormat;
import tritone.corpus.Field;

/** What commands that write a corpus look at before, and tell after. */
final class NewCorpus {
    private NewCorpus() {}

    /** Nothing may be lost by a folder in this place. */
    static void checkFolder(CommandLine command, Path output) throws IOException {
        if (Files.exists(output) && !isEmptyFolder(output)) {
            throw new ParameterException(
                    command, "--output must be a new folder or an empty one but " + output + " is there already");
        }
    }

    private static boolean isEmptyFolder(Path output) throws IOException {
        if (!Files.isDirectory(output)) {
            return false;
        }
        try (Stream<Path> found = Files.list(output)) {
            return found.findAny().isEmpty();
        }
    }

    /** A line on what was not written; none if all was. */
    static String leftOut(CorpusFormat format, Map<Field, Long> leftOut) {
        return leftOut.isEmpty()
                ? ""
                : "tritone: left out, for which " + format + " has no place: "
                        + leftOut.entrySet().stream()
                                .map(entry -> entry.getKey() + " of " + TextTable.figure(entry.getValue()))
                                .collect(Collectors.joining(", "))
                        + "\n";
    }
}
