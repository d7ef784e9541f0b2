package tritone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tritone.model.Model;
import tritone.report.Json;
import tritone.training.PlanFile;
import tritone.training.Setting;
import tritone.training.Settings;
import tritone.training.TrainingPlan;

/** Trains a model. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        modelTransformer = PlanOptions.class,
        sortOptions = false,
        description = {
            "Trains a classifier on the training part of CORPUS and writes it to a folder, with the plan beside it.",
            "Every choice is an option or stands in a plan file; options come before the file, the file before the preset.",
            "Usual values are those of a GRU by the lecture preset; bag, linear and other presets have some of their own.",
            "Ctrl-C stops at the next step and keeps what was learnt: --resume goes on, to the same weights."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone train --cell gru --output models/mine",
            "  tritone train reviews.csv --cell lstm --units 64 --epochs 6 --validation 0.2 --output models/mine",
            "  tritone train --plan models/mine/plan.yaml --seed 2 --output models/mine-2",
            "  tritone train --resume --output models/mine"
        })
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CorpusOptions corpus;

    @Mixin
    private ThreadsOption threads;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            required = true,
            description = "Folder for the model, such as models/mine.")
    private Path output;

    @Option(names = "--plan", paramLabel = "FILE", description = "A plan to follow, as every model has one.")
    private Path planFile;

    @Option(
            names = "--notes",
            paramLabel = "FILE",
            description = "Markdown for the model's card, such as what was tried and did not help.")
    private Path notes;

    @Option(names = "--resume", description = "Go on with the training of --output that was stopped.")
    private boolean resume;

    @Option(names = "--replace", description = "Replace the model or the stopped training that is there.")
    private boolean replace;

    @Option(
            names = "--checkpoint-every",
            paramLabel = "SECONDS",
            defaultValue = "60",
            converter = ThreadsOption.PositiveConverter.class,
            description = "How long what was learnt may stay in memory alone (default: ${DEFAULT-VALUE}).")
    private int checkpointEvery;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Workplace workplace = new Workplace(output);
        TrainingPlan plan = resume ? resumed(workplace) : fresh(workplace);
        TrainingSession session = new TrainingSession(
                workplace,
                new PlanSources(threads.threads(), corpus.passedOver()),
                checkpointEvery,
                new Papers(TypedCommand.of(spec), Notes.read(spec.commandLine(), notes)),
                spec.commandLine().getErr());
        try (StopSignal signal = new StopSignal()) {
            Optional<Model> model = session.run(
                    plan, resume ? TrainingSession.Start.WHERE_IT_STOPPED : TrainingSession.Start.ANEW, signal);
            if (model.isEmpty()) {
                PrintWriter err = spec.commandLine().getErr();
                err.println("tritone: stopped; to go on: tritone train --resume --output "
                        + TypedCommand.quoted(output.toString()));
                err.flush();
                return Failures.INTERRUPTED;
            }
            TrainedReport report = TrainedReport.of(output, model.get());
            PrintWriter out = spec.commandLine().getOut();
            out.print(json ? Json.render(report) + "\n" : report.render());
            out.flush(); // before the signal lets the process end
            return 0;
        }
    }

    private TrainingPlan resumed(Workplace workplace) throws IOException {
        Map<Setting, String> typed = given();
        if (planFile != null || replace || !typed.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--resume goes by the plan that was begun and takes no other");
        }
        if (!workplace.isBegun()) {
            throw new ParameterException(
                    spec.commandLine(), "there is no training of " + output + " that was stopped and could go on");
        }
        return plan(PlanFile.read(workplace.plan()));
    }

    private TrainingPlan fresh(Workplace workplace) throws IOException {
        if (!replace && workplace.isBegun()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "a training of " + output + " was stopped: --resume goes on with it, --replace begins anew");
        }
        OutputKind.MODEL.checkFree(spec.commandLine(), output, replace);
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        settings.put(Setting.CORPUS, "sample");
        Map<Setting, String> given = given();
        if (planFile != null) {
            settings.putAll(Settings.inherited(PlanFile.read(planFile), given));
        }
        settings.putAll(given);
        LanguageModels.complete(settings);
        WordVectorFiles.complete(settings);
        return plan(settings);
    }

    /** What was typed. */
    private Map<Setting, String> given() {
        Map<Setting, String> given = corpus.settings();
        given.putAll(PlanOptions.typed(spec.commandLine().getParseResult()));
        return given;
    }

    private TrainingPlan plan(Map<Setting, String> settings) {
        try {
            TrainingPlan plan = TrainingPlan.of(Settings.of(settings));
            CorpusOptions.reading(plan.settings(), corpus.passedOver());
            return plan;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }
}
