package tritone.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import tritone.corpus.CorpusPart;
import tritone.corpus.Labels;
import tritone.encoding.Batches;
import tritone.encoding.EncodedCorpus;
import tritone.encoding.EncodingCache;
import tritone.encoding.ReviewBatch;
import tritone.kernel.Arithmetic;
import tritone.kernel.ProductPeak;
import tritone.layers.LearningOptions;
import tritone.layers.NetworkTrainer;
import tritone.layers.Optimiser;
import tritone.layers.TrainingSpeed;
import tritone.network.CellKind;
import tritone.network.NetworkSpec;
import tritone.network.ProductCost;
import tritone.report.Json;
import tritone.training.Preset;
import tritone.training.Setting;
import tritone.training.Settings;
import tritone.training.TrainingPlan;
import tritone.vocabulary.CorpusCounts;
import tritone.vocabulary.Vocabulary;

/** How fast networks learn. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Trains a network on the same batches again and again: Adam at a rate of 0.001, gradients clipped to a norm of 1.",
            "Reading and counting the reviews is not timed, nor are the first rounds, in which the virtual machine"
                    + " still compiles; everything that depends on a batch is. Tokens are real ones, without padding.",
            "Recurrent layers compute on --threads; clipping and updates of the embedding use every processor."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone benchmark train reviews.tsv",
            "  tritone benchmark train reviews.tsv --cell lstm --engine dl4j --batches 4 --warm-up 1"
        })
final class BenchmarkTrainCommand implements Callable<Integer> {
    private static final long SEED = 1;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CorpusOptions corpus;

    @Mixin
    private ChainOption chain;

    @Mixin
    private ThreadsOption threads;

    @Option(
            names = "--cell",
            paramLabel = "CELL",
            defaultValue = "all",
            converter = CellsConverter.class,
            description = "simple-rnn, lstm, gru, all for these three, or bag, a network without a cell"
                    + " (default: ${DEFAULT-VALUE}).")
    private Cells cells;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            defaultValue = "lecture",
            converter = PresetConverter.class,
            description = "Which network: lecture, quick or best (default: ${DEFAULT-VALUE}).")
    private Preset preset;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            defaultValue = "tritone",
            converter = EngineConverter.class,
            description = "tritone, or dl4j for Deeplearning4j's own layers, which have no GRU and no bag"
                    + " (default: ${DEFAULT-VALUE}).")
    private Engine engine;

    @Option(
            names = "--updates",
            paramLabel = "KIND",
            defaultValue = "lazy",
            converter = UpdatesConverter.class,
            description = "lazy leaves embedding rows alone that did not occur; dense (default: ${DEFAULT-VALUE}).")
    private Optimiser.Updates updates;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "64",
            converter = ThreadsOption.PositiveConverter.class,
            description = "Reviews in a batch (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--batches",
            paramLabel = "N",
            defaultValue = "40",
            converter = ThreadsOption.PositiveConverter.class,
            description = "Batches in a round (default: ${DEFAULT-VALUE}).")
    private int batches;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            converter = ThreadsOption.PositiveConverter.class,
            description = "Rounds that are timed (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "5",
            converter = ThreadsOption.PositiveConverter.class,
            description = "Rounds before that, which are not timed (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /** Whose layers compute. */
    private enum Engine {
        TRITONE,
        DL4J;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One, or all cells. */
    private record Cells(List<CellKind> kinds) {}

    @Override
    public Integer call() throws IOException {
        CorpusPart part = corpus.open().training();
        Vocabulary vocabulary = vocabulary(part);
        EncodedCorpus encoded = encode(part, vocabulary);
        Labels labels = corpus.labels().orElseGet(() -> Labels.observed(encoded.labels()));
        if (labels.names().size() != 2) {
            throw new ParameterException(
                    spec.commandLine(), "the networks tell two classes apart but " + part.name() + " has " + labels);
        }
        int[] classes = encoded.classes(labels);
        List<ReviewBatch> shown = batches(encoded, classes);
        // Stock layers run on one thread of ND4J, on which they are fastest.
        int used = engine == Engine.TRITONE ? threads.threads() : 1;
        double peak = ProductPeak.measure(Arithmetic.fastest(), used);
        List<TrainingSpeedReport.Result> results = new ArrayList<>();
        for (CellKind kind : trainable()) {
            results.add(train(kind, shown, classes, peak));
        }
        long reviews = shown.stream().mapToLong(ReviewBatch::size).sum();
        TrainingSpeedReport report = new TrainingSpeedReport(
                part.name(), preset.toString(), engine.toString(), used, reviews, peak / 1e9, results);
        spec.commandLine().getOut().print(json ? Json.render(report) + "\n" : report.render());
        return 0;
    }

    private TrainingPlan plan(CellKind kind) {
        return TrainingPlan.of(Settings.of(Map.of(Setting.PRESET, preset.toString(), Setting.CELL, kind.toString())));
    }

    private Vocabulary vocabulary(CorpusPart part) throws IOException {
        try (Progress progress =
                Progress.onTerminal("counting", part, spec.commandLine().getErr())) {
            CorpusCounts counts = CorpusCounts.of(part, chain.chain(), threads.threads(), progress::at);
            int ids = plan(CellKind.LSTM).text().vocabularySize();
            return Vocabulary.of(chain.chain(), counts.tokens(), ids, 1);
        }
    }

    private EncodedCorpus encode(CorpusPart part, Vocabulary vocabulary) throws IOException {
        try (Progress progress =
                Progress.onTerminal("encoding", part, spec.commandLine().getErr())) {
            return new EncodingCache(Home.cache())
                    .encoded(part, vocabulary, threads.threads(), progress::at)
                    .corpus();
        }
    }

    /** The first whole batches of an order that is always the same, of reviews with a label. */
    private List<ReviewBatch> batches(EncodedCorpus encoded, int[] classes) {
        int[] labelled = IntStream.range(0, classes.length)
                .filter(review -> classes[review] >= 0)
                .toArray();
        if (labelled.length == 0) {
            throw new ParameterException(spec.commandLine(), "CORPUS has no review with a label to learn from");
        }
        Batches all =
                Batches.shuffled(encoded, labelled, plan(CellKind.LSTM).text().truncation(), batch, SEED);
        List<ReviewBatch> shown = new ArrayList<>();
        for (int i = 0; i < all.size() && shown.size() < batches; i++) {
            ReviewBatch next = all.get(i);
            if (next.size() == Math.min(batch, labelled.length)) {
                shown.add(next);
            }
        }
        return shown;
    }

    private List<CellKind> trainable() {
        List<CellKind> kinds = cells.kinds.stream()
                .filter(kind -> engine == Engine.TRITONE || kind != CellKind.GRU && kind != CellKind.BAG)
                .toList();
        if (kinds.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Deeplearning4j has no GRU and no bag of its own");
        }
        return kinds;
    }

    private TrainingSpeedReport.Result train(CellKind kind, List<ReviewBatch> shown, int[] classes, double peak) {
        NetworkSpec network = plan(kind).network().orElseThrow().shape();
        boolean lazy = engine == Engine.TRITONE && updates == Optimiser.Updates.LAZY;
        Optimiser adam = new Optimiser(Optimiser.Kind.ADAM, 0, 0, updates);
        NetworkTrainer trainer = engine == Engine.TRITONE
                ? NetworkTrainer.of(network, LearningOptions.of(adam), threads.threads(), SEED)
                : NetworkTrainer.stock(network, SEED);
        TrainingSpeed speed;
        try (RoundsProgress progress =
                new RoundsProgress(kind.toString(), rounds, spec.commandLine().getErr())) {
            speed = TrainingSpeed.measure(trainer, shown, classes, warmUp, rounds, progress);
        }
        Speed reviews = Speed.of(speed.seconds().stream()
                .map(seconds -> speed.reviews() / seconds)
                .toList());
        double tokensPerReview = (double) speed.tokens() / speed.reviews();
        ProductCost cost = ProductCost.of(network.level(0));
        double operations = shown.stream().mapToLong(cost::of).sum();
        return new TrainingSpeedReport.Result(
                kind.toString(),
                reviews.median() * tokensPerReview,
                reviews,
                tokensPerReview,
                lazy,
                speed.firstLoss(),
                speed.loss(),
                operations / speed.reviews() * reviews.median() / peak);
    }

    private static final class CellsConverter implements ITypeConverter<Cells> {
        @Override
        public Cells convert(String value) {
            if (value.equals("all")) {
                return new Cells(List.of(CellKind.SIMPLE_RNN, CellKind.LSTM, CellKind.GRU));
            }
            CellKind kind = Choices.named(CellKind.class, value);
            if (kind == CellKind.LINEAR) {
                throw new TypeConversionException(kind + " is no network");
            }
            return new Cells(List.of(kind));
        }
    }

    private static final class PresetConverter implements ITypeConverter<Preset> {
        @Override
        public Preset convert(String value) {
            return Choices.named(Preset.class, value);
        }
    }

    private static final class EngineConverter implements ITypeConverter<Engine> {
        @Override
        public Engine convert(String value) {
            return Choices.named(Engine.class, value);
        }
    }

    private static final class UpdatesConverter implements ITypeConverter<Optimiser.Updates> {
        @Override
        public Optimiser.Updates convert(String value) {
            return Choices.named(Optimiser.Updates.class, value);
        }
    }
}
