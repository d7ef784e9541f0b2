package tritone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tritone.corpus.CorpusPart;
import tritone.encoding.CorpusEncoder;
import tritone.report.Json;
import tritone.text.Chain;
import tritone.vocabulary.CorpusCounts;
import tritone.vocabulary.Vocabulary;

/** How fast reviews become ids. */
@Command(
        name = "encode",
        mixinStandardHelpOptions = true,
        description = {
            "Reads, tokenizes and encodes the part to learn from again and again, from the file to ids on disk.",
            "A vocabulary of 20,000 ids is counted beforehand and not timed, nor is the first round, in which the virtual"
                    + " machine still compiles."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone benchmark encode reviews.tsv",
            "  tritone benchmark encode reviews.tsv --chain english,lowercase --threads 1 --json"
        })
final class BenchmarkEncodeCommand implements Callable<Integer> {
    private static final int VOCABULARY_SIZE = 20_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CorpusOptions corpus;

    @Mixin
    private ChainOption chain;

    @Mixin
    private ThreadsOption threads;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            converter = ThreadsOption.PositiveConverter.class,
            description = "Rounds after the first one (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /** What {@code --json} prints. */
    record Result(String corpus, String chain, int threads, double megabytes, Speed megabytesPerSecond) {}

    @Override
    public Integer call() throws IOException {
        CorpusPart part = corpus.open().training();
        CorpusCounts counts;
        try (Progress progress =
                Progress.onTerminal("counting", part, spec.commandLine().getErr())) {
            counts = CorpusCounts.of(part, chain.chain(), threads.threads(), progress::at);
        }
        Vocabulary vocabulary = Vocabulary.of(chain.chain(), counts.tokens(), VOCABULARY_SIZE, 1);
        double megabytes = counts.bytesRead().unzipped() / 1e6;
        List<Double> speeds = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            speeds.add(megabytes / seconds(part, vocabulary, "round " + round + " of " + rounds));
        }
        Result result = new Result(
                part.name(),
                chain.chain().toString(),
                threads.threads(),
                megabytes,
                Speed.of(speeds.subList(1, speeds.size())));
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? Json.render(result) + "\n" : render(result));
        return 0;
    }

    private double seconds(CorpusPart part, Vocabulary vocabulary, String work) throws IOException {
        Path file = Files.createTempFile("tritone-benchmark", ".ids");
        try (Progress progress =
                Progress.onTerminal(work, part, spec.commandLine().getErr())) {
            long started = System.nanoTime();
            new CorpusEncoder(vocabulary, threads.threads()).encode(part, file, progress::at);
            return (System.nanoTime() - started) / 1e9;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String render(Result result) {
        return String.format(
                Locale.ROOT,
                "%s, chain %s%n%.1f MB on %d threads: %.1f MB/s (%.1f to %.1f)%n",
                result.corpus,
                Chain.parse(result.chain).summary(),
                result.megabytes,
                result.threads,
                result.megabytesPerSecond.median(),
                result.megabytesPerSecond.min(),
                result.megabytesPerSecond.max());
    }
}
