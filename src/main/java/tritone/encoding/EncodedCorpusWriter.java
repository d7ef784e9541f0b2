package tritone.encoding;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import tritone.corpus.Review;

/**
 * Writes the file that {@link EncodedCorpus} maps: the ids of all reviews (little-endian ints, one after the other), then
 * a row per review, then how many there are and a checksum. Ids go to disk at once; of each review only its row is held
 * until the end.
 */
final class EncodedCorpusWriter implements Closeable {
    /** Ends every file; a file of another version is encoded anew. */
    static final long MAGIC = 0x5452495430303031L;

    static final int FOOTER_BYTES = 5 * Long.BYTES;

    private final CheckedOutputStream checked;
    private final OutputStream out;
    private final ByteArrayOutputStream rowBytes = new ByteArrayOutputStream();
    private final DataOutputStream rows = new DataOutputStream(rowBytes);
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private long tokens;
    private long reviews;

    EncodedCorpusWriter(Path file) throws IOException {
        checked = new CheckedOutputStream(Files.newOutputStream(file), new CRC32C());
        out = new BufferedOutputStream(checked, 1 << 16);
    }

    void append(List<Review> block, EncodedReviews encoded) throws IOException {
        for (int i = 0; i < block.size(); i++) {
            writeRow(block.get(i), encoded.length(i));
        }
        int bytes = encoded.ids().length * Integer.BYTES;
        if (buffer.capacity() < bytes) {
            buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
        buffer.asIntBuffer().put(encoded.ids());
        out.write(buffer.array(), 0, bytes);
        tokens += encoded.ids().length;
        reviews += block.size();
    }

    private void writeRow(Review review, int length) throws IOException {
        rows.writeInt(length);
        rows.writeDouble(review.rating().orElse(Double.NaN));
        writeText(review.id());
        writeText(review.label().orElse(""));
        writeText(review.group().orElse(""));
    }

    private void writeText(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        rows.writeInt(bytes.length);
        rows.write(bytes);
    }

    void finish() throws IOException {
        rows.flush();
        rowBytes.writeTo(out);
        DataOutputStream footer = new DataOutputStream(out);
        footer.writeLong(tokens);
        footer.writeLong(rowBytes.size());
        footer.writeLong(reviews);
        footer.flush();
        footer.writeLong(checked.getChecksum().getValue());
        footer.writeLong(MAGIC);
        footer.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
