package tritone.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tritone.classification.Answer;
import tritone.classification.Classifier;
import tritone.corpus.CorpusFormat;
import tritone.corpus.CorpusPart;
import tritone.corpus.RowReader;
import tritone.files.PartFile;

/** Text in, label and probability out. */
@Command(
        name = "classify",
        mixinStandardHelpOptions = true,
        description = {
            "Says of each review how likely each class is: a table on a terminal, else JSON Lines.",
            "Exit code 4 if rows were bad and --on-error let them pass."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone classify --text \"I could not stop smiling.\"",
            "  tritone classify reviews.csv --output answers.csv",
            "  tail -f reviews.log | tritone classify - --unsure 0.4:0.6",
            "  tritone classify --model first --model second reviews.tsv --on-error row",
            "  tritone classify --text \"Well acted, but far too long.\" --explain",
            "  tritone classify reviews.csv --explain --output why.html"
        })
final class ClassifyCommand implements Callable<Integer> {
    static final String DEFAULT_MODEL = "imdb-gru";

    private final ModelsAhead ahead;

    @Spec
    private CommandSpec spec;

    @Mixin
    private InputOptions inputs;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = Models.DESCRIPTION + " Several vote: the mean of their probabilities decides (default: "
                    + DEFAULT_MODEL + ").")
    private List<String> models = new ArrayList<>();

    @Option(names = "--text", paramLabel = "TEXT", description = "A review to classify. May be given more than once.")
    private List<String> texts = new ArrayList<>();

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write to this file, which is there when it is whole: .jsonl, .csv or .tsv; with --explain"
                    + " .jsonl, or .html for a page.")
    private Path output;

    @Option(names = "--resume", description = "Go on where a run that was broken off left --output.")
    private boolean resume;

    @Option(names = "--json", description = "Print JSON Lines on a terminal too.")
    private boolean json;

    @Option(names = "--details", description = "Tell tokens, the share of unknown words, and whether a review was cut.")
    private boolean details;

    @Option(
            names = "--explain",
            description = "Show what each word did to the answer, and how the answer grew word by word: coloured on a"
                    + " terminal, an 'explanation' in JSON Lines, or a page. Needs a single model.")
    private boolean explain;

    @Option(
            names = "--unsure",
            paramLabel = "FROM:TO",
            converter = UnsureBand.Converter.class,
            description = "Tell which answers lie in this band of probabilities: of the last class if there are two,"
                    + " else of the label.")
    private UnsureBand unsure;

    @Option(
            names = "--on-error",
            paramLabel = "WHAT",
            defaultValue = "fail",
            converter = OnError.Converter.class,
            description = "What a bad row does: fail, skip, or row for a row with an error in its place"
                    + " (default: ${DEFAULT-VALUE}).")
    private OnError onError;

    @Mixin
    private ThreadsOption threads;

    ClassifyCommand(ModelsAhead ahead) {
        this.ahead = ahead;
    }

    @Override
    public Integer call() throws Exception {
        check();
        List<CorpusPart> parts = parts();
        if (output != null) {
            checkOutput(parts);
        }
        try (Classifier classifier = ahead.classifier(models)) {
            return output == null ? print(classifier, parts) : write(classifier, parts);
        } catch (ArithmeticException e) {
            throw new UnusableModelException(String.join(", ", models) + ": " + e.getMessage());
        }
    }

    private void check() {
        if (resume && output == null) {
            throw new ParameterException(spec.commandLine(), "--resume needs the --output to go on with");
        }
        if (explain) {
            boolean more = details || unsure != null;
            ExplainedOutput.check(spec.commandLine(), models, Optional.ofNullable(output), resume, more);
        } else if (output != null) {
            PredictionsFile.checkName(spec.commandLine(), "--output", output);
        }
        if (models.stream().anyMatch(String::isBlank)) {
            throw new ParameterException(spec.commandLine(), "--model must be a name or a folder but was empty");
        }
        if (models.isEmpty()) {
            models.add(DEFAULT_MODEL);
        }
    }

    /** Texts that were typed stand in the place of the sample. */
    private List<CorpusPart> parts() throws IOException {
        return texts.isEmpty() ? inputs.parts(Optional.empty()) : inputs.typedParts();
    }

    private void checkOutput(List<CorpusPart> parts) throws IOException {
        if (Files.isDirectory(output)) {
            throw new ParameterException(spec.commandLine(), "--output must be a file but " + output + " is a folder");
        }
        for (CorpusPart part : parts) {
            if (part.reads(output)) {
                throw new ParameterException(spec.commandLine(), "--output must not be what is read but is " + output);
            }
        }
    }

    private PredictionColumns columns(Classifier classifier) {
        return new PredictionColumns(
                classifier.labels(),
                Optional.ofNullable(unsure),
                details,
                classifier.models(),
                onError == OnError.ROW,
                explain);
    }

    private Classification classification(Classifier classifier, PredictionWriter writer) {
        return new Classification(classifier, onError, writer, explain ? Answer.EXPLAINED : Answer.PLAIN);
    }

    private int print(Classifier classifier, List<CorpusPart> parts) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        boolean people = Terminal.isOut() && !json;
        PredictionWriter writer = people
                ? table(classifier, out)
                : new PredictionRows(new BufferedWriter(out), CorpusFormat.JSONL, columns(classifier), false);
        return run(classification(classifier, writer), parts, () -> !out.checkError());
    }

    private PredictionWriter table(Classifier classifier, PrintWriter out) {
        PredictionTable table = new PredictionTable(out, columns(classifier), Terminal.columns());
        return explain ? ExplainedTable.of(table, out, Terminal.columns(), Terminal.isColoured()) : table;
    }

    private int write(Classifier classifier, List<CorpusPart> parts) throws IOException {
        return explain && ExplainedOutput.isPage(output) ? writePage(classifier, parts) : writeRows(classifier, parts);
    }

    private int writePage(Classifier classifier, List<CorpusPart> parts) throws IOException {
        PartFile page = new PartFile(output);
        int exitCode;
        try (ExplainedPage writer = ExplainedPage.begin(page, classifier)) {
            exitCode = run(classification(classifier, writer), parts, () -> true);
        }
        page.finish();
        return exitCode;
    }

    private int writeRows(Classifier classifier, List<CorpusPart> parts) throws IOException {
        CorpusFormat format = CorpusFormat.ofName(output.toString()).orElseThrow();
        ResumableRows rows = new ResumableRows(output, format);
        BufferedWriter out = new BufferedWriter(rows.open(run(), resume));
        int exitCode;
        StopNotice notice = new StopNotice(rows.part(), spec.commandLine().getErr());
        try (PredictionRows writer = new PredictionRows(out, format, columns(classifier), rows.isBegun())) {
            Classification classification = classification(classifier, writer);
            try (RowReader written = rows.written()) {
                classification.goOnAfter(written);
                exitCode = run(classification, parts, () -> true);
            }
        } finally {
            notice.close();
        }
        rows.finish();
        return exitCode;
    }

    private int run(Classification run, List<CorpusPart> parts, Classification.Reader reader) throws IOException {
        run.ofTexts(texts, reader);
        if (!parts.isEmpty()) {
            run.ofParts(parts, threads.threads(), reader);
            spec.commandLine().getErr().print(Escaped.text(run.summary()));
        }
        return run.bad() > 0 ? Failures.PARTLY : 0;
    }

    /** What decides the rows: another run must not go on with them. */
    private String run() throws IOException {
        StringBuilder run = new StringBuilder("models " + Models.sums(models) + "\nreading " + inputs.described()
                + "\nunsure " + unsure + "\ndetails " + details + "\nexplain " + explain + "\non error " + onError
                + "\n");
        // With their lengths, so that two are never taken for one.
        inputs.typed()
                .forEach(input -> run.append("input ")
                        .append(input.length())
                        .append(' ')
                        .append(input)
                        .append('\n'));
        texts.forEach(text -> run.append("text ")
                .append(text.length())
                .append(' ')
                .append(text)
                .append('\n'));
        return run.toString();
    }
}
