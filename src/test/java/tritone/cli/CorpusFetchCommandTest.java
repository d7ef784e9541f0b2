package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static tritone.download.OddServer.first;
import static tritone.download.OddServer.good;
import static tritone.download.OddServer.status;
import static tritone.download.OddServer.whole;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tritone.download.KnownCorpus;
import tritone.download.MovieFiles;
import tritone.download.OddServer;
import tritone.download.Patience;

/** The command from end to end, with a small data set that is known under the name of the real one. */
@Timeout(120)
class CorpusFetchCommandTest {
    private static final Patience SHORT = new Patience(Duration.ofSeconds(20), 2, Duration.ofMillis(1));

    @TempDir
    private Path home;

    private byte[] archive;

    @BeforeEach
    void stay() throws IOException {
        System.setProperty("tritone.home", home.toString());
        archive = MovieFiles.complete().archive();
    }

    @AfterEach
    void leave() {
        System.clearProperty("tritone.home");
    }

    private Path folder() {
        return home.resolve("corpora/imdb");
    }

    private Path downloads() {
        return home.resolve("cache/downloads");
    }

    private Cli.Result fetch(URI at, Object... arguments) {
        KnownCorpus imdb = new KnownCorpus(
                "imdb", "Few Movies", MovieFiles.published(at, archive), KnownCorpus.IMDB.layout(), "Nobody.\n");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new CommandLine(new CorpusFetchCommand(List.of(imdb), downloads(), SHORT))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setParameterExceptionHandler(new FailureHandler())
                .setExecutionExceptionHandler(new FailureHandler())
                .execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        return new Cli.Result(exitCode, out.toString(), err.toString());
    }

    private void assertNothingLeft() {
        assertThat(home.resolve("corpora").toFile().list()).isNullOrEmpty();
    }

    @Test
    void aDataSetIsFetchedAndFoundByItsName() throws IOException {
        try (OddServer server = new OddServer(
                first(archive, archive.length / 2, archive.length, "ETag: \"a\""), good(archive, "\"a\""))) {
            Cli.Result fetched = fetch(server.address(), "imdb");

            assertThat(fetched.err()).isEqualTo("tritone: the connection broke off; next attempt in 0 s\n");
            assertThat(fetched.exitCode()).isZero();
            assertThat(fetched.out()).isEqualTo(folder() + """
                    , Few Movies

                           reviews  groups (films)
                    train       24               4
                    test        24               4
                    unsup       12               4

                    its authors ask to cite: Nobody.
                    """);
        }
        Cli.Result stats = Cli.run("corpus", "stats", "imdb", "--json");
        assertThat(stats.err()).isEmpty();
        assertThat(stats.out()).contains("\"reviews\" : 60", "\"unlabelled\" : 12");
        assertThat(TinyCorpora.names(folder()))
                .containsExactly("README.md", "test.jsonl.gz", "train.jsonl.gz", "unsup.jsonl.gz");
        assertThat(folder().resolve("README.md")).content().contains("# Few Movies", "> Nobody.", "SHA-256");
        assertThat(TinyCorpora.names(downloads())).containsExactly("archive.tar.gz.lock");
    }

    @Test
    void whatIsThereIsNotFetchedAgainUnlessOneAsksForIt() throws IOException {
        try (OddServer server = new OddServer(whole(archive))) {
            fetch(server.address(), "imdb");
            Cli.Result second = fetch(server.address(), "imdb");
            assertThat(second)
                    .isEqualTo(new Cli.Result(0, folder() + " is there already; --again fetches it anew\n", ""));
            assertThat(server.requests()).hasSize(1);

            assertThat(fetch(server.address(), "imdb", "--again").exitCode()).isZero();
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void theListTellsWhatIsThere() throws IOException {
        try (OddServer server = new OddServer(whole(archive))) {
            assertThat(fetch(server.address()).out()).isEqualTo("""
                    name  MB to download  is there  what it is
                    imdb               0        no  Few Movies
                    """);
            fetch(server.address(), "imdb");
            assertThat(fetch(server.address()).out()).contains("imdb               0       yes");
        }
        assertThat(Cli.run("corpus", "fetch").out()).contains("imdb              84        no  Large Movie Review");
    }

    @Test
    void anotherAddressOrAFileWillDo() throws IOException {
        URI nowhere = URI.create("http://127.0.0.1:1/archive.tar.gz");
        Path file = Files.write(home.resolve("mine.tgz"), archive);
        try (OddServer server = new OddServer(whole(archive))) {
            assertThat(fetch(nowhere, "imdb", "--from", server.address()).exitCode())
                    .isZero();
        }
        assertThat(fetch(nowhere, "imdb", "--again", "--from", file).exitCode()).isZero();
        assertThat(file).exists();
    }

    @Test
    void otherBytesAreNotTakenWhereverTheyComeFrom() throws IOException {
        byte[] other = archive.clone();
        other[other.length - 1] ^= 1;
        Path file = Files.write(home.resolve("mine.tgz"), other);
        try (OddServer server = new OddServer(whole(other))) {
            Cli.Result wrong = fetch(server.address(), "imdb");
            assertThat(wrong.exitCode()).isEqualTo(1);
            assertThat(wrong.err()).startsWith("tritone: " + server.address() + ": expected the MD5 ");
            assertThat(wrong.err().lines()).hasSize(1);

            Cli.Result mine = fetch(server.address(), "imdb", "--from", file);
            assertThat(mine.exitCode()).isEqualTo(1);
            assertThat(mine.err()).startsWith("tritone: " + file + ": expected the MD5 ");
        }
        assertNothingLeft();
        assertThat(fetch(URI.create("http://127.0.0.1:1/a.tar.gz"), "imdb", "--from", home.resolve("none.tgz")))
                .isEqualTo(
                        new Cli.Result(1, "", "tritone: " + home.resolve("none.tgz") + ": no such file or folder\n"));
    }

    @Test
    void anArchiveIsAFile() {
        URI nowhere = URI.create("http://127.0.0.1:1/a.tar.gz");

        assertThat(fetch(nowhere, "imdb", "--from", home))
                .isEqualTo(new Cli.Result(1, "", "tritone: " + home + ": expected a file but found a folder\n"));
        assertThat(fetch(nowhere, "imdb", "--from", " ").err())
                .startsWith("tritone: --from must be an address or a file but was empty\n");
    }

    @Test
    void whatBrokeOffSaysHowToGoOn() throws IOException {
        try (OddServer server = new OddServer(
                first(archive, archive.length / 2, archive.length, "ETag: \"a\""),
                status(503),
                good(archive, "\"a\""))) {
            Cli.Result broken = fetch(server.address(), "imdb");

            assertThat(broken.exitCode()).isEqualTo(1);
            assertThat(broken.err().lines().skip(1))
                    .singleElement()
                    .asString()
                    .startsWith("tritone: " + server.address() + ": the server answers 503, 2 times in a row; ")
                    .endsWith("archive.tar.gz.part holds 0.0 of 0.0 MB, and the same command goes on");
            assertNothingLeft();
            assertThat(fetch(server.address(), "imdb").exitCode()).isZero();
            assertThat(server.requests().get(2)).containsKey("range");
        }
    }

    @Test
    void aBadArchiveWithGoodSumsLeavesNothingButTheArchive() throws IOException {
        archive = MovieFiles.complete().put("../../evil.txt", "evil").archive();
        try (OddServer server = new OddServer(whole(archive))) {
            Cli.Result refused = fetch(server.address(), "imdb");

            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err())
                    .isEqualTo("tritone: " + downloads().resolve("archive.tar.gz")
                            + ": expected names that stay in their folder but found ../../evil.txt\n");
            assertNothingLeft();
            fetch(server.address(), "imdb");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aFolderOfSomeoneElseIsLeftAlone() throws IOException {
        Files.createDirectories(folder());
        Path own = Files.writeString(folder().resolve("README.md"), "my own reviews");

        for (Object[] words : new Object[][] {{"imdb"}, {"imdb", "--again"}}) {
            Cli.Result result = fetch(URI.create("http://127.0.0.1:1/a.tar.gz"), words);

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err())
                    .startsWith("tritone: " + folder() + " is there already and was not fetched: move it away first\n");
        }
        assertThat(own).hasContent("my own reviews");
    }

    @Test
    void wrongWordsAreWrongUsage() {
        URI nowhere = URI.create("http://127.0.0.1:1/a.tar.gz");
        assertThat(fetch(nowhere, "imbd").err()).startsWith("tritone: NAME must be one of imdb but was imbd\n");
        assertThat(fetch(nowhere, "imbd").exitCode()).isEqualTo(2);
        assertThat(fetch(nowhere, "--again").exitCode()).isEqualTo(2);
        Cli.Result plain = fetch(nowhere, "imdb", "--from", "http://example.org/a.tar.gz");
        assertThat(plain.exitCode()).isEqualTo(2);
        assertThat(plain.err())
                .startsWith(
                        "tritone: --from must be an address that begins with https://, without a user, but was http:");
    }

    @Test
    void theLineTellsShareSpeedAndTimeLeft() {
        assertThat(FetchProgress.line(42_000_000, 21_000_000, 84_000_000, 3))
                .isEqualTo("downloading   50 %  42.0 of 84.0 MB, 7.0 MB/s, 6 s left");
        assertThat(FetchProgress.line(42_000_000, 0, 84_000_000, 0)).isEqualTo("downloading   50 %  42.0 of 84.0 MB");
    }
}
