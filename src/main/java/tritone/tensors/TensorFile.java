package tritone.tensors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tritone.files.WholeFile;

/**
 * What a safetensors file holds: tensors by name, in the order of the file's header, and texts about them. In the file
 * stand the length of the header in eight bytes, the header in JSON, and the numbers, one tensor right behind the other.
 */
public record TensorFile(Map<String, Tensor> tensors, Map<String, String> metadata) {
    /** Of a file, and so of a tensor. */
    static final int MAX_BYTES = Integer.MAX_VALUE - 8; // the longest array that every virtual machine makes

    /** Keeps the order of both maps. */
    public TensorFile {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /**
     * Replaces the file or leaves it as it was. The tensors stand in the order of the map and the texts in that of their
     * names, so that equal content gives equal bytes.
     */
    public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) throws IOException {
        TensorFile content = new TensorFile(tensors, metadata);
        Header header = Header.of(content);
        byte[] json = header.toBytes();
        long bytes = Long.BYTES + json.length + header.dataBytes();
        if (bytes > MAX_BYTES) {
            throw new IllegalArgumentException(
                    file + ": expected a file of at most " + MAX_BYTES + " bytes but found " + bytes);
        }
        WholeFile.write(file, part -> content.writeTo(part, json));
    }

    private void writeTo(Path file, byte[] header) throws IOException {
        ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            Pieces.write(channel, length.putLong(header.length).flip());
            Pieces.write(channel, ByteBuffer.wrap(header));
            for (Tensor tensor : tensors.values()) {
                Pieces.write(channel, tensor.data());
            }
        }
    }

    /**
     * Reads and checks a file.
     *
     * @throws TensorFormatException if it is no safetensors file, or one with more than is allowed here
     */
    public static TensorFile read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new TensorFileReader(file, channel).read();
        }
    }
}
