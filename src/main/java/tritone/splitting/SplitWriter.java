package tritone.splitting;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tritone.corpus.BytesRead;
import tritone.corpus.CorpusFormat;
import tritone.corpus.CorpusPart;
import tritone.corpus.Escapes;
import tritone.corpus.Field;
import tritone.corpus.Review;
import tritone.corpus.ReviewReader;
import tritone.corpus.ReviewWriter;
import tritone.files.Draft;

/**
 * Reads a corpus once more and writes each review into the file of its part, in the order of reading, with the group that it
 * was cut by. Of several parts the ids begin with the one they come from. The folder is there once {@link #finish} is called.
 */
public final class SplitWriter implements Closeable {
    private final CorpusSplit split;
    private final Draft folder;
    private final List<ReviewWriter> writers = new ArrayList<>();
    private int next;

    private SplitWriter(CorpusSplit split, Draft folder) {
        this.split = split;
        this.folder = folder;
    }

    /** @param gzip whether files are compressed; a format without files cannot be */
    public static SplitWriter open(CorpusSplit split, Path output, CorpusFormat format, boolean gzip)
            throws IOException {
        SplitWriter writer = new SplitWriter(split, Draft.of(output));
        try {
            for (String part : split.plan().names()) {
                Path file = writer.folder.path().resolve(fileName(part, format, gzip));
                writer.writers.add(ReviewWriter.open(file, format, Escapes.NONE));
            }
            return writer;
        } catch (IOException | RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    private static String fileName(String part, CorpusFormat format, boolean gzip) {
        return format.endings().isEmpty() ? part : part + "." + format.endings().get(0) + (gzip ? ".gz" : "");
    }

    /** Adds the reviews of a part that was indexed, in the same order as then. */
    public void add(CorpusPart part, Consumer<BytesRead> progress) throws IOException {
        String idStart = split.index().isOfSeveralParts() ? part.split() + "/" : "";
        try (ReviewReader reader = part.open()) {
            for (Review review = reader.next(); review != null; review = reader.next()) {
                add(review, idStart + review.id(), reader.place());
                progress.accept(reader.bytesRead());
            }
        }
    }

    private void add(Review review, String id, String place) throws IOException {
        SplitIndex index = split.index();
        if (next >= index.size() || !index.entry(next).text().equals(TextKey.of(review.text()))) {
            throw changed();
        }
        int part = split.part(next++);
        if (part < writers.size()) {
            writers.get(part)
                    .write(
                            new Review(
                                    id,
                                    review.text(),
                                    review.label(),
                                    review.rating(),
                                    index.group(review).or(review::group)),
                            place);
        }
    }

    private SplitException changed() {
        return new SplitException(split.index().name() + ": changed while it was read");
    }

    /** Gives the folder its name. */
    public void finish() throws IOException {
        if (next < split.index().size()) {
            throw changed();
        }
        for (ReviewWriter writer : writers) {
            writer.finish();
        }
        folder.finish();
    }

    /** In how many reviews there was something in a field that the format has no place for. */
    public Map<Field, Long> leftOut() {
        Map<Field, Long> leftOut = new EnumMap<>(Field.class);
        for (ReviewWriter writer : writers) {
            writer.leftOut().forEach((field, count) -> leftOut.merge(field, count, Long::sum));
        }
        return leftOut;
    }

    @Override
    public void close() throws IOException {
        try {
            for (ReviewWriter writer : writers) {
                writer.close();
            }
        } finally {
            folder.close();
        }
    }
}
