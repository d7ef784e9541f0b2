package tritone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tritone.corpus.BytesRead;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusFormat;
import tritone.corpus.CorpusPart;
import tritone.report.Json;
import tritone.splitting.CorpusSplit;
import tritone.splitting.PartsPlan;
import tritone.splitting.SplitIndex;
import tritone.splitting.SplitWriter;

/** One corpus in several parts. */
@Command(
        name = "split",
        mixinStandardHelpOptions = true,
        description = {
            "Cuts reviews into parts, in proportion to the labels, each a file in --output, which is then a corpus.",
            "Reviews of one group, such as a film, go into one part, and so do reviews with the same text. The same seed"
                    + " gives the same parts."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone corpus split reviews.csv --parts train=0.8,validation=0.1,test=0.1 --output mine",
            "  tritone corpus split reviews.csv --parts train=rest,test=500 --groups films.tsv --output mine",
            "  tritone corpus split a.tsv b.tsv --parts train=0.9,test=0.1 --to parquet --output mine --seed 2"
        })
final class CorpusSplitCommand implements Callable<Integer> {
    private static final Set<CorpusFormat> TABLES =
            Set.of(CorpusFormat.TSV, CorpusFormat.CSV, CorpusFormat.JSONL, CorpusFormat.PARQUET);
    private static final Set<CorpusFormat> ALREADY_SMALL = Set.of(CorpusFormat.PARQUET, CorpusFormat.FILES);

    @Spec
    private CommandSpec spec;

    @Mixin
    private CorpusOptions corpusOptions;

    @Option(
            names = "--parts",
            paramLabel = "NAME=AMOUNT,...",
            required = true,
            converter = PlanConverter.class,
            description = "What each part takes: a share, as in 0.1, a number of reviews, as in 500, or the rest. Names"
                    + " such as train, validation, test are understood by other commands.")
    private PartsPlan plan;

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            required = true,
            description = "A new folder; it is there when it is whole.")
    private Path output;

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            converter = TableOptions.FormatConverter.class,
            description =
                    "tsv, csv, jsonl, lines, fasttext, parquet or files (default: as the input if that is a table,"
                            + " else jsonl).")
    private CorpusFormat to;

    @Option(
            names = "--groups",
            paramLabel = "FILE",
            description = "Groups of reviews by id, two columns with a tab between them, instead of their own.")
    private Path groups;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides which reviews go where (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        checkOutput();
        Corpus corpus = corpusOptions.open();
        if (corpus.parts().stream().anyMatch(CorpusPart::isStream)) {
            throw wrong("a split reads its corpus twice, which a stream does not allow");
        }
        try (StopSignal signal = new StopSignal()) {
            signal.hold();
            try {
                print(split(corpus, signal::isWanted));
                return 0;
            } catch (CancellationException e) {
                spec.commandLine().getErr().print("tritone: stopped; nothing was written\n");
                spec.commandLine().getErr().flush();
                return Failures.INTERRUPTED;
            }
        }
    }

    private void print(SplitReport report) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? Json.render(report) + "\n" : report.render());
        out.flush(); // before the signal lets the process end
    }

    private SplitReport split(Corpus corpus, BooleanSupplier stop) throws IOException {
        SplitIndex index = SplitIndex.of(corpus.name(), Optional.ofNullable(groups));
        each(corpus, "reading", stop, index::add);
        CorpusSplit split = CorpusSplit.of(index, plan, seed);
        CorpusFormat format = Optional.ofNullable(to).or(() -> own(corpus)).orElse(CorpusFormat.JSONL);
        boolean gzip = isZipped(corpus) && !ALREADY_SMALL.contains(format);
        try (SplitWriter writer = SplitWriter.open(split, output, format, gzip)) {
            each(corpus, "writing", stop, writer::add);
            writer.finish();
            spec.commandLine().getErr().print(NewCorpus.leftOut(format, writer.leftOut()));
        }
        return SplitReport.of(corpus.name(), output.toString(), seed, split);
    }

    /** What is done with a part. */
    private interface Work {
        void with(CorpusPart part, Consumer<BytesRead> progress) throws IOException;
    }

    private void each(Corpus corpus, String name, BooleanSupplier stop, Work work) throws IOException {
        for (CorpusPart part : corpus.parts()) {
            try (Progress progress =
                    Progress.onTerminal(name, part, spec.commandLine().getErr())) {
                work.with(part, read -> {
                    if (stop.getAsBoolean()) {
                        throw new CancellationException();
                    }
                    progress.at(read);
                });
            }
        }
    }

    /** The format of all files of a corpus, if they are tables of one. */
    private static Optional<CorpusFormat> own(Corpus corpus) {
        Set<Optional<CorpusFormat>> formats = corpus.parts().stream()
                .flatMap(part -> part.files().stream())
                .map(file -> CorpusFormat.ofName(file.getFileName().toString()))
                .collect(Collectors.toSet());
        return formats.size() == 1 ? formats.iterator().next().filter(TABLES::contains) : Optional.empty();
    }

    private static boolean isZipped(Corpus corpus) {
        return corpus.parts().stream()
                .flatMap(part -> part.files().stream())
                .allMatch(file ->
                        file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz"));
    }

    private void checkOutput() throws IOException {
        if (output.getFileName() == null || output.toString().isBlank()) {
            throw wrong("--output must be a new folder but was \"" + output + "\"");
        }
        NewCorpus.checkFolder(spec.commandLine(), output);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static final class PlanConverter implements ITypeConverter<PartsPlan> {
        @Override
        public PartsPlan convert(String value) {
            return CorpusOptions.converted(() -> PartsPlan.read(value));
        }
    }
}
