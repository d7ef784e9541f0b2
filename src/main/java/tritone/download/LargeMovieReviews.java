package tritone.download;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.zip.GZIPOutputStream;
import tritone.corpus.CorpusFormat;
import tritone.corpus.RowWriter;

/**
 * The Large Movie Review Dataset. {@code train/pos/12_9.txt} is review 12 of those that praise, rated 9, and line 12, from 0,
 * of {@code train/urls_pos.txt} names its film. Parts, order, ids and texts become what the reader of folders would make
 * of the unpacked archive; the films are more.
 */
final class LargeMovieReviews implements ArchiveLayout {
    private static final ArchiveBounds BOUNDS = new ArchiveBounds(200_000, 1L << 26, 1L << 30);
    private static final List<String> PARTS = List.of("train", "test", "unsup");
    private static final List<String> COLUMNS = List.of("id", "label", "rating", "group", "text");
    private static final int BUFFER_BYTES = 1 << 16;

    @Override
    public List<WrittenPart> write(Path archive, Path folder, DoubleConsumer progress) throws IOException {
        try (TextSpool spool = new TextSpool(folder.resolve("texts.spool"))) {
            MovieArchive contents;
            try (TarFiles files = TarFiles.open(archive, BOUNDS)) {
                contents = MovieArchive.read(files, spool, share -> progress.accept(share / 2));
            }
            List<WrittenPart> written = new ArrayList<>();
            for (String part : PARTS) {
                double begun = (double) written.size() / PARTS.size();
                DoubleConsumer share = done -> progress.accept((1 + begun + done / PARTS.size()) / 2);
                written.add(write(part, contents.part(part), spool, folder, share));
            }
            return written;
        }
    }

    private static WrittenPart write(
            String part, List<SpooledReview> reviews, TextSpool spool, Path folder, DoubleConsumer share)
            throws IOException {
        Set<String> films = new HashSet<>();
        try (RowWriter rows = open(folder.resolve(part + ".jsonl.gz"))) {
            for (int i = 0; i < reviews.size(); i++) {
                SpooledReview review = reviews.get(i);
                rows.write(row(review, text(review, spool)));
                films.add(review.film());
                share.accept((double) i / reviews.size());
            }
        }
        return new WrittenPart(part, reviews.size(), films.size());
    }

    private static RowWriter open(Path file) throws IOException {
        Writer out = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), BUFFER_BYTES), StandardCharsets.UTF_8);
        return RowWriter.of(out, CorpusFormat.JSONL, COLUMNS);
    }

    private static List<Object> row(SpooledReview review, String text) {
        List<Object> row = new ArrayList<>();
        row.add(review.id());
        row.add(review.label().orElse(null));
        row.add(review.rating() == 0 ? null : review.rating());
        row.add(review.film());
        row.add(text);
        return row;
    }

    /** Without a byte order mark, as the reader of folders has it. */
    private static String text(SpooledReview review, TextSpool spool) throws IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(spool.read(review.start(), review.length())))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ArchiveFormatException(review.id(), "expected UTF-8 text but found other bytes");
        }
    }
}
