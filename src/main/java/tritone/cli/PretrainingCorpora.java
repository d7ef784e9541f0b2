package tritone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tritone.corpus.Corpus;
import tritone.corpus.ReadingOptions;
import tritone.encoding.EncodingCache;
import tritone.pretraining.PretrainingSources;
import tritone.pretraining.PretrainingText;
import tritone.pretraining.PretrainingTextLoader;
import tritone.training.Settings;
import tritone.training.TextPlan;
import tritone.training.ValidationPlan;

/** The corpora that a pre-training works on. A command that has these also has the options of {@link PretrainingSettings}. */
final class PretrainingCorpora {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(
            paramLabel = "CORPUS",
            arity = "1..*",
            description = {
                "Files or folders of reviews, or names of folders in corpora. The first is the one that classifiers will"
                        + " learn from: what they are validated on is left out of it.",
                "Parts for training and without labels are read, never a test part. See corpora/README.md for every"
                        + " format."
            })
    private List<String> names;

    @Mixin
    private TableOptions table;

    @Mixin
    private BadRowsOption badRows;

    @Mixin
    private ThreadsOption threads;

    int threads() {
        return threads.threads();
    }

    /** Reads all, after a look at what was typed. */
    PretrainingText load() throws IOException {
        names.forEach(name -> CorpusOptions.checkName(spec.commandLine(), name));
        TextPlan text;
        ValidationPlan validation;
        try {
            Settings settings = PretrainingSettings.of(spec.commandLine().getParseResult());
            text = TextPlan.of(settings);
            validation = ValidationPlan.of(settings);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        PrintWriter err = spec.commandLine().getErr();
        return new PretrainingTextLoader(new EncodingCache(Home.cache()), threads(), Progress.watcher(err))
                .load(sources(text, validation), text, validation);
    }

    private PretrainingSources sources(TextPlan text, ValidationPlan validation) throws IOException {
        ReadingOptions reading = table.reading(Optional.empty()).passingOver(badRows.taker());
        List<Corpus> corpora = new ArrayList<>();
        for (String name : names) {
            corpora.add(CorpusNames.open(name, reading));
        }
        return new PretrainingSources(
                corpora, PlanSources.validation(validation, reading), PlanSources.vocabulary(text));
    }
}
