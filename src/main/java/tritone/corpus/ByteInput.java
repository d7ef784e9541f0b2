package tritone.corpus;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** An open file or stream as UTF-8, unzipped if it is gzip, whatever its name says. */
final class ByteInput implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final String name;
    private final CountingInputStream onDisk;
    private final boolean gzip;
    private final CountingInputStream unzipped;
    private final Charset charset;
    private final BufferedInputStream content;

    /** @param charset of what does not begin with a byte order mark; UTF-8 if there is none */
    ByteInput(String name, InputStream in, Optional<Charset> charset) throws IOException {
        this.name = name;
        this.onDisk = new CountingInputStream(in);
        BufferedInputStream raw = new BufferedInputStream(onDisk, BUFFER_BYTES);
        this.gzip = startsAsGzip(raw);
        this.unzipped = new CountingInputStream(gzip ? unzip(raw) : raw);
        BufferedInputStream plain = new BufferedInputStream(unzipped, BUFFER_BYTES);
        this.charset = marked(plain).or(() -> charset).orElse(StandardCharsets.UTF_8);
        this.content = this.charset.equals(StandardCharsets.UTF_8)
                ? plain
                : new BufferedInputStream(new Utf8InputStream(plain, this.charset), BUFFER_BYTES);
    }

    static ByteInput open(Path file, Optional<Charset> charset) throws IOException {
        InputStream in = PathName.isInArchive(file)
                ? new SummedInputStream(Files.newInputStream(file), (Long) Files.getAttribute(file, "zip:crc"))
                : Files.newInputStream(file);
        try {
            return new ByteInput(PathName.of(file), in, charset);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private InputStream unzip(InputStream raw) throws IOException {
        try {
            return new GZIPInputStream(new WaitingInputStream(raw), BUFFER_BYTES);
        } catch (EOFException | ZipException e) {
            throw cutOrDamaged();
        }
    }

    private CorpusFormatException cutOrDamaged() {
        return new CorpusFormatException(
                        name,
                        "expected a whole " + (gzip ? "gzip file" : "zip archive") + " but found a cut or damaged one")
                .ending();
    }

    private boolean startsAsGzip(InputStream raw) throws IOException {
        try {
            return isGzip(raw);
        } catch (EOFException | ZipException e) {
            throw cutOrDamaged();
        } catch (IOException e) {
            throw named(e);
        }
    }

    private IOException named(IOException failure) {
        return failure instanceof FileSystemException
                ? failure
                : new FileSystemException(name, null, failure.getMessage());
    }

    /** The charset that a byte order mark at the start tells; bytes after the first are only asked for if it could begin one. */
    private Optional<Charset> marked(BufferedInputStream plain) throws IOException {
        plain.mark(4);
        int first = read(plain);
        Optional<Charset> marked = switch (first) {
            case 0xef ->
                read(plain) == 0xbb && read(plain) == 0xbf ? Optional.of(StandardCharsets.UTF_8) : Optional.empty();
            case 0xfe -> read(plain) == 0xff ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
            case 0xff -> read(plain) == 0xfe ? Optional.of(littleEndian(plain)) : Optional.empty();
            default -> Optional.empty();
        };
        plain.reset();
        return marked;
    }

    /** After the two bytes that both begin with. */
    private static Charset littleEndian(InputStream plain) {
        return read(plain) == 0 && read(plain) == 0 ? Charset.forName("UTF-32LE") : StandardCharsets.UTF_16LE;
    }

    /** What cannot be read at all tells so when it is read for good. */
    private static int read(InputStream in) {
        try {
            return in.read();
        } catch (IOException e) {
            return -1;
        }
    }

    private static boolean isGzip(InputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip;
    }

    /** The first bytes, up to the end of the line or this many, which stay unread: a line may be all there is for now. */
    byte[] peekLine(int bytes) throws IOException {
        content.mark(bytes);
        byte[] start = new byte[bytes];
        int length = 0;
        for (int read = 0; read >= 0 && length < bytes && !holdsNewline(start, length); length += Math.max(0, read)) {
            read = read(start, length, bytes - length);
        }
        content.reset();
        return Arrays.copyOf(start, length);
    }

    private static boolean holdsNewline(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                return true;
            }
        }
        return false;
    }

    String name() {
        return name;
    }

    /** The fault of something in here that is no text. */
    CorpusFormatException noText(String place) {
        return new CorpusFormatException(
                place,
                "expected " + charset + " text but found other bytes"
                        + (charset.equals(StandardCharsets.UTF_8) ? " (--charset names another one)" : ""));
    }

    /**
     * Refuses what begins with two characters of two bytes each: its charset was not named, and its bytes could pass for
     * lines of UTF-8 all the same.
     */
    void checkWidth(byte[] bytes, int from, int to) {
        if (to - from < 4) {
            return;
        }
        boolean bigEndian = bytes[from] == 0 && bytes[from + 1] != 0 && bytes[from + 2] == 0 && bytes[from + 3] != 0;
        boolean littleEndian = bytes[from] != 0 && bytes[from + 1] == 0 && bytes[from + 2] != 0 && bytes[from + 3] == 0;
        if (bigEndian || littleEndian) {
            throw new CorpusFormatException(
                    name,
                    "expected " + charset + " text but found UTF-16 without a byte order mark (--charset UTF-16"
                            + (bigEndian ? "BE" : "LE") + " reads it)");
        }
    }

    /** Reads what comes next, as {@link InputStream#read(byte[], int, int)} does. */
    int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return content.read(bytes, offset, length);
        } catch (EOFException | ZipException e) {
            throw cutOrDamaged();
        } catch (IOException e) {
            throw named(e);
        }
    }

    /** Reads to the end, but no more than this many bytes. */
    byte[] readNBytes(int bytes) throws IOException {
        byte[] start = new byte[1 << 12];
        int length = 0;
        for (int read = 0; read >= 0 && length < bytes; length += Math.max(0, read)) {
            start = length == start.length ? Arrays.copyOf(start, 2 * length) : start;
            read = read(start, length, Math.min(start.length, bytes) - length);
        }
        return Arrays.copyOf(start, length);
    }

    BytesRead bytesRead() {
        return new BytesRead(onDisk.count(), unzipped.count());
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
