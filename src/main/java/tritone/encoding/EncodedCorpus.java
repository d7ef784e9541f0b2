package tritone.encoding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import tritone.corpus.Labels;

/**
 * A part of a corpus as ids. The ids stay on disk and are mapped into memory, so that a corpus may be larger than the
 * heap; what is held per review is where it begins, its label and its rating. Safe for any number of threads.
 */
public final class EncodedCorpus {
    /** Ids in one mapping; a mapping must stay below 2 GiB. */
    private static final int SEGMENT_BITS = 28;

    /** Tokens, bytes of rows and reviews, at the beginning of the footer. */
    private static final int COUNTS_BYTES = 3 * Long.BYTES;

    private final IntBuffer[] segments;
    private final ByteBuffer rows;
    private final long[] starts; // [review + 1] in ids
    private final int[] rowStarts; // [review] in bytes of rows
    private final int[] labels; // [review] index of its spelling
    private final List<String> spellings = new ArrayList<>(); // of labels; empty for none

    private EncodedCorpus(ByteBuffer[] ids, ByteBuffer rows, int reviews) {
        this.segments = Arrays.stream(ids)
                .map(segment -> segment.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer())
                .toArray(IntBuffer[]::new);
        this.rows = rows;
        this.starts = new long[reviews + 1];
        this.rowStarts = new int[reviews];
        this.labels = new int[reviews];
        readRows();
    }

    /** Maps a file that {@link CorpusEncoder} wrote, after a look at each of its bytes. */
    static EncodedCorpus open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer footer = footer(channel, file);
            long tokens = footer.getLong();
            long rowBytes = footer.getLong();
            long reviews = footer.getLong();
            long checksum = footer.getLong();
            boolean whole = footer.getLong() == EncodedCorpusWriter.MAGIC
                    && tokens >= 0
                    && rowBytes >= 0
                    && tokens * Integer.BYTES + rowBytes + EncodedCorpusWriter.FOOTER_BYTES == channel.size();
            if (!whole) {
                throw new EncodingFormatException(file);
            }
            ByteBuffer[] ids = map(channel, tokens);
            ByteBuffer rows = channel.map(MapMode.READ_ONLY, tokens * Integer.BYTES, rowBytes);
            if (checksum(ids, rows, footer.rewind().limit(COUNTS_BYTES)) != checksum) {
                throw new EncodingFormatException(file);
            }
            return new EncodedCorpus(ids, rows, Math.toIntExact(reviews));
        }
    }

    private static ByteBuffer footer(FileChannel channel, Path file) throws IOException {
        ByteBuffer footer = ByteBuffer.allocate(EncodedCorpusWriter.FOOTER_BYTES);
        long at = channel.size() - footer.capacity();
        if (at < 0 || channel.read(footer, at) != footer.capacity()) {
            throw new EncodingFormatException(file);
        }
        return footer.flip();
    }

    private static ByteBuffer[] map(FileChannel channel, long tokens) throws IOException {
        int count = (int) (tokens + (1L << SEGMENT_BITS) - 1 >> SEGMENT_BITS);
        ByteBuffer[] segments = new ByteBuffer[count];
        for (int i = 0; i < count; i++) {
            long first = (long) i << SEGMENT_BITS;
            long bytes = Math.min(tokens - first, 1L << SEGMENT_BITS) * Integer.BYTES;
            segments[i] = channel.map(MapMode.READ_ONLY, first * Integer.BYTES, bytes);
        }
        return segments;
    }

    private static long checksum(ByteBuffer[] ids, ByteBuffer rows, ByteBuffer counts) {
        CRC32C checksum = new CRC32C();
        for (ByteBuffer segment : ids) {
            checksum.update(segment.duplicate());
        }
        checksum.update(rows.duplicate());
        checksum.update(counts);
        return checksum.getValue();
    }

    /** Walks over the rows once: what a training loop asks for often is kept, the rest is looked up. */
    private void readRows() {
        Map<String, Integer> seen = new HashMap<>();
        int at = 0;
        for (int review = 0; review < rowStarts.length; review++) {
            rowStarts[review] = at;
            starts[review + 1] = starts[review] + rows.getInt(at);
            int label = after(at + Integer.BYTES + Double.BYTES);
            String spelling = text(label);
            labels[review] = seen.computeIfAbsent(spelling, key -> seen.size());
            if (labels[review] == spellings.size()) {
                spellings.add(spelling);
            }
            at = after(after(label));
        }
    }

    /** Where the text that begins here ends. */
    private int after(int at) {
        return at + Integer.BYTES + rows.getInt(at);
    }

    private String text(int at) {
        byte[] bytes = new byte[rows.getInt(at)];
        rows.get(at + Integer.BYTES, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private int idPlace(int review) {
        return rowStarts[review] + Integer.BYTES + Double.BYTES;
    }

    /** How many reviews there are. */
    public int size() {
        return rowStarts.length;
    }

    /** How many ids they have together. */
    public long tokens() {
        return starts[rowStarts.length];
    }

    /** How many ids this review has, none of them cut off. */
    public int length(int review) {
        return (int) (starts[review + 1] - starts[review]);
    }

    /** Writes {@code count} ids of a review, from its id {@code from} on, to {@code target}. */
    public void copyIds(int review, int from, int[] target, int offset, int count) {
        Objects.checkFromIndexSize(from, count, length(review));
        long at = starts[review] + from;
        int done = 0;
        while (done < count) {
            int inSegment = (int) (at + done & (1L << SEGMENT_BITS) - 1);
            int part = Math.min(count - done, (1 << SEGMENT_BITS) - inSegment);
            segments[(int) (at + done >> SEGMENT_BITS)].get(inSegment, target, offset + done, part);
            done += part;
        }
    }

    /** The labels as they are spelt in the corpus. */
    public Set<String> labels() {
        return spellings.stream().filter(label -> !label.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The class of each review, or -1 if it has no label or one that these classes do not know. The classes are the whole
     * corpus' and not one part's: a part in which one is missing must count the others the same.
     */
    public int[] classes(Labels classes) {
        int[] bySpelling = spellings.stream().mapToInt(classes::indexOf).toArray();
        int[] byReview = new int[labels.length];
        for (int review = 0; review < byReview.length; review++) {
            byReview[review] = bySpelling[labels[review]];
        }
        return byReview;
    }

    public String id(int review) {
        return text(idPlace(review));
    }

    public OptionalDouble rating(int review) {
        double rating = rows.getDouble(rowStarts[review] + Integer.BYTES);
        return Double.isNaN(rating) ? OptionalDouble.empty() : OptionalDouble.of(rating);
    }

    public Optional<String> group(int review) {
        String group = text(after(after(idPlace(review))));
        return group.isEmpty() ? Optional.empty() : Optional.of(group);
    }
}
