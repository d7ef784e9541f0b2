package tritone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusPart;
import tritone.encoding.EncodingCache;
import tritone.encoding.EncodingSummary;
import tritone.encoding.Truncation;
import tritone.report.Json;
import tritone.text.Chain;
import tritone.vocabulary.Vocabulary;

/** Turns reviews into ids and says what came of it. */
@Command(
        name = "encode",
        mixinStandardHelpOptions = true,
        description = {
            "Turns every review into ids and keeps them in a cache, as training does; a second run only looks them up.",
            "The cache is the folder that TRITONE_CACHE names, else tritone in the user's cache folder."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone corpus encode",
            "  tritone corpus encode reviews.csv --vocab vocab/mine --max-tokens 256 --keep ends --batch 64"
        })
final class CorpusEncodeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CorpusOptions corpusOptions;

    @Mixin
    private ThreadsOption threads;

    @Option(names = "--vocab", paramLabel = "VOCAB", defaultValue = "sample", description = Vocabularies.DESCRIPTION)
    private String vocab;

    @Option(
            names = "--max-tokens",
            paramLabel = "N",
            defaultValue = "256",
            converter = ThreadsOption.PositiveConverter.class,
            description = "Tokens that a batch keeps of a review (default: ${DEFAULT-VALUE}).")
    private int maxTokens;

    @Option(
            names = "--keep",
            paramLabel = "PART",
            defaultValue = "tail",
            converter = KeepConverter.class,
            description = "Which tokens of a longer review: tail, head or ends (default: ${DEFAULT-VALUE}).")
    private Truncation.Keep keep;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "64",
            converter = ThreadsOption.PositiveConverter.class,
            description = "Reviews in a batch (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides the order of the batches (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /** One part of the corpus, as {@code --json} prints it. */
    record EncodedPart(String part, boolean fromCache, double seconds, EncodingSummary ids) {}

    /** What {@code --json} prints. */
    record Shown(String corpus, String vocabulary, String chain, List<EncodedPart> parts) {}

    private static final class KeepConverter implements ITypeConverter<Truncation.Keep> {
        @Override
        public Truncation.Keep convert(String value) {
            return CorpusOptions.converted(() -> Truncation.Keep.named(value));
        }
    }

    @Override
    public Integer call() throws IOException {
        Corpus corpus = corpusOptions.open();
        Vocabulary vocabulary = Vocabularies.read(vocab);
        List<EncodedPart> parts = new ArrayList<>();
        for (CorpusPart part : corpus.parts()) {
            parts.add(encode(part, vocabulary));
        }
        Shown shown = new Shown(corpus.name(), vocab, vocabulary.chain().toString(), parts);
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? Json.render(shown) + "\n" : render(shown));
        return 0;
    }

    private EncodedPart encode(CorpusPart part, Vocabulary vocabulary) throws IOException {
        long started = System.nanoTime();
        PrintWriter err = spec.commandLine().getErr();
        EncodingCache.Entry entry;
        try (Progress progress = Progress.onTerminal("encoding", part, err)) {
            entry = new EncodingCache(Home.cache()).encoded(part, vocabulary, threads.threads(), progress::at);
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        EncodingSummary summary = EncodingSummary.of(entry.corpus(), new Truncation(keep, maxTokens), batch, seed);
        return new EncodedPart(part.split().toString(), entry.found(), seconds, summary);
    }

    private String render(Shown shown) {
        String table = new TextTable()
                .row("", each(shown, EncodedPart::part))
                .row("reviews", each(shown, part -> TextTable.figure(part.ids.reviews())))
                .row("ids", each(shown, part -> TextTable.figure(part.ids.tokens())))
                .row("unknown", each(shown, part -> TextTable.percent(part.ids.unknown())))
                .row("reviews cut to " + maxTokens, each(shown, part -> TextTable.figure(part.ids.cut())))
                .row("batches of " + batch, each(shown, part -> TextTable.figure(part.ids.batches())))
                .row("padding in them", each(shown, part -> TextTable.percent(part.ids.padding())))
                .row("from the cache", each(shown, part -> part.fromCache ? "yes" : "no"))
                .row("seconds", each(shown, part -> String.format(Locale.ROOT, "%.2f", part.seconds)))
                .render();
        return shown.corpus + ", vocabulary " + shown.vocabulary + ", chain "
                + Chain.parse(shown.chain).summary() + "\n\n" + table;
    }

    private static List<String> each(Shown shown, Function<EncodedPart, String> cell) {
        return shown.parts.stream().map(cell).toList();
    }
}
