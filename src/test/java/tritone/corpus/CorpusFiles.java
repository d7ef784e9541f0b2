package tritone.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Small corpora on disk for tests. */
public final class CorpusFiles {
    private CorpusFiles() {}

    /** Writes this text, folders included, and returns the file. */
    public static Path write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    static List<Review> read(Path path) throws IOException {
        return read(Corpus.open(path, ReadingOptions.DEFAULTS));
    }

    static List<Review> read(Corpus corpus) throws IOException {
        List<Review> reviews = new ArrayList<>();
        for (CorpusPart part : corpus.parts()) {
            reviews.addAll(read(part));
        }
        return reviews;
    }

    static List<Review> read(CorpusPart part) throws IOException {
        List<Review> reviews = new ArrayList<>();
        try (ReviewReader reader = part.open()) {
            for (Review review = reader.next(); review != null; review = reader.next()) {
                reviews.add(review);
            }
        }
        return reviews;
    }

    static ReadingOptions format(CorpusFormat format) {
        return new ReadingOptions(Optional.of(format), Map.of(), Optional.empty(), Optional.empty());
    }

    static ReadingOptions columns(Map<Field, String> columns) {
        return new ReadingOptions(Optional.empty(), columns, Optional.empty(), Optional.empty());
    }

    static ReadingOptions labels(String... labels) {
        return new ReadingOptions(
                Optional.empty(), Map.of(), Optional.empty(), Optional.of(Labels.of(List.of(labels))));
    }
}
