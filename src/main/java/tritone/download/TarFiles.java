package tritone.download;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * The files of a {@code .tar.gz} in their order. Names are only names here, nothing is written under them; all the same an
 * archive is refused that holds one that would leave its folder, a link, a device, a file twice, or more than its bounds.
 */
final class TarFiles implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int NAME_CHARACTERS = 1024;

    /** Headers, padding and long names between two files. */
    private static final int BETWEEN_BYTES = 1 << 20;

    private final String name;
    private final ArchiveBounds bounds;
    private final long bytesOnDisk;
    private final BoundedInput onDisk;
    private final BoundedInput unzipped;
    private final TarArchiveInputStream tar;
    private final Set<String> seen = new HashSet<>();
    private final byte[] passedOver = new byte[BUFFER_BYTES];
    private int entries;
    private long fileBytes;

    private TarFiles(Path file, InputStream in, ArchiveBounds bounds) throws IOException {
        this.name = file.toString();
        this.bounds = bounds;
        this.bytesOnDisk = Files.size(file);
        this.onDisk = new BoundedInput(in, name, Long.MAX_VALUE);
        try {
            InputStream gzip = new GZIPInputStream(new BufferedInputStream(onDisk, BUFFER_BYTES), BUFFER_BYTES);
            this.unzipped = new BoundedInput(gzip, name, bounds.bytes());
        } catch (IOException e) {
            throw damaged(e);
        }
        this.tar = new TarArchiveInputStream(unzipped, "UTF-8");
    }

    static TarFiles open(Path file, ArchiveBounds bounds) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return new TarFiles(file, in, bounds);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** As errors begin with it. */
    String name() {
        return name;
    }

    /** How much of the archive is read, from 0 to 1. */
    double shareRead() {
        return (double) onDisk.count() / Math.max(1, bytesOnDisk);
    }

    /** The name of the next file, or null after the last. */
    String next() throws IOException {
        TarArchiveEntry entry = nextEntry();
        while (entry != null && entry.isDirectory()) {
            entry = nextEntry();
        }
        if (entry == null) {
            readToTheEnd();
            return null;
        }
        if (!seen.add(entry.getName())) {
            throw new ArchiveFormatException(name, "expected each file once but found twice " + entry.getName());
        }
        return entry.getName();
    }

    /** What the file that was named last holds; no file of this kind has more than {@code most} bytes. */
    byte[] content(int most) throws IOException {
        if (fileBytes > most) {
            throw new ArchiveFormatException(
                    name + ":" + tar.getCurrentEntry().getName(),
                    "expected at most " + PublishedArchive.figure(most) + " bytes but found "
                            + PublishedArchive.figure(fileBytes));
        }
        return read(() -> {
            byte[] content = tar.readNBytes((int) fileBytes);
            if (content.length < fileBytes) {
                throw new IOException("cut off");
            }
            return content;
        });
    }

    private TarArchiveEntry nextEntry() throws IOException {
        TarArchiveEntry entry = read(() -> {
            while (tar.getCurrentEntry() != null && tar.read(passedOver) > 0) {
                // What no one wanted to see of the last file; it was allowed for.
            }
            unzipped.allow(BETWEEN_BYTES);
            return tar.getNextEntry();
        });
        if (entry != null) {
            entries++;
            fileBytes = entry.getSize();
            new TarEntryCheck(name, bounds, NAME_CHARACTERS).check(entry, entries);
            unzipped.allow(fileBytes);
        }
        return entry;
    }

    /** The sum at the end of a gzip file is checked when it is reached. */
    private void readToTheEnd() throws IOException {
        read(() -> {
            unzipped.allow(BETWEEN_BYTES);
            while (unzipped.read(passedOver, 0, passedOver.length) >= 0) {
                // Only padding is to come.
            }
            return null;
        });
    }

    /** Reads, and says of whatever goes wrong on the way that the archive is damaged: no two libraries throw the same. */
    private <T> T read(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (ArchiveFormatException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private ArchiveFormatException damaged(Exception cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new ArchiveFormatException(
                name, "expected a whole tar.gz file but found a cut or damaged one (" + reason + ")");
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
