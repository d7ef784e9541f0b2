package tritone.download;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import tritone.files.PartFile;

/**
 * A published archive on its way into a file, over as many attempts as it takes. What there is of it lies under the file's
 * name with {@code .part} at the end, and a later download goes on there; the name itself is given once all sums are right.
 * What the server says of lengths is only used to give up early: what counts is the bytes that came.
 */
final class Download {
    /** An attempt that brought so much more than ever was there does not count as a failure after failures. */
    private static final long MUCH = 1 << 20;

    private static final long TICK_MILLIS = 50;

    private final PublishedArchive archive;
    private final URI from;
    private final PartFile file;
    private final Path note;
    private final Patience patience;
    private final FetchWatcher watcher;
    private final WebSource source;
    private boolean pieced;

    Download(PublishedArchive archive, URI from, Path file, Patience patience, FetchWatcher watcher) {
        this.archive = archive;
        this.from = WebAddress.check(from);
        this.file = new PartFile(file);
        this.note = this.file.part().resolveSibling(this.file.part().getFileName() + ".source");
        this.patience = patience;
        this.watcher = watcher;
        this.source = new WebSource(patience, watcher::isStopWanted);
    }

    /** Afterwards the file is there and right. */
    void run() throws IOException {
        fill();
        Optional<String> fault = fault();
        if (fault.isPresent() && pieced) {
            // Its pieces may be of two files, or one was damaged where it lay.
            forget();
            fill();
            fault = fault();
        }
        if (fault.isPresent()) {
            forget();
            throw new DownloadException(from + ": " + fault.get());
        }
        file.finish();
        Files.deleteIfExists(note);
    }

    private Optional<String> fault() throws IOException {
        return archive.fault(file.part(), this::checked);
    }

    private void checked(long bytes) {
        checkStop();
        watcher.checked(bytes, archive.bytes());
    }

    private void checkStop() {
        if (watcher.isStopWanted()) {
            throw new CancellationException();
        }
    }

    private void forget() throws IOException {
        Files.deleteIfExists(file.part());
        Files.deleteIfExists(note);
    }

    private long have() throws IOException {
        return Files.exists(file.part()) ? Files.size(file.part()) : 0;
    }

    /** Tries until as many bytes are there as there must be. */
    private void fill() throws IOException {
        if (have() > archive.bytes()) {
            forget();
        }
        pieced = have() > 0;
        int failures = 0;
        long most = have(); // what is lost and comes again is no progress, and might never end
        for (long before = most; before < archive.bytes(); before = have()) {
            String failure = attempt(before);
            if (have() < archive.bytes()) {
                failures = have() - most >= MUCH ? 1 : failures + 1;
                most = Math.max(most, have());
                pause(failure, failures);
            }
        }
    }

    /** Adds what one answer brings, and says why it was not more. */
    private String attempt(long offset) throws IOException {
        Optional<String> version = DownloadNote.read(note).versionAt(from);
        try (WebAnswer answer = source.get(from, offset, version)) {
            receive(answer.body(), start(answer, offset, version));
            return "the answer ended early";
        } catch (FileSystemException e) {
            throw e; // of the disk, which another attempt does not mend
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    /** Where in the file the answer begins. */
    private long start(WebAnswer answer, long offset, Optional<String> version) throws IOException {
        if (answer.status() == WebAnswer.WHOLE) {
            checkLength(answer);
            forget();
            new DownloadNote(from.toString(), answer.version()).write(note);
            pieced = false;
            return 0;
        }
        if (answer.goesOn(offset, archive.bytes(), version)) {
            pieced = true;
            return offset;
        }
        if (answer.status() == WebAnswer.PIECE || answer.status() == WebAnswer.NO_SUCH_PIECE) {
            forget();
            throw new IOException("the server does not go on where it was asked to");
        }
        if (answer.isPassing()) {
            throw new IOException("the server answers " + answer.status());
        }
        throw new DownloadException(from + ": the server answers " + answer.status());
    }

    private void checkLength(WebAnswer answer) {
        if (answer.length().isPresent() && answer.length().getAsLong() != archive.bytes()) {
            throw new DownloadException(from + ": " + archive.expectedBytes() + " but the server has "
                    + PublishedArchive.figure(answer.length().getAsLong()));
        }
    }

    private void receive(ArrivingBytes body, long start) throws IOException {
        long there = start;
        try (OutputStream out = file.continueAfter(start)) {
            for (List<ByteBuffer> piece = next(body); piece != null; piece = next(body)) {
                for (ByteBuffer bytes : piece) {
                    there += bytes.remaining();
                    checkBound(there);
                    byte[] copy = new byte[bytes.remaining()];
                    bytes.get(copy);
                    out.write(copy, 0, copy.length);
                }
                watcher.downloaded(there, archive.bytes());
            }
        }
    }

    private List<ByteBuffer> next(ArrivingBytes body) throws IOException {
        return body.next(patience.answer(), watcher::isStopWanted);
    }

    private void checkBound(long there) throws IOException {
        if (there > archive.bytes()) {
            forget();
            throw new DownloadException(from + ": " + archive.expectedBytes() + " but the server sends more");
        }
    }

    private void pause(String failure, int failures) throws IOException {
        if (failures >= patience.attempts()) {
            throw new DownloadException(
                    from + ": " + failure + (failures == 1 ? "" : ", " + failures + " times in a row") + goingOn());
        }
        long millis = patience.pauseAfter(failures).toMillis();
        watcher.failed(failure, millis);
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            checkStop();
            sleep();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(TICK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    /** What is there for the next time; nothing if nothing is. */
    private String goingOn() throws IOException {
        return have() == 0 ? "" : "; " + kept(file.part(), archive.bytes());
    }

    /** How much of this many bytes a part holds, in words. */
    static String kept(Path part, long of) throws IOException {
        return String.format(
                Locale.ROOT,
                "%s holds %.1f of %.1f MB, and the same command goes on",
                part,
                Files.size(part) / 1e6,
                of / 1e6);
    }
}
