package tritone.tensors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tritone.corpus.Quote;

/** Reads one file. No memory is taken for anything before it is known that the file is long enough to hold it. */
final class TensorFileReader {
    // Written out: Java makes those that are put together of methods anew in every start.
    private static final Comparator<TensorEntry> PLACE = (one, other) -> one.begin() == other.begin()
            ? Long.compare(one.end(), other.end())
            : Long.compare(one.begin(), other.begin());

    private final Path file;
    private final FileChannel channel;

    TensorFileReader(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    TensorFile read() throws IOException {
        Header header = header();
        return new TensorFile(inOrderOf(header, tensors(placed(header))), header.metadata());
    }

    private static List<TensorEntry> placed(Header header) {
        return header.entries().stream().sorted(PLACE).toList();
    }

    /** What is where in the file, which is long enough; the channel then stands at the first number. */
    Header header() throws IOException {
        long size = channel.size();
        if (size < Long.BYTES || size > TensorFile.MAX_BYTES) {
            throw fault(
                    "expected a file of " + Long.BYTES + " to " + TensorFile.MAX_BYTES + " bytes but found " + size);
        }
        long length = take(Long.BYTES).getLong();
        long most = Math.min(Header.MAX_BYTES, size - Long.BYTES);
        if (length < 0 || length > most) {
            throw fault("expected a header of at most " + most + " bytes but found its length to be "
                    + Long.toUnsignedString(length));
        }
        Header header = HeaderReader.read(file, take((int) length).array());
        checkCover(placed(header), size - Long.BYTES - length);
        return header;
    }

    /** The tensors must lie one behind the other, without holes, from the first byte to the last. */
    private void checkCover(List<TensorEntry> placed, long bytes) {
        long at = 0;
        for (TensorEntry entry : placed) {
            long expected = entry.shape().bytes(entry.type());
            if (entry.end() - entry.begin() != expected) {
                throw fault("expected data_offsets " + expected + " bytes apart for " + named(entry) + ", "
                        + entry.type() + " " + entry.shape() + ", but found " + entry.begin() + " and " + entry.end());
            }
            if (entry.begin() != at) {
                throw fault("expected " + named(entry) + " to begin at " + at + " but found " + entry.begin());
            }
            at = entry.end();
        }
        if (at != bytes) {
            throw fault("expected " + at + " bytes after the header but found " + bytes);
        }
    }

    private Map<String, Tensor> tensors(List<TensorEntry> placed) throws IOException {
        Map<String, Tensor> tensors = new HashMap<>();
        for (TensorEntry entry : placed) {
            ByteBuffer data = take((int) (entry.end() - entry.begin()));
            tensors.put(entry.name(), Tensor.of(entry.type(), entry.shape(), data));
        }
        return tensors;
    }

    private static Map<String, Tensor> inOrderOf(Header header, Map<String, Tensor> tensors) {
        Map<String, Tensor> ordered = new LinkedHashMap<>();
        header.entries().forEach(entry -> ordered.put(entry.name(), tensors.get(entry.name())));
        return ordered;
    }

    private ByteBuffer take(int bytes) throws IOException {
        ByteBuffer taken = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (!Pieces.read(channel, taken)) {
            throw fault("expected " + bytes + " more bytes but the file was cut while it was read");
        }
        return taken.flip();
    }

    private static String named(TensorEntry entry) {
        return '"' + Quote.of(entry.name()) + '"';
    }

    private TensorFormatException fault(String problem) {
        return new TensorFormatException(file, problem);
    }
}
