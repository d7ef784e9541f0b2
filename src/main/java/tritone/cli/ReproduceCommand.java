package tritone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tritone.corpus.PassedOver;
import tritone.files.WholeFolder;
import tritone.model.Model;
import tritone.report.Json;
import tritone.training.TrainingPlan;

/** Trains a model again. */
@Command(
        name = "reproduce",
        mixinStandardHelpOptions = true,
        description = {
            "Trains a model again by its own plan and says what differs: corpora, software, machine, weights, accuracy.",
            "Exit code 1 if a weight does."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  tritone reproduce models/mine", "  tritone reproduce models/mine --corpus reviews.tsv"})
final class ReproduceCommand implements Callable<Integer>, ReadsRows {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = Models.DESCRIPTION)
    private String name;

    @Option(
            names = "--corpus",
            paramLabel = "CORPUS",
            description = "Where the corpus is now, if not where the plan says.")
    private String corpus;

    @Mixin
    private ThreadsOption threads;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    private final PassedOver passedOver = new PassedOver();

    @Override
    public PassedOver passedOver() {
        return passedOver;
    }

    @Override
    public Integer call() throws IOException {
        Model model = Models.read(name);
        TrainingPlan plan = ModelPlan.of(name, model, Optional.ofNullable(corpus));
        Path folder = Files.createTempDirectory("tritone-reproduce");
        folder.toFile().deleteOnExit(); // for Ctrl-C while it is still empty
        try (StopSignal signal = new StopSignal()) {
            try {
                return compare(model, plan, new Workplace(folder.resolve("model")), signal);
            } finally {
                WholeFolder.delete(folder); // before the signal lets the process end
            }
        }
    }

    private int compare(Model model, TrainingPlan plan, Workplace workplace, StopSignal signal) throws IOException {
        Optional<Model> again = session(workplace).run(plan, TrainingSession.Start.ANEW, signal);
        if (again.isEmpty()) {
            spec.commandLine().getErr().println("tritone: stopped; nothing was kept");
            return Failures.INTERRUPTED;
        }
        ReproductionReport report =
                ReproductionReport.of(name, model, again.get().in(model.precision()));
        spec.commandLine().getOut().print(json ? Json.render(report) + "\n" : report.render());
        return report.sameWeights() ? 0 : Failures.FAILED;
    }

    private TrainingSession session(Workplace workplace) {
        return new TrainingSession(
                workplace,
                new PlanSources(threads.threads(), passedOver),
                Integer.MAX_VALUE,
                new Papers(TypedCommand.of(spec), Optional.empty()),
                spec.commandLine().getErr());
    }
}
