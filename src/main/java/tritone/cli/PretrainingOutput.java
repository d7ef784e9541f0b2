package tritone.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tritone.report.Json;

/** Where a pre-training writes what it learnt, and in which form it tells of it. */
final class PretrainingOutput {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            required = true,
            description = "Folder for what is learnt, as in the examples below.")
    private Path folder;

    @Option(names = "--replace", description = "Replace what was learnt before and is there.")
    private boolean replace;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    Path folder() {
        return folder;
    }

    void checkFree(OutputKind kind) throws IOException {
        kind.checkFree(spec.commandLine(), folder, replace);
    }

    /** A report as it is asked for; {@code text} is the same for people. */
    String said(Object report, String text) {
        return json ? Json.render(report) + "\n" : Escaped.text(text);
    }
}
