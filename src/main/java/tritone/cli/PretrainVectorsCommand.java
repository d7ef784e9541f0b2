package tritone.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tritone.kernel.Arithmetic;
import tritone.kernel.Workers;
import tritone.pretraining.PretrainingText;
import tritone.pretraining.SkipGramPlan;
import tritone.pretraining.SkipGramTrainer;
import tritone.tensors.Precision;
import tritone.vectors.VectorFolder;
import tritone.vectors.WordVectors;

/** Learns word vectors. */
@Command(
        name = "vectors",
        mixinStandardHelpOptions = true,
        modelTransformer = PretrainingSettings.class,
        sortOptions = false,
        description = {
            "Learns a vector for each word of a vocabulary by skip-gram with negative sampling: words that stand among the"
                    + " same words get similar vectors. Writes a vocabulary with them beside it.",
            "Ctrl-C ends it and leaves what was there as it was."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone pretrain vectors reviews.tsv more.txt --output vocab/mine",
            "  tritone pretrain vectors train.tsv unsup.tsv --groups films.tsv --validation 5000 --output vocab/mine",
            "  tritone vocab show mine --near great"
        })
final class PretrainVectorsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PretrainingCorpora corpora;

    @Option(
            names = "--numbers",
            paramLabel = "N",
            defaultValue = "128",
            converter = ThreadsOption.PositiveConverter.class,
            description = "Numbers of a vector (default: ${DEFAULT-VALUE}).")
    private int numbers;

    @Option(
            names = "--window",
            paramLabel = "N",
            defaultValue = "5",
            converter = ThreadsOption.PositiveConverter.class,
            description = "Words to each side that a word is learnt with, at most (default: ${DEFAULT-VALUE}).")
    private int window;

    @Option(
            names = "--negatives",
            paramLabel = "N",
            defaultValue = "5",
            converter = ThreadsOption.PositiveConverter.class,
            description = "Words that do not stand there, drawn for each that does (default: ${DEFAULT-VALUE}).")
    private int negatives;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            converter = ThreadsOption.PositiveConverter.class,
            description = "Times that all reviews are read (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--rate",
            paramLabel = "X",
            defaultValue = "0.025",
            description =
                    "The learning rate at the beginning, from where it falls to nothing (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--sample",
            paramLabel = "SHARE",
            defaultValue = "1e-4",
            description = "Words that are more than this share of all are often left out (default: ${DEFAULT-VALUE}).")
    private double sample;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides all that is left to chance (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--precision",
            paramLabel = "PRECISION",
            defaultValue = "int8",
            converter = PrecisionConverter.class,
            description = "float32, float16 or int8 with a scale for each vector (default: ${DEFAULT-VALUE}).")
    private Precision precision;

    @Option(
            names = "--examples",
            paramLabel = "WORD",
            split = ",",
            description = "Words whose nearest ones the README beside the vectors lists.")
    private List<String> examples = List.of();

    @Mixin
    private PretrainingOutput output;

    @Override
    public Integer call() throws IOException {
        output.checkFree(OutputKind.VOCABULARY);
        SkipGramPlan plan = plan();
        PretrainingText text = corpora.load();
        long started = System.nanoTime();
        return Pretraining.run(spec.commandLine(), stop -> learn(plan, text, stop), vectors -> {
            double seconds = (System.nanoTime() - started) / 1e9;
            VectorsReport report = VectorsReport.of(output.folder(), plan, precision, text, vectors, seconds);
            String card = VectorsCard.render(report, TypedCommand.of(spec), text, vectors, examples);
            VectorFolder.write(vectors, precision, card, output.folder());
            return output.said(report, report.render());
        });
    }

    private Optional<WordVectors> learn(SkipGramPlan plan, PretrainingText text, BooleanSupplier stop) {
        try (VectorsProgress progress =
                new VectorsProgress(plan.rounds(), spec.commandLine().getErr(), stop)) {
            return new SkipGramTrainer(plan, Arithmetic.fastest(), Workers.of(corpora.threads()), progress).learn(text);
        }
    }

    private SkipGramPlan plan() {
        try {
            return new SkipGramPlan(numbers, window, negatives, rounds, rate, sample, seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage());
        }
    }
}
