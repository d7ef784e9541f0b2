package tritone.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import tritone.corpus.CorpusFormat;

/** Where explanations can go. */
final class ExplainedOutput {
    private ExplainedOutput() {}

    static boolean isPage(Path output) {
        return output.toString().toLowerCase(Locale.ROOT).endsWith(".html");
    }

    /**
     * Before anything is computed.
     *
     * @param more whether options ask for more than words, for which a page has no place
     */
    static void check(CommandLine command, List<String> models, Optional<Path> output, boolean resume, boolean more) {
        if (models.size() > 1) {
            throw new ParameterException(
                    command, "--explain needs a single --model but there are " + models.size() + " that vote");
        }
        if (output.isPresent() && isPage(output.get())) {
            checkPage(command, resume, more);
        } else if (output.isPresent()) {
            checkRows(command, output.get());
        }
    }

    private static void checkPage(CommandLine command, boolean resume, boolean more) {
        if (resume) {
            throw new ParameterException(
                    command, "--resume goes on with rows, not with a page: leave it out, or write .jsonl");
        }
        if (more) {
            throw new ParameterException(
                    command, "a page has no place for --details or --unsure: leave them out, or write .jsonl");
        }
    }

    private static void checkRows(CommandLine command, Path output) {
        Optional<CorpusFormat> format = CorpusFormat.ofName(output.toString());
        if (format.isPresent() && (format.get() == CorpusFormat.CSV || format.get() == CorpusFormat.TSV)) {
            throw new ParameterException(
                    command,
                    "words do not fit into columns: with --explain, --output must end in .jsonl or .html but was "
                            + output);
        }
        if (format.filter(CorpusFormat.JSONL::equals).isEmpty()
                || output.toString().endsWith(".gz")) {
            throw new ParameterException(
                    command, "with --explain, --output must be a file that ends in .jsonl or .html but was " + output);
        }
    }
}
