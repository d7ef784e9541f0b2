package tritone.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tritone.corpus.CorpusPart;
import tritone.corpus.Labels;

/** Inputs that a command takes one after the other, each for itself, and how to read them. */
final class InputOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(
            paramLabel = "INPUT",
            arity = "0..*",
            description = {
                "Files or folders of reviews, names of folders in corpora, patterns such as 'reviews/*.csv', or - for"
                        + " standard input (default: sample). Each stands for itself.",
                "See corpora/README.md for every format."
            })
    private List<String> names = new ArrayList<>();

    @Mixin
    private TableOptions table;

    /** As they were typed. */
    List<String> typed() {
        return names;
    }

    /** How they are read, in the same words in every process. */
    String described() {
        return table.described();
    }

    /** The parts of all that was typed, or of the sample. Whatever is missing is found before anything is read. */
    List<CorpusPart> parts(Optional<Labels> labels) throws IOException {
        return parts(names.isEmpty() ? List.of("sample") : names, labels);
    }

    /** The same, but none if nothing was typed. */
    List<CorpusPart> typedParts() throws IOException {
        return parts(names, Optional.empty());
    }

    private List<CorpusPart> parts(List<String> inputs, Optional<Labels> labels) throws IOException {
        if (inputs.stream().filter("-"::equals).count() > 1) {
            throw new ParameterException(spec.commandLine(), "standard input can be read once only");
        }
        List<CorpusPart> parts = new ArrayList<>();
        for (String input : inputs) {
            if (input.isBlank()) {
                throw new ParameterException(spec.commandLine(), "INPUT must be a file, a folder or - but was empty");
            }
            parts.addAll(CorpusNames.open(input, table.reading(labels)).parts());
        }
        return parts;
    }
}
