package tritone.corpus;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** An open file or stream, unzipped if it is gzip, whatever its name says. */
final class ByteInput implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final String name;
    private final CountingInputStream onDisk;
    private final CountingInputStream unzipped;
    private final BufferedInputStream content;

    ByteInput(String name, InputStream in) throws IOException {
        this.name = name;
        this.onDisk = new CountingInputStream(in);
        BufferedInputStream raw = new BufferedInputStream(onDisk, BUFFER_BYTES);
        this.unzipped = new CountingInputStream(startsAsGzip(raw) ? unzip(raw) : raw);
        this.content = new BufferedInputStream(unzipped, BUFFER_BYTES);
    }

    static ByteInput open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return new ByteInput(file.toString(), in);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private InputStream unzip(InputStream raw) throws IOException {
        try {
            return new GZIPInputStream(new WaitingInputStream(raw), BUFFER_BYTES);
        } catch (EOFException | ZipException e) {
            throw new CorpusFormatException(name, "expected a whole gzip file but found a cut or damaged one");
        }
    }

    private boolean startsAsGzip(InputStream raw) throws IOException {
        try {
            return isGzip(raw);
        } catch (IOException e) {
            throw named(e);
        }
    }

    private IOException named(IOException failure) {
        return failure instanceof FileSystemException
                ? failure
                : new FileSystemException(name, null, failure.getMessage());
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

    /** Reads what comes next, as {@link InputStream#read(byte[], int, int)} does. */
    int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return content.read(bytes, offset, length);
        } catch (EOFException | ZipException e) {
            throw new CorpusFormatException(name, "expected a whole gzip file but found a cut or damaged one");
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
