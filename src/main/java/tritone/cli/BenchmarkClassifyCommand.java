package tritone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tritone.classification.Answer;
import tritone.classification.Classifier;
import tritone.classification.StageTimes;
import tritone.classification.StageTimes.Stage;
import tritone.corpus.CorpusFormat;
import tritone.report.Json;

/** How fast reviews become answers. */
@Command(
        name = "classify",
        mixinStandardHelpOptions = true,
        description = {
            "Classifies the corpus again and again, from the file to JSON Lines on disk, and tells where the time goes.",
            "The first round, in which the virtual machine still compiles, stands apart."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone benchmark classify reviews.tsv",
            "  tritone benchmark classify reviews.tsv --model mine --threads 1 --json"
        })
final class BenchmarkClassifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CorpusOptions corpus;

    @Mixin
    private ThreadsOption threads;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            defaultValue = ClassifyCommand.DEFAULT_MODEL,
            description = Models.DESCRIPTION + " (default: ${DEFAULT-VALUE})")
    private String model;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            converter = ThreadsOption.PositiveConverter.class,
            description = "Rounds after the first one (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /**
     * Seconds until something can be asked.
     *
     * @param java from the start of the process to this command
     * @param model to open it
     * @param firstAnswer to classify one short text after that
     */
    record StartUp(double java, double model, double firstAnswer) {}

    /**
     * What {@code --json} prints.
     *
     * @param firstRound reviews per second in a fresh virtual machine
     * @param stageSeconds what the threads of a round worked at, over all of them, in the last round
     */
    record Result(
            String corpus,
            String model,
            int threads,
            long reviews,
            double megabytes,
            StartUp startUp,
            double firstRound,
            Speed reviewsPerSecond,
            Speed megabytesPerSecond,
            Map<String, Double> stageSeconds) {}

    /** One round. */
    private record Round(long reviews, double megabytes, double seconds, StageTimes times) {}

    @Override
    public Integer call() throws IOException {
        double java = ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> (System.currentTimeMillis() - start.toEpochMilli()) / 1e3)
                .orElse(Double.NaN);
        long started = System.nanoTime();
        try (Classifier classifier = Classifier.open(Models.folder(model))) {
            double opened = (System.nanoTime() - started) / 1e9;
            classifier.classify("It's <b>good</b> &amp; bad.");
            StartUp startUp = new StartUp(java, opened, (System.nanoTime() - started) / 1e9 - opened);
            List<Round> all = new ArrayList<>();
            for (int round = 0; round <= rounds; round++) {
                all.add(round(classifier));
            }
            Result result = result(startUp, all);
            spec.commandLine().getOut().print(json ? Json.render(result) + "\n" : render(result));
        }
        return 0;
    }

    private Result result(StartUp startUp, List<Round> all) {
        Round first = all.get(0);
        Round last = all.get(rounds);
        Map<String, Double> stages = new LinkedHashMap<>();
        Arrays.stream(Stage.values())
                .forEach(stage -> stages.put(stage.name().toLowerCase(Locale.ROOT), last.times.seconds(stage)));
        List<Round> timed = all.subList(1, all.size());
        return new Result(
                corpus.name(),
                model,
                threads.threads(),
                first.reviews,
                first.megabytes,
                startUp,
                first.reviews / first.seconds,
                Speed.of(timed.stream()
                        .map(round -> round.reviews / round.seconds)
                        .toList()),
                Speed.of(timed.stream()
                        .map(round -> round.megabytes / round.seconds)
                        .toList()),
                stages);
    }

    private Round round(Classifier classifier) throws IOException {
        Path file = Files.createTempFile("tritone-benchmark", ".jsonl");
        PredictionColumns columns =
                new PredictionColumns(classifier.labels(), Optional.empty(), false, classifier.models(), false, false);
        long started = System.nanoTime();
        try (PredictionRows writer =
                new PredictionRows(Files.newBufferedWriter(file), CorpusFormat.JSONL, columns, false)) {
            Classification run = new Classification(classifier, OnError.FAIL, writer, Answer.PLAIN);
            run.ofParts(corpus.open().parts(), threads.threads(), () -> true);
            double megabytes = run.bytesRead().unzipped() / 1e6;
            return new Round(run.classified(), megabytes, (System.nanoTime() - started) / 1e9, run.times());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String render(Result result) {
        StartUp start = result.startUp;
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s, model %s%nstart-up: Java %.2f s, model %.2f s, first answer %.2f s%n"
                        + "%,d reviews, %.1f MB, on %d threads: %,.0f reviews/s (%,.0f to %,.0f), %.1f MB/s;"
                        + " %,.0f reviews/s in the first round%n",
                result.corpus,
                result.model,
                start.java,
                start.model,
                start.firstAnswer,
                result.reviews,
                result.megabytes,
                result.threads,
                result.reviewsPerSecond.median(),
                result.reviewsPerSecond.min(),
                result.reviewsPerSecond.max(),
                result.megabytesPerSecond.median(),
                result.firstRound));
        result.stageSeconds.forEach(
                (stage, seconds) -> text.append(String.format(Locale.ROOT, "%-10s %6.2f s%n", stage, seconds)));
        return text.toString();
    }
}
