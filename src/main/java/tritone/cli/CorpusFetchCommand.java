package tritone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tritone.download.CorpusFetcher;
import tritone.download.KnownCorpus;
import tritone.download.Patience;
import tritone.download.WebAddress;
import tritone.download.WrittenPart;

/** Data sets of others, by name. */
@Command(
        name = "fetch",
        mixinStandardHelpOptions = true,
        description = {
            "Downloads a data set, checks that every byte is right and keeps it in corpora, where other commands find it"
                    + " by its name. Without a name it lists what there is.",
            "A download that is broken off goes on where it was. Until it is whole it lies in the folder that"
                    + " TRITONE_CACHE names, else in tritone in the user's cache folder."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone corpus fetch",
            "  tritone corpus fetch imdb && tritone compare imdb",
            "  tritone corpus fetch imdb --from ~/Downloads/aclImdb_v1.tar.gz"
        })
final class CorpusFetchCommand implements Callable<Integer> {
    private final List<KnownCorpus> known;
    private final Path downloads;
    private final Patience patience;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The data set, such as imdb.")
    private String name;

    @Option(
            names = "--from",
            paramLabel = "URL|FILE",
            description =
                    "Take the archive from another address, or one that was downloaded; it must have the same sums.")
    private String from;

    @Option(names = "--again", description = "Replace what was fetched before.")
    private boolean again;

    CorpusFetchCommand() {
        this(KnownCorpus.ALL, Home.cache().resolve("downloads"), Patience.USUAL);
    }

    /** For tests: what is known decides which sums must be right. */
    CorpusFetchCommand(List<KnownCorpus> known, Path downloads, Patience patience) {
        this.known = List.copyOf(known);
        this.downloads = downloads;
        this.patience = patience;
    }

    @Override
    public Integer call() throws IOException {
        if (name == null) {
            if (from != null || again) {
                throw new ParameterException(
                        spec.commandLine(), "NAME must be one of " + names() + " but there is none");
            }
            spec.commandLine().getOut().print(list());
            return 0;
        }
        KnownCorpus corpus = known.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "NAME must be one of " + names() + " but was " + name));
        Path folder = place(corpus);
        if (corpus.isIn(folder) && !again) {
            spec.commandLine().getOut().print(folder + " is there already; --again fetches it anew\n");
            return 0;
        }
        checkFree(corpus, folder);
        return fetch(corpus, folder);
    }

    private static Path place(KnownCorpus corpus) {
        return Home.place("corpora", corpus.name());
    }

    private String names() {
        return known.stream().map(KnownCorpus::name).collect(Collectors.joining(", "));
    }

    private String list() throws IOException {
        TextTable table = new TextTable().row("name", "MB to download", "is there", "what it is");
        for (KnownCorpus corpus : known) {
            String megabytes =
                    String.format(Locale.ROOT, "%.0f", corpus.archive().bytes() / 1e6);
            table.row(corpus.name(), megabytes, corpus.isIn(place(corpus)) ? "yes" : "no", corpus.title());
        }
        return table.render();
    }

    /** Whatever else lies there is someone's own. */
    private void checkFree(KnownCorpus corpus, Path folder) throws IOException {
        if (Files.exists(folder) && !corpus.isIn(folder)) {
            throw new ParameterException(
                    spec.commandLine(), folder + " is there already and was not fetched: move it away first");
        }
    }

    private int fetch(KnownCorpus corpus, Path folder) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (StopSignal signal = new StopSignal()) {
            signal.hold();
            FetchProgress progress = new FetchProgress(spec.commandLine().getErr(), signal::isWanted);
            CorpusFetcher fetcher = new CorpusFetcher(corpus, downloads, patience, progress);
            try {
                List<WrittenPart> parts = fetch(fetcher, corpus, folder);
                progress.end();
                out.print(told(folder, corpus, parts));
                out.flush(); // before the signal lets the process end
                return 0;
            } catch (CancellationException e) {
                progress.stopped(fetcher.kept().orElse("nothing was written"));
                return Failures.INTERRUPTED;
            } finally {
                progress.end();
            }
        }
    }

    private List<WrittenPart> fetch(CorpusFetcher fetcher, KnownCorpus corpus, Path folder) throws IOException {
        Optional<String> other = Optional.ofNullable(from);
        if (other.isPresent() && !WebAddress.isMeant(from)) {
            return fetcher.read(file(from), folder);
        }
        URI address = other.map(this::address).orElse(corpus.archive().home());
        return fetcher.fetch(address, folder);
    }

    private Path file(String text) {
        if (text.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--from must be an address or a file but was empty");
        }
        return Path.of(text);
    }

    private URI address(String text) {
        try {
            return WebAddress.read(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--from " + e.getMessage());
        }
    }

    private static String told(Path folder, KnownCorpus corpus, List<WrittenPart> parts) {
        TextTable table = new TextTable().row("", "reviews", "groups (films)");
        for (WrittenPart part : parts) {
            table.row(part.name(), TextTable.figure(part.reviews()), TextTable.figure(part.groups()));
        }
        return folder + ", " + corpus.title() + "\n\n" + table.render() + "\nits authors ask to cite: "
                + corpus.citation().strip().replace("\n", " ") + "\n";
    }
}
