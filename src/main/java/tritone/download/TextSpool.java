package tritone.download;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Texts in a file for as long as this is open: archives do not hold them in the order of reading, and all of them would take
 * more memory than a small machine has. First all are added, then they are read.
 */
final class TextSpool implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final FileChannel channel;
    private final OutputStream out;
    private long bytes;

    TextSpool(Path file) throws IOException {
        channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
    }

    /** Where a text begins. */
    long add(byte[] text) throws IOException {
        long start = bytes;
        out.write(text);
        bytes += text.length;
        return start;
    }

    /** No more will be added. */
    void finish() throws IOException {
        out.flush();
    }

    byte[] read(long start, int length) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(length);
        while (text.hasRemaining()) {
            if (channel.read(text, start + text.position()) < 0) {
                throw new EOFException("a text that was written is gone");
            }
        }
        return text.array();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
