package tritone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tritone.corpus.CorpusPart;
import tritone.corpus.Labels;
import tritone.encoding.EncodingCache;
import tritone.model.Model;
import tritone.model.ModelFolder;
import tritone.report.Json;
import tritone.tensors.Precision;

/** Makes a model smaller and says what that costs. */
@Command(
        name = "quantize",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a model again with matrices of fewer bits, and measures on CORPUS what that changes.",
            "float16 halves a model; int8, with a scale for each row, makes it a quarter."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone model quantize models/mine --to int8 --output models/small",
            "  tritone model quantize models/mine --to float16 --output models/half labelled.csv"
        })
final class ModelQuantizeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL", description = Models.DESCRIPTION)
    private String name;

    @Mixin
    private CorpusOptions corpus;

    @Mixin
    private ThreadsOption threads;

    @Option(
            names = "--to",
            paramLabel = "PRECISION",
            required = true,
            converter = PrecisionConverter.class,
            description = "float32, float16 or int8.")
    private Precision precision;

    @Option(names = "--output", paramLabel = "DIR", required = true, description = "Folder for the new model.")
    private Path output;

    @Option(names = "--held-out", description = "Measure on the reviews that the model's training held back.")
    private boolean heldOut;

    @Option(names = "--replace", description = "Replace the model that is there.")
    private boolean replace;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        OutputKind.MODEL.checkFree(spec.commandLine(), output, replace);
        Path folder = Models.folder(name);
        Model model = ModelFolder.read(folder);
        Model smaller = smaller(model);
        EvaluatedModel before = evaluate(model);
        EvaluatedModel after = evaluate(smaller);
        long bytes = QuantizationReport.bytes(folder); // which may be replaced now
        ModelFolder.write(smaller, output, ModelFolder.copying(folder));
        QuantizationReport report = QuantizationReport.of(before, after, folder, bytes, output);
        spec.commandLine().getOut().print(json ? Json.render(report) + "\n" : Escaped.text(report.render()));
        return 0;
    }

    private Model smaller(Model model) {
        try {
            return model.in(precision);
        } catch (IllegalArgumentException e) {
            throw new UnusableModelException(name + ": " + e.getMessage());
        }
    }

    private EvaluatedModel evaluate(Model model) throws IOException {
        CorpusPart part = heldOut ? corpus.open().training() : EvaluatedPart.FIRST.of(corpus.open());
        if (part.isStream()) {
            throw new ParameterException(
                    spec.commandLine(), "two models are measured, and a stream can be read once only: give a file");
        }
        Labels labels = Labels.of(model.architecture().labels());
        try (Progress progress =
                Progress.onTerminal("encoding", part, spec.commandLine().getErr())) {
            return new ModelEvaluation(part, heldOut, new EncodingCache(Home.cache()), threads.threads())
                    .of(name, model, labels, progress::at);
        }
    }
}
