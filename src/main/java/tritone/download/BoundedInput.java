package tritone.download;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that pass, and lets no more pass than were allowed. */
final class BoundedInput extends FilterInputStream {
    private final String name;
    private final long most;
    private long count;
    private long allowed;

    /** {@code most} bytes may pass in all. */
    BoundedInput(InputStream in, String name, long most) {
        super(in);
        this.name = name;
        this.most = most;
        this.allowed = most;
    }

    long count() {
        return count;
    }

    /** So many more, until this is said again. */
    void allow(long bytes) {
        allowed = Math.min(most, count + bytes);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int wanted = (int) Math.min(length, Math.max(1, allowed - count));
        int read = in.read(bytes, offset, wanted);
        count += Math.max(0, read);
        if (count > allowed) {
            throw new ArchiveFormatException(
                    name,
                    allowed == most
                            ? "expected at most " + PublishedArchive.figure(most) + " bytes unzipped but found more"
                            : "expected an entry to be as long as it says but found more");
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        byte[] passed = new byte[(int) Math.min(1 << 13, Math.max(1, bytes))];
        return Math.max(0, read(passed, 0, (int) Math.min(passed.length, bytes)));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
