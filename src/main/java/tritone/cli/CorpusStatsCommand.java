package tritone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusPart;
import tritone.corpus.Split;
import tritone.report.Json;
import tritone.vocabulary.CorpusCounts;
import tritone.vocabulary.CorpusStatistics;

/** A corpus in figures. */
@Command(
        name = "stats",
        mixinStandardHelpOptions = true,
        description =
                "Counts reviews per label, lengths, different tokens and how many of them a vocabulary must hold.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone corpus stats                          the sample corpus",
            "  tritone corpus stats aclImdb                  a folder with train/pos, train/neg, test/pos ...",
            "  tritone corpus stats reviews.csv.gz --columns text=body,label=stars",
            "  zcat reviews.tsv.gz | tritone corpus stats - --json"
        })
final class CorpusStatsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CorpusOptions corpusOptions;

    @Mixin
    private ChainOption chain;

    @Mixin
    private ThreadsOption threads;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        long started = System.nanoTime();
        Corpus corpus = corpusOptions.open();
        Map<Split, CorpusCounts> counts = count(corpus);
        double seconds = (System.nanoTime() - started) / 1e9;
        CorpusStatistics statistics = CorpusStatistics.of(counts, corpusOptions.labels());
        StatsReport report = StatsReport.of(corpus, chain.chain(), statistics, megabytes(counts), seconds);
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? Json.render(report) + "\n" : report.render());
        return 0;
    }

    private static double megabytes(Map<Split, CorpusCounts> counts) {
        return counts.values().stream()
                        .mapToLong(counted -> counted.bytesRead().unzipped())
                        .sum()
                / 1e6;
    }

    /** Counts part by part, the one to learn from first. */
    private Map<Split, CorpusCounts> count(Corpus corpus) throws IOException {
        Map<Split, CorpusCounts> counts = new LinkedHashMap<>();
        PrintWriter err = spec.commandLine().getErr();
        for (CorpusPart part : corpus.parts()) {
            try (Progress progress = Progress.onTerminal("counting", part, err)) {
                counts.put(part.split(), CorpusCounts.of(part, chain.chain(), threads.threads(), progress::at));
            }
        }
        return counts;
    }
}
