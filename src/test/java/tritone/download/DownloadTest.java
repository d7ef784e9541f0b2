package tritone.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tritone.download.OddServer.first;
import static tritone.download.OddServer.good;
import static tritone.download.OddServer.head;
import static tritone.download.OddServer.status;
import static tritone.download.OddServer.unmeasured;
import static tritone.download.OddServer.whole;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads from servers that do what servers do. */
@Timeout(60)
class DownloadTest {
    /** More than a busy machine takes for an answer. */
    private static final Patience USUAL = new Patience(Duration.ofSeconds(20), 3, Duration.ofMillis(1));

    /** Where nothing is to come. */
    private static final Patience SHORT = new Patience(Duration.ofMillis(400), 3, Duration.ofMillis(1));

    private static final byte[] CONTENT = random(300_000, 1);
    private static final byte[] OTHER = random(300_000, 2);
    private static final int HALF = 150_000;

    @TempDir
    private Path folder;

    private final PatientWatcher watcher = new PatientWatcher();

    private static byte[] random(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private Path file() {
        return folder.resolve("archive.tar.gz");
    }

    private Path part() {
        return folder.resolve("archive.tar.gz.part");
    }

    private void download(OddServer server) throws IOException {
        download(server, USUAL);
    }

    private void download(OddServer server, Patience patience) throws IOException {
        download(server, patience, CONTENT);
    }

    private void download(OddServer server, Patience patience, byte[] content) throws IOException {
        PublishedArchive archive = MovieFiles.published(server.address(), content);
        new Download(archive, server.address(), file(), patience, watcher).run();
    }

    private void assertWhole() {
        assertThat(file()).hasBinaryContent(CONTENT);
        assertThat(folder.toFile().list()).containsExactly("archive.tar.gz");
    }

    /** Neither a file nor what could be taken for the beginning of one. */
    private void assertNothingLeft() {
        assertThat(folder.toFile().list()).isEmpty();
    }

    private void assertFails(OddServer server, String sentence) {
        assertFails(server, USUAL, sentence);
    }

    private void assertFails(OddServer server, Patience patience, String sentence) {
        assertThatThrownBy(() -> download(server, patience))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining(sentence)
                .hasMessageStartingWith(server.address().toString());
        assertThat(file()).doesNotExist();
    }

    @Test
    void aFileComes() throws IOException {
        try (OddServer server = new OddServer(good(CONTENT, "\"a\""))) {
            download(server);

            assertWhole();
            assertThat(server.requests()).hasSize(1);
            assertThat(watcher.most).isEqualTo(CONTENT.length);
        }
    }

    @Test
    void aBrokenDownloadGoesOnWhereItWas() throws IOException {
        try (OddServer server =
                new OddServer(first(CONTENT, HALF, CONTENT.length, "ETag: \"a\""), good(CONTENT, "\"a\""))) {
            download(server);

            assertWhole();
            assertThat(watcher.failures).containsExactly("the connection broke off");
            assertThat(server.requests().get(1))
                    .containsEntry("range", "bytes=" + HALF + "-")
                    .containsEntry("if-range", "\"a\"");
        }
    }

    @Test
    void aLaterRunGoesOnToo() throws IOException {
        try (OddServer server = new OddServer(
                first(CONTENT, HALF, CONTENT.length, "Last-Modified: Tue, 02 Jul 2011 10:00:00 GMT"),
                status(503),
                status(503),
                good(CONTENT, "Tue, 02 Jul 2011 10:00:00 GMT"))) {
            assertFails(
                    server,
                    "the server answers 503, 3 times in a row; " + part() + " holds 0.2 of 0.3 MB, and the same");
            assertThat(part()).hasBinaryContent(Arrays.copyOf(CONTENT, HALF));

            download(server);

            assertWhole();
            assertThat(server.requests()).hasSize(4);
            assertThat(server.requests().get(3)).containsEntry("if-range", "Tue, 02 Jul 2011 10:00:00 GMT");
        }
    }

    @Test
    void anotherAddressGoesOnWithoutTheVersionThatTheFirstOneNamed() throws IOException {
        try (OddServer broken = new OddServer(first(CONTENT, HALF, CONTENT.length, "ETag: \"a\""), status(404));
                OddServer mirror = new OddServer(good(CONTENT, "\"mirror\""))) {
            assertFails(broken, "the server answers 404");

            download(mirror);

            assertWhole();
            assertThat(mirror.requests().get(0))
                    .containsEntry("range", "bytes=" + HALF + "-")
                    .doesNotContainKey("if-range");
        }
    }

    @Test
    void aServerThatKnowsNoPiecesSendsAllOfIt() throws IOException {
        try (OddServer server = new OddServer(first(CONTENT, HALF, CONTENT.length), whole(CONTENT))) {
            download(server);

            assertWhole();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes 0-299999/300000",
                "bytes 149999-299999/300000",
                "bytes 150000-299999/300001",
                "bytes 150000-300000/300000",
                "bytes */300000",
                "pages 150000-299999/300000",
                ""
            })
    void aPieceFromElsewhereIsNotTaken(String range) throws IOException {
        OddServer.Answer wrong = (request, out) -> {
            head(out, 206, "Content-Range: " + range, "Content-Length: " + HALF);
            out.write(OTHER, 0, HALF);
        };
        try (OddServer server =
                new OddServer(first(CONTENT, HALF, CONTENT.length, "ETag: \"a\""), wrong, good(CONTENT, "\"a\""))) {
            download(server);

            assertWhole();
            assertThat(server.requests()).hasSize(3);
            assertThat(server.requests().get(2)).doesNotContainKey("range");
            assertThat(watcher.failures)
                    .containsExactly("the connection broke off", "the server does not go on where it was asked to");
        }
    }

    @Test
    void aFileThatChangesOnTheWayIsFetchedFromItsBeginning() throws IOException {
        try (OddServer server =
                new OddServer(first(OTHER, HALF, OTHER.length, "ETag: \"old\""), good(CONTENT, "\"new\""))) {
            download(server);

            assertWhole();
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void aServerThatHidesTheChangeInAPieceIsFoundOutByItsTag() throws IOException {
        OddServer.Answer deaf = (request, out) ->
                good(CONTENT, "\"new\"").write(Map.of("range", request.getOrDefault("range", "bytes=0-")), out);
        try (OddServer server =
                new OddServer(first(OTHER, HALF, OTHER.length, "ETag: \"old\""), deaf, good(CONTENT, "\"new\""))) {
            download(server);

            assertWhole();
            assertThat(server.requests()).hasSize(3);
            assertThat(watcher.failures).contains("the server does not go on where it was asked to");
        }
    }

    @Test
    void piecesOfTwoFilesAreFoundOutByTheSumsAndFetchedOnceMore() throws IOException {
        OddServer.Answer silent = (request, out) -> {
            head(
                    out,
                    206,
                    "Content-Range: bytes " + HALF + "-299999/300000",
                    "Content-Length: " + (CONTENT.length - HALF));
            out.write(CONTENT, HALF, CONTENT.length - HALF);
        };
        try (OddServer server = new OddServer(first(OTHER, HALF, OTHER.length), silent, whole(CONTENT))) {
            download(server);

            assertWhole();
            assertThat(server.requests()).hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"300001, '300,001'", "299999, '299,999'", "999999999999, '999,999,999,999'", "0, 0"})
    void aFileOfAnotherLengthIsNotEvenFetched(long said, String shown) throws IOException {
        OddServer.Answer answer = (request, out) -> {
            head(out, 200, "Content-Length: " + said);
            out.write(CONTENT);
        };
        try (OddServer server = new OddServer(answer)) {
            assertFails(server, "expected 300,000 bytes but the server has " + shown);
            assertNothingLeft();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void moreThanThereMayBeIsNotWritten() throws IOException {
        OddServer.Answer endless = (request, out) -> {
            head(out, 200);
            while (true) {
                out.write(OTHER);
            }
        };
        try (OddServer server = new OddServer(endless)) {
            assertFails(server, "expected 300,000 bytes but the server sends more");
            assertNothingLeft();
            assertThat(watcher.most).isLessThanOrEqualTo(CONTENT.length);
        }
    }

    @Test
    void anAnswerThatSaysNoLengthIsTakenIfItIsRight() throws IOException {
        try (OddServer server = new OddServer(unmeasured(Arrays.copyOf(CONTENT, HALF)), unmeasured(CONTENT))) {
            download(server);

            assertWhole();
            assertThat(watcher.failures).containsExactly("the answer ended early");
        }
    }

    @Test
    void otherBytesOfTheSameLengthAreNoFile() throws IOException {
        try (OddServer server = new OddServer(whole(OTHER))) {
            assertFails(server, "expected the MD5 ");
            assertNothingLeft();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"md5, MD5", "sha1, SHA-1", "sha256, SHA-256"})
    void eachSumMustBeRight(String wrong, String name) throws IOException {
        try (OddServer server = new OddServer(whole(CONTENT))) {
            PublishedArchive right = MovieFiles.published(server.address(), CONTENT);
            PublishedArchive archive = new PublishedArchive(
                    right.home(),
                    right.bytes(),
                    wrong.equals("md5") ? "0".repeat(32) : right.md5(),
                    wrong.equals("sha1") ? "0".repeat(40) : right.sha1(),
                    wrong.equals("sha256") ? "0".repeat(64) : right.sha256());

            assertThatThrownBy(() -> new Download(archive, server.address(), file(), USUAL, watcher).run())
                    .hasMessageContaining("expected the " + name + " 000000");
            assertNothingLeft();
        }
    }

    @Test
    void aServerThatFallsSilentIsLeftAfterAWhile() throws IOException {
        OddServer.Answer silent = (request, out) -> {
            head(out, 200, "Content-Length: " + CONTENT.length, "ETag: \"a\"");
            out.write(CONTENT, 0, HALF);
            out.flush();
            Thread.sleep(30_000);
        };
        try (OddServer server = new OddServer(silent, good(CONTENT, "\"a\""))) {
            download(server, new Patience(Duration.ofSeconds(1), 5, Duration.ofMillis(1)));

            assertWhole();
            assertThat(watcher.failures).contains("nothing came for 1.0 s");
        }
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() throws IOException {
        try (OddServer server = new OddServer((request, out) -> Thread.sleep(30_000))) {
            assertFails(server, SHORT, "no answer for 0.4 s, 3 times in a row");
            assertNothingLeft();
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void attemptsThatBringMuchMayFailAnyNumberOfTimes() throws IOException {
        byte[] large = random(6 << 20, 4);
        OddServer.Answer tired = (request, out) -> {
            int from = Integer.parseInt(request.getOrDefault("range", "0").replaceAll("\\D", ""));
            head(out, 206, "Content-Range: bytes " + from + "-" + (large.length - 1) + "/" + large.length);
            out.write(large, from, Math.min(large.length - from, 1 << 20));
        };
        try (OddServer server = new OddServer(tired)) {
            download(server, USUAL, large);

            assertThat(file()).hasBinaryContent(large);
            assertThat(watcher.failures).hasSize(5);
        }
    }

    @Test
    void whatComesAgainAfterItWasLostIsNoProgress() throws IOException {
        byte[] large = random(4 << 20, 4);
        OddServer.Answer half = first(large, 2 << 20, large.length);
        OddServer.Answer refusal = status(416, "Content-Length: 0");
        OddServer.Answer[] answers = new OddServer.Answer[100];
        Arrays.setAll(answers, i -> i % 2 == 0 ? half : refusal);
        try (OddServer server = new OddServer(answers)) {
            assertThatThrownBy(() -> download(server, USUAL, large))
                    .hasMessageContaining("the connection broke off, 3 times in a row");
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void aHandshakeThatBreaksOffIsTriedAgain() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            Thread thread = new Thread(() -> breakOff(server));
            thread.setDaemon(true);
            thread.start();
            URI address = URI.create("https://127.0.0.1:" + server.getLocalPort() + "/archive.tar.gz");
            PublishedArchive archive = MovieFiles.published(address, CONTENT);

            assertThatThrownBy(() -> new Download(archive, address, file(), SHORT, watcher).run())
                    .isInstanceOf(DownloadException.class)
                    .hasMessageStartingWith(address + ": no secure connection: ")
                    .hasMessageEndingWith(", 3 times in a row");
            assertThat(watcher.failures).hasSize(2);
        }
    }

    private static void breakOff(ServerSocket server) {
        while (true) {
            try (Socket connection = server.accept()) {
                connection.getInputStream().read(new byte[1 << 14]);
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    @Test
    void noServerAtAllIsSaid() throws IOException {
        OddServer server = new OddServer(status(200));
        server.close();

        assertFails(server, "no connection to 127.0.0.1, 3 times in a row");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 410, 204, 304})
    void noIsTakenForAnAnswer(int status) throws IOException {
        try (OddServer server = new OddServer(status(status, "Content-Length: 0"))) {
            assertFails(server, "the server answers " + status);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503})
    void anotherAttemptFollowsWhatMayPass(int status) throws IOException {
        try (OddServer server = new OddServer(status(status, "Content-Length: 0"), good(CONTENT, "\"a\""))) {
            download(server);

            assertWhole();
            assertThat(watcher.failures).containsExactly("the server answers " + status);
        }
    }

    @Test
    void aRedirectionIsFollowed() throws IOException {
        try (OddServer server = new OddServer(status(302, "Location: /moved/here"), good(CONTENT, "\"a\""))) {
            download(server);

            assertWhole();
            assertThat(server.requests().get(1)).containsEntry("path", "/moved/here");
        }
    }

    @Test
    void aCircleOfRedirectionsEnds() throws IOException {
        try (OddServer server = new OddServer(status(301, "Location: /round"))) {
            assertFails(server, "leads elsewhere more than 5 times");
            assertThat(server.requests()).hasSize(6);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1/a", "ftp://localhost/a", "file:///etc/passwd", "https://a:b@localhost/"})
    void aRedirectionToNoSafeAddressIsNotFollowed(String location) throws IOException {
        try (OddServer server = new OddServer(status(302, "Location: " + location))) {
            assertFails(server, "leads to " + location + ", which is not followed");
        }
    }

    @Test
    void aPartThatIsTooLongIsNoPart() throws IOException {
        Files.write(part(), random(CONTENT.length + 1, 3));
        try (OddServer server = new OddServer(good(CONTENT, "\"a\""))) {
            download(server);

            assertWhole();
            assertThat(server.requests().get(0)).doesNotContainKey("range");
        }
    }

    @Test
    void aPartThatIsWholeIsNotAskedFor() throws IOException {
        Files.write(part(), CONTENT);
        try (OddServer server = new OddServer(status(500))) {
            download(server);

            assertWhole();
            assertThat(server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00ff\u00fe\n\u00ff",
                "\0\0",
                "ADDRESS\n\"a\u0001\"",
                "ADDRESS\n\"a\u007f\u00e9\"",
                "ADDRESS\n",
                ""
            })
    void aNoteThatSaysNothingOfUseIsNone(String note) throws IOException {
        Files.write(part(), Arrays.copyOf(CONTENT, HALF));
        try (OddServer server = new OddServer(good(CONTENT, "\"a\""))) {
            Files.write(
                    folder.resolve("archive.tar.gz.part.source"),
                    note.replace("ADDRESS", server.address().toString()).getBytes(StandardCharsets.ISO_8859_1));

            download(server);

            assertWhole();
            assertThat(server.requests().get(0)).containsKey("range").doesNotContainKey("if-range");
        }
    }

    @Test
    void aDamagedPartCostsOneMoreDownload() throws IOException {
        Files.write(part(), OTHER);
        try (OddServer server = new OddServer(good(CONTENT, "\"a\""))) {
            download(server);

            assertWhole();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aStopLeavesThePartAndTakesNoTime() throws IOException {
        OddServer.Answer slow = (request, out) -> {
            head(out, 200, "Content-Length: " + CONTENT.length, "ETag: \"a\"");
            out.write(CONTENT, 0, HALF);
            out.flush();
            Thread.sleep(30_000);
        };
        try (OddServer server = new OddServer(slow, good(CONTENT, "\"a\""))) {
            PublishedArchive archive = MovieFiles.published(server.address(), CONTENT);
            long started = System.nanoTime();

            assertThatThrownBy(() ->
                            new Download(archive, server.address(), file(), USUAL, new PatientWatcher(HALF)).run())
                    .isInstanceOf(CancellationException.class);

            assertThat(System.nanoTime() - started).isLessThan(USUAL.answer().toNanos());
            assertThat(part()).hasBinaryContent(Arrays.copyOf(CONTENT, HALF));
            download(server);
            assertWhole();
        }
    }

    @Test
    void onlySafeAddressesAreAsked() {
        for (String refused : new String[] {
            "http://ai.stanford.edu/a",
            "ftp://127.0.0.1/a",
            "https://me:secret@host/a",
            "http://localhost.example.com/",
            "https:///a"
        }) {
            assertThatThrownBy(() -> WebAddress.read(refused))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("https://");
        }
        assertThat(WebAddress.read("https://example.org/a.tar.gz")).hasHost("example.org");
        assertThat(WebAddress.read("http://localhost:8000/a")).hasPort(8000);
        URI home = URI.create("https://example.org/");
        assertThat(WebAddress.mayLead(home, URI.create("https://mirror.example.org/")))
                .isTrue();
        assertThat(WebAddress.mayLead(home, URI.create("http://127.0.0.1/"))).isFalse();
        assertThat(WebAddress.mayLead(home, URI.create("https://localhost/"))).isFalse();
    }
}
