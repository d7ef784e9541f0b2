package tritone.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tritone.model.LanguageModelFolder;
import tritone.pretraining.LanguageModelPlan;
import tritone.pretraining.LanguageModelRun;
import tritone.pretraining.LanguageModelTraining;
import tritone.pretraining.PretrainingText;
import tritone.training.NetworkPlan;

/** Learns a language model. */
@Command(
        name = "language-model",
        mixinStandardHelpOptions = true,
        modelTransformer = LanguageModelSettings.class,
        sortOptions = false,
        description = {
            "Lets a cell learn to guess the next word of reviews, with labels or without, by a softmax over words that are"
                    + " drawn for each batch. A classifier begins with what it has learnt: 'tritone train --from'.",
            "Prints the perplexity on reviews that are held back as 'tritone train' does by the same options.",
            "Ctrl-C ends it and leaves what was there as it was."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone pretrain language-model reviews.tsv more.txt --cell gru --output models/mine-lm",
            "  tritone train reviews.tsv --from models/mine-lm --output models/mine"
        })
final class PretrainLanguageModelCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PretrainingCorpora corpora;

    @Option(
            names = "--piece",
            paramLabel = "N",
            defaultValue = "200",
            converter = ThreadsOption.PositiveConverter.class,
            description = "Tokens at most that are read in one go; longer reviews are cut into pieces of one length"
                    + " (default: ${DEFAULT-VALUE}).")
    private int piece;

    @Option(
            names = "--candidates",
            paramLabel = "N",
            defaultValue = "1024",
            converter = ThreadsOption.PositiveConverter.class,
            description = "Words that each word is told apart from in a step, on average (default: ${DEFAULT-VALUE}).")
    private int candidates;

    @Mixin
    private PretrainingOutput output;

    @Override
    public Integer call() throws IOException {
        output.checkFree(OutputKind.LANGUAGE_MODEL);
        LanguageModelPlan plan = plan();
        PretrainingText text = corpora.load();
        return Pretraining.run(spec.commandLine(), stop -> learn(plan, text, stop), run -> {
            LanguageModelReport report = LanguageModelReport.of(output.folder(), plan, run, text);
            String card = LanguageModelCard.render(report, plan, TypedCommand.of(spec), text);
            LanguageModelFolder.write(run.model(), output.folder(), card);
            return output.said(report, report.render());
        });
    }

    private Optional<LanguageModelRun> learn(LanguageModelPlan plan, PretrainingText text, BooleanSupplier stop) {
        try (LanguageModelProgress progress =
                new LanguageModelProgress(spec.commandLine().getErr(), stop)) {
            return new LanguageModelTraining(plan, text, corpora.threads(), progress).run();
        }
    }

    private LanguageModelPlan plan() {
        try {
            NetworkPlan network =
                    NetworkPlan.of(LanguageModelSettings.of(spec.commandLine().getParseResult()));
            return new LanguageModelPlan(network, piece, candidates);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage());
        }
    }
}
