package tritone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tritone.corpus.CorpusPart;
import tritone.corpus.Labels;
import tritone.inspection.Inspection;
import tritone.inspection.InspectionOptions;
import tritone.inspection.Inspector;
import tritone.inspection.Severity;
import tritone.report.Json;

/** What is wrong with a collection. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Tells what is wrong with reviews before anything is learnt from them: rows that cannot be read, texts that"
                    + " stand twice or nearly so, in one part or in two, with one label or with two; rare labels; texts"
                    + " in another language or with broken characters; ratings that may give the label away; lengths.",
            "Inputs, and parts of one, are told apart. The worst comes first. Warnings spoil what is learnt or measured; notes are good to know."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone corpus check reviews.csv",
            "  tritone corpus check train.tsv.gz test.tsv.gz     is anything in both?",
            "  tritone corpus check aclImdb --max-tokens 256 --json",
            "  tritone corpus check reviews.csv --strict && tritone train reviews.csv"
        })
final class CorpusCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private InputOptions inputs;

    @Option(
            names = "--labels",
            paramLabel = "LABEL,...",
            converter = CorpusOptions.LabelsConverter.class,
            description = "All classes, as in 1,2,3,4,5; a row with any other label is a bad one.")
    private Labels labels;

    @Mixin
    private ChainOption chain;

    @Option(
            names = "--max-tokens",
            paramLabel = "N",
            defaultValue = "400",
            converter = ThreadsOption.PositiveConverter.class,
            description = "Tell which reviews are longer than this (default: ${DEFAULT-VALUE}, as --preset quick keeps;"
                    + " lecture keeps 256).")
    private int maxTokens;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(names = "--strict", description = "Exit code 3 if there is any warning; notes do not count.")
    private boolean strict;

    @Mixin
    private ThreadsOption threads;

    @Override
    public Integer call() throws IOException {
        long started = System.nanoTime();
        Inspection inspection = inspect(inputs.parts(Optional.ofNullable(labels)));
        double seconds = (System.nanoTime() - started) / 1e9;
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                json
                        ? Json.render(CheckObject.of(inspection, chain.chain(), maxTokens, seconds)) + "\n"
                        : CheckReport.render(inspection, chain.chain(), maxTokens, seconds));
        return strict && inspection.found(Severity.WARNING) > 0 ? Failures.MISSED : 0;
    }

    private Inspection inspect(List<CorpusPart> parts) throws IOException {
        InspectionOptions options = new InspectionOptions(chain.chain(), maxTokens, threads.threads(), Failures::words);
        try (CheckProgress progress = new CheckProgress(spec.commandLine().getErr())) {
            return Inspector.inspect(parts, options, progress);
        }
    }
}
