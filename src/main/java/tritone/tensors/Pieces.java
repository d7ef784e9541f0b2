package tritone.tensors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Moves a buffer piece by piece: a channel would take native memory as large as an array that it is given whole. */
final class Pieces {
    private static final int BYTES = 1 << 20;

    private Pieces() {}

    /** Writes all of the buffer from its position on. */
    static void write(FileChannel channel, ByteBuffer from) throws IOException {
        while (from.hasRemaining()) {
            ByteBuffer piece = next(from);
            from.position(from.position() + channel.write(piece));
        }
    }

    /** Fills the buffer from its position on; false if the file ends before that. */
    static boolean read(FileChannel channel, ByteBuffer to) throws IOException {
        while (to.hasRemaining()) {
            int read = channel.read(next(to));
            if (read < 0) {
                return false;
            }
            to.position(to.position() + read);
        }
        return true;
    }

    private static ByteBuffer next(ByteBuffer buffer) {
        return buffer.slice(buffer.position(), Math.min(buffer.remaining(), BYTES));
    }
}
