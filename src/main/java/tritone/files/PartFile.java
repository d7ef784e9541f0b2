package tritone.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is written row by row, under its name with {@code .part} at the end, and renamed when it is whole. What there
 * is of it stays if the work is broken off, so that it can go on.
 */
public final class PartFile {
    private final Path file;
    private final Path part;

    /** Nothing is opened yet. */
    public PartFile(Path file) {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
    }

    /** Where it stands until it is whole. */
    public Path part() {
        return part;
    }

    /** Continues after this many bytes; what follows them is dropped. */
    public OutputStream continueAfter(long bytes) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(bytes);
        channel.position(bytes);
        return new NamedOutputStream(Channels.newOutputStream(channel));
    }

    /** Gives the file its name. */
    public void finish() throws IOException {
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Says which file it was that could not be written. */
    private final class NamedOutputStream extends OutputStream {
        private final OutputStream out;

        NamedOutputStream(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw new FileSystemException(part.toString(), null, e.getMessage());
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
