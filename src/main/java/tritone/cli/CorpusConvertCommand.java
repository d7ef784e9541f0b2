package tritone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusFormat;
import tritone.corpus.CorpusPart;
import tritone.corpus.Escapes;
import tritone.corpus.Split;

/** Reviews of any format in any other. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description = {
            "Writes reviews in another format, which the name of --output tells: one part as a file, several as a folder"
                    + " with a file for each. Tables get a header: id, label, rating, group, text.",
            "What a format has no place for is left out and counted; a text that it cannot hold is an error."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone corpus convert reviews.csv --output reviews.parquet",
            "  tritone corpus convert aclImdb --part train --output train.ft",
            "  tritone corpus convert aclImdb --to jsonl --output imdb      imdb/train.jsonl, imdb/test.jsonl ...",
            "  tritone corpus convert reviews.csv --to files --output reviews",
            "  tritone corpus convert reviews.jsonl --output-escapes --output reviews.tsv.gz"
        })
final class CorpusConvertCommand implements Callable<Integer> {
    private static final List<CorpusFormat> ESCAPED =
            List.of(CorpusFormat.TSV, CorpusFormat.LINES, CorpusFormat.FASTTEXT);

    @Spec
    private CommandSpec spec;

    @Mixin
    private CorpusOptions corpusOptions;

    @Option(
            names = "--part",
            paramLabel = "PART",
            converter = PartConverter.class,
            description = "Only this part: train, validation, test, unlabelled or whole.")
    private Split part;

    @Option(
            names = "--output",
            paramLabel = "FILE|FOLDER",
            required = true,
            description = "Where to write; it is there when it is whole, and gzipped if its name ends in .gz.")
    private Path output;

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            converter = TableOptions.FormatConverter.class,
            description =
                    "tsv, csv, jsonl, lines, fasttext, parquet or files, where the name of --output does not tell.")
    private CorpusFormat to;

    @Option(
            names = "--output-escapes",
            description = "In tsv, lines and fasttext, write tabs, line ends and backslashes as \\t, \\n, \\r and"
                    + " \\\\, which --escapes reads.")
    private boolean outputEscapes;

    @Override
    public Integer call() throws IOException {
        CorpusFormat format = format();
        if (outputEscapes && !ESCAPED.contains(format)) {
            throw wrong("--output-escapes is for tsv, lines and fasttext but the format is " + format);
        }
        Corpus corpus = corpusOptions.open();
        List<CorpusPart> parts = part == null ? corpus.parts() : List.of(chosen(corpus));
        boolean oneTarget = parts.size() == 1 || ReviewConversion.isOneFolder(parts, format);
        check(parts, format, oneTarget);
        try (StopSignal signal = new StopSignal()) {
            if (parts.stream().noneMatch(CorpusPart::isStream)) {
                signal.hold(); // a stream may bring nothing more for as long as anyone waits
            }
            return convert(parts, format, oneTarget, signal);
        }
    }

    /** All is said before the signal lets the process end. */
    private int convert(List<CorpusPart> parts, CorpusFormat format, boolean oneTarget, StopSignal signal)
            throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        try {
            err.print(Escaped.text(converted(parts, format, oneTarget, signal)));
            return 0;
        } catch (CancellationException e) {
            err.print("tritone: stopped; nothing was written\n");
            return Failures.INTERRUPTED;
        } finally {
            err.flush();
        }
    }

    /** What was written, in words. */
    private String converted(List<CorpusPart> parts, CorpusFormat format, boolean oneTarget, StopSignal signal)
            throws IOException {
        Escapes escapes = outputEscapes ? Escapes.BACKSLASH : Escapes.NONE;
        ReviewConversion conversion =
                new ReviewConversion(format, escapes, spec.commandLine().getErr(), signal::isWanted);
        if (oneTarget) {
            conversion.write(parts, output);
        } else {
            conversion.writeEach(parts, output);
        }
        return conversion.summary(output);
    }

    private CorpusFormat format() {
        if (output.getFileName() == null
                || output.toString().isBlank()
                || output.toString().equals("-")) {
            throw wrong("--output must be a file or folder but was \"" + output + "\"");
        }
        if (to != null) {
            return to;
        }
        return CorpusFormat.ofName(output.getFileName().toString())
                .orElseThrow(() -> wrong("--to must name the format where --output does not tell, as " + output));
    }

    private CorpusPart chosen(Corpus corpus) {
        return corpus.part(part)
                .orElseThrow(
                        () -> new MissingPartException(corpus.name() + ": there is no part called " + part + " in it"));
    }

    private void check(List<CorpusPart> parts, CorpusFormat format, boolean oneTarget) throws IOException {
        if (!oneTarget && CorpusFormat.ofName(output.getFileName().toString()).isPresent()) {
            throw wrong("--output must be a folder, or --part must choose one of "
                    + String.join(
                            ", ",
                            parts.stream().map(part -> part.split().toString()).toList())
                    + ", but " + output + " is the name of a file");
        }
        for (CorpusPart read : parts) {
            if (read.reads(output)) {
                throw wrong("--output must not be what is read but is " + output);
            }
        }
        if (oneTarget && format != CorpusFormat.FILES) {
            if (Files.exists(output) && !Files.isRegularFile(output)) {
                throw wrong("--output must be a file but " + output + " is none");
            }
        } else {
            NewCorpus.checkFolder(spec.commandLine(), output);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static final class PartConverter implements ITypeConverter<Split> {
        @Override
        public Split convert(String value) {
            return Choices.named(Split.class, value);
        }
    }
}
