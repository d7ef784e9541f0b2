package tritone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tritone.corpus.CorpusPart;
import tritone.corpus.Labels;
import tritone.encoding.EncodingCache;
import tritone.model.Model;
import tritone.report.Json;

/** How well models do on labelled reviews. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Measures models on reviews whose labels are known: the corpus' test part, else the whole of it.",
            "Exit code 3 if --min-accuracy is missed by one of them."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone evaluate --model models/mine labelled.csv",
            "  tritone evaluate --model models/a --model models/b --average --json reviews.tsv",
            "  tritone evaluate --model models/mine --held-out --predictions wrong.csv reviews.tsv",
            "  tritone evaluate --model imdb-gru --model imdb-lstm --report reports/mine labelled.csv"
        })
final class EvaluateCommand implements Callable<Integer> {
    /** Uses of a corpus that make figures on it too good. */
    private static final Set<String> LEARNT_FROM = Set.of("training", "teaching");

    @Spec
    private CommandSpec spec;

    @Mixin
    private CorpusOptions corpus;

    @Mixin
    private ThreadsOption threads;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            required = true,
            description = Models.DESCRIPTION + " May be given more than once.")
    private List<String> models;

    @Option(
            names = "--part",
            paramLabel = "PART",
            converter = EvaluatedPart.Converter.class,
            description =
                    "train, validation, test or whole; what there is of test, whole, validation and train if not said.")
    private EvaluatedPart part = EvaluatedPart.FIRST;

    @Option(
            names = "--held-out",
            description =
                    "Only those reviews of the training part that a model's own plan held back from its training.")
    private boolean heldOut;

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description = "Write every review's label and probabilities to this file: .csv, .tsv or .jsonl.")
    private Path predictions;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Write a report to this folder: report.html, report.md, evaluation.json and predictions.csv.")
    private Path report;

    @Option(
            names = "--min-accuracy",
            paramLabel = "X",
            description = "Exit code 3 unless every model reaches this, as in 0.85.")
    private Double minAccuracy;

    @Option(
            names = "--average",
            description = "Also measure what the models say together, by the mean of their probabilities.")
    private boolean average;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        check();
        CorpusPart chosen = heldOut ? corpus.open().training() : part.of(corpus.open());
        ModelEvaluation evaluation =
                new ModelEvaluation(chosen, heldOut, new EncodingCache(Home.cache()), threads.threads());
        checkReading(chosen);
        List<EvaluatedModel> evaluated = new ArrayList<>();
        for (String name : models) {
            Model model = Models.read(name);
            warn(name, model, chosen);
            Labels labels = Labels.of(model.architecture().labels());
            try (Progress progress =
                    Progress.onTerminal("encoding", chosen, spec.commandLine().getErr())) {
                evaluated.add(evaluation.of(name, model, labels, progress::at));
            }
        }
        if (average) {
            evaluated.add(EvaluatedModel.average(evaluated));
        }
        if (predictions != null) {
            PredictionsFile.checkLabels(spec.commandLine(), evaluated);
            PredictionsFile.write(evaluated, predictions);
        }
        EvaluationReport figures = EvaluationReport.of(chosen.name(), evaluated);
        if (report != null) {
            new EvaluatedPages(chosen, heldOut, evaluated, TypedCommand.of(spec)).write(report, figures);
        }
        spec.commandLine().getOut().print(json ? Json.render(figures) + "\n" : Escaped.text(figures.render()));
        return missed(figures) ? Failures.MISSED : 0;
    }

    /** Figures of reviews that were learnt from are true and mean little. */
    private void warn(String name, Model model, CorpusPart chosen) throws IOException {
        if (heldOut || chosen.isStream()) {
            return;
        }
        String fingerprint = chosen.fingerprint();
        boolean learnt = model.provenance().corpora().stream()
                .filter(source -> LEARNT_FROM.contains(source.use()))
                .anyMatch(source -> source.sha256().equals(fingerprint));
        if (learnt) {
            spec.commandLine()
                    .getErr()
                    .println("tritone: " + name + " learnt from reviews of this part, which flatters it");
        }
    }

    private void check() {
        if (minAccuracy != null && !(minAccuracy >= 0 && minAccuracy <= 1)) {
            throw new ParameterException(
                    spec.commandLine(), "--min-accuracy must be between 0 and 1 but was " + minAccuracy);
        }
        if (heldOut && part != EvaluatedPart.FIRST && part != EvaluatedPart.TRAIN) {
            throw new ParameterException(
                    spec.commandLine(), "--held-out is of the training part, but --part says " + part);
        }
        if (average && models.size() < 2) {
            throw new ParameterException(spec.commandLine(), "--average needs more than one --model");
        }
        if (predictions != null) {
            PredictionsFile.checkName(spec.commandLine(), "--predictions", predictions);
        }
    }

    private void checkReading(CorpusPart chosen) {
        if (chosen.isStream() && (heldOut || models.size() > 1)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "a stream can be read once only: give one --model and no --held-out, or a file");
        }
    }

    private boolean missed(EvaluationReport report) {
        OptionalDouble lowest = report.results().stream()
                .mapToDouble(EvaluationReport.Result::accuracy)
                .min();
        if (minAccuracy == null || lowest.orElse(0) >= minAccuracy) {
            return false;
        }
        spec.commandLine()
                .getErr()
                .println("tritone: the accuracy must be at least " + minAccuracy + " but was " + lowest.orElse(0));
        return true;
    }
}
