package tritone.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** A file in a zip archive, at whose end its sum is looked at: Java's file system of archives does not. */
final class SummedInputStream extends FilterInputStream {
    private final CRC32 sum = new CRC32();
    private final long expected;

    SummedInputStream(InputStream in, long expected) {
        super(in);
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        if (read < 0 && sum.getValue() != expected) {
            throw new ZipException("expected the sum " + expected + " but found " + sum.getValue());
        }
        sum.update(bytes, offset, Math.max(0, read));
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
