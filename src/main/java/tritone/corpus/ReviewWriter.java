package tritone.corpus;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import tritone.files.Draft;

/**
 * Writes reviews in any format that they are read from. The file or folder is there once {@link #finish} is called; closed
 * before, the writer leaves nothing behind. What a format has no place for is counted, and what would be read as something
 * else is refused. Belongs to one thread.
 *
 * <p>Tables begin with a header: id, label, rating, group, text.
 */
public final class ReviewWriter implements Closeable {
    private final Draft draft;
    private final ReviewSink sink;
    private final Map<Field, Long> leftOut = new EnumMap<>(Field.class);
    private long written;
    private boolean open = true;

    private ReviewWriter(Draft draft, ReviewSink sink) {
        this.draft = draft;
        this.sink = sink;
    }

    /** Begins a file, gzipped if its name ends in {@code .gz}, or a folder of format {@code files}. */
    public static ReviewWriter open(Path target, CorpusFormat format, Escapes escapes) throws IOException {
        boolean gzip = target.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        if (gzip && format == CorpusFormat.PARQUET) {
            throw new CorpusFormatException(
                    target.toString(), "expected a name for Parquet, which is compressed itself, but found one in .gz");
        }
        Draft draft = Draft.of(target);
        try {
            return new ReviewWriter(draft, sink(draft.path(), format, escapes, gzip));
        } catch (IOException | RuntimeException e) {
            draft.close();
            throw e;
        }
    }

    private static ReviewSink sink(Path path, CorpusFormat format, Escapes escapes, boolean gzip) throws IOException {
        return switch (format) {
            case TSV, CSV, JSONL -> new TableSink(text(path, gzip), format, escapes);
            case LINES, FASTTEXT -> new LinesSink(text(path, gzip), format, escapes);
            case PARQUET -> new ParquetSink(path);
            case FILES -> new FolderSink(path);
        };
    }

    private static Writer text(Path path, boolean gzip) throws IOException {
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
        return new BufferedWriter(
                new OutputStreamWriter(gzip ? new GZIPOutputStream(file) : file, StandardCharsets.UTF_8));
    }

    /** Readers pass over one byte order mark: a text that begins with such a character needs another before it. */
    static String afterByteOrderMark(String text) {
        return text.startsWith("\ufeff") ? "\ufeff" + text : text;
    }

    /** Writes one review; a refusal is known by its id. */
    public void write(Review review) throws IOException {
        write(review, review.id());
    }

    /**
     * Writes one review.
     *
     * @param place where it comes from: what a refusal begins with
     * @throws CorpusFormatException if the format cannot hold its text, label or rating; the next one may follow
     */
    public void write(Review review, String place) throws IOException {
        check(review, place);
        try {
            for (Field field : sink.write(review, place)) {
                leftOut.merge(field, 1L, Long::sum);
            }
        } catch (IOException | UncheckedIOException e) {
            throw named(e);
        }
        written++;
    }

    /** A full disk says that it is, but not which. */
    private IOException named(Exception failure) {
        Throwable fault = failure instanceof UncheckedIOException wrapped ? wrapped.getCause() : failure;
        return fault instanceof FileSystemException known
                ? known
                : new FileSystemException(draft.path().toString(), null, fault.getMessage());
    }

    private static void check(Review review, String place) {
        review.label().ifPresent(label -> {
            Quote.checkWhole("label", label, place);
            if (label.isBlank() || !label.equals(label.strip())) {
                throw new CorpusFormatException(
                        place, "expected a label without spaces around it but found \"" + Quote.of(label) + "\"");
            }
        });
        Quote.checkWhole("id", review.id(), place);
        Quote.checkWhole("group", review.group().orElse(""), place);
        Quote.checkWhole("text", review.text(), place);
    }

    /** How many reviews were written. */
    public long written() {
        return written;
    }

    /** In how many reviews there was something in a field that the format has no place for; fields with none are missing. */
    public Map<Field, Long> leftOut() {
        return Map.copyOf(leftOut);
    }

    /** Gives what was written its name; nothing can be written after that. */
    public void finish() throws IOException {
        open = false;
        try {
            sink.close();
        } catch (IOException | UncheckedIOException e) {
            throw named(e);
        }
        draft.finish();
    }

    @Override
    public void close() throws IOException {
        try {
            if (open) {
                open = false;
                sink.close();
            }
        } finally {
            draft.close();
        }
    }
}
