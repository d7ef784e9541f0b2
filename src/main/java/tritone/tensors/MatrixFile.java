package tritone.tensors;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tritone.corpus.Quote;

/** The one matrix in a safetensors file, in any precision, row by row: no more than a row and the scales are in memory. */
public final class MatrixFile implements Closeable {
    private final Path file;
    private final FileChannel channel;
    private final long data; // where the first number of any tensor stands
    private final TensorEntry matrix;
    private final float[] scales; // [row], ones where there are none
    private final ByteBuffer bytes; // of a row

    private MatrixFile(Path file, FileChannel channel, List<TensorEntry> entries) throws IOException {
        this.file = file;
        this.channel = channel;
        this.data = channel.position();
        this.matrix = matrix(file, entries);
        // As long as the file is known to be: a width that no row has costs nothing.
        this.bytes = ByteBuffer.allocate(
                        rows() == 0 ? 0 : columns() * matrix.type().bytesPerNumber())
                .order(ByteOrder.LITTLE_ENDIAN);
        this.scales = matrix.type() == TensorType.I8 ? scales(entries) : null;
    }

    /**
     * Opens a file at its matrix.
     *
     * @throws TensorFormatException if there is none, or more than one
     */
    public static MatrixFile open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            Header header = new TensorFileReader(file, channel).header();
            return new MatrixFile(file, channel, header.entries());
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static TensorEntry matrix(Path file, List<TensorEntry> entries) {
        List<TensorEntry> matrices = entries.stream()
                .filter(entry -> entry.shape().sizes().size() == 2
                        && entry.type() != TensorType.I32
                        && !Rows.isScale(entry.name()))
                .toList();
        if (matrices.size() != 1) {
            String names = matrices.stream()
                    .limit(5)
                    .map(entry -> '"' + Quote.of(entry.name()) + '"')
                    .collect(Collectors.joining(", ", " ", ""));
            throw new TensorFormatException(
                    file, "expected one matrix but found " + matrices.size() + names.stripTrailing());
        }
        return matrices.get(0);
    }

    private float[] scales(List<TensorEntry> entries) throws IOException {
        String name = Rows.scaleOf(matrix.name());
        Optional<TensorEntry> scale =
                entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
        if (scale.isEmpty()
                || scale.get().type() != TensorType.F32
                || !scale.get().shape().sizes().equals(List.of(rows()))) {
            throw new TensorFormatException(
                    file,
                    "expected the scale of each of " + rows() + " rows, F32, as \"" + Quote.of(name)
                            + "\" but found none");
        }
        ByteBuffer read = ByteBuffer.allocate(rows() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        read(read, scale.get().begin());
        float[] scales = new float[rows()];
        read.asFloatBuffer().get(scales);
        return scales;
    }

    public int rows() {
        return matrix.shape().sizes().get(0);
    }

    public int columns() {
        return matrix.shape().sizes().get(1);
    }

    /** Writes a row to {@code target}. */
    public void read(int row, float[] target) throws IOException {
        read(bytes.clear(), matrix.begin() + (long) row * bytes.capacity());
        for (int i = 0; i < columns(); i++) {
            target[i] = switch (matrix.type()) {
                case F32 -> bytes.getFloat(i * Float.BYTES);
                case F16 -> Half.toFloat(bytes.getShort(i * Short.BYTES));
                case I8 -> bytes.get(i) * scales[row];
                case I32 -> throw new AssertionError("such a matrix is not chosen");
            };
        }
    }

    private void read(ByteBuffer into, long from) throws IOException {
        channel.position(data + from);
        if (!Pieces.read(channel, into)) {
            throw new TensorFormatException(file, "the file was cut while it was read");
        }
        into.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
