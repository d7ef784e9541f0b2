package tritone.encoding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tritone.corpus.BytesRead;
import tritone.corpus.CorpusPart;
import tritone.files.Sha256;
import tritone.vocabulary.Vocabulary;

/**
 * Encoded corpora on disk, named after what they were made of: the corpus' bytes, the chain and the vocabulary. What has
 * not been used for longest is deleted when the folder outgrows its bound.
 */
public final class EncodingCache {
    private static final String ENDING = ".ids";
    private static final long MAX_BYTES = 8L << 30;

    private final Path folder;

    public EncodingCache(Path folder) {
        this.folder = folder;
    }

    /** An encoded corpus, and whether it was there already. */
    public record Entry(EncodedCorpus corpus, boolean found) {}

    /**
     * The part as ids, from the cache if it is there, else encoded into it. A stream cannot be looked up, and a part that may
     * have bad rows is read each time, since they are told of whenever they are left out.
     */
    public Entry encoded(CorpusPart part, Vocabulary vocabulary, int threads, Consumer<BytesRead> progress)
            throws IOException {
        Files.createDirectories(folder);
        if (part.isStream() || part.passesOverBadRows()) {
            return new Entry(encodedAside(part, vocabulary, threads, progress), false);
        }
        Path file = folder.resolve(key(part, vocabulary) + ENDING);
        Optional<EncodedCorpus> found = found(file);
        if (found.isPresent()) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return new Entry(found.get(), true);
        }
        new CorpusEncoder(vocabulary, threads).encode(part, file, progress);
        deleteOldest(file);
        return new Entry(EncodedCorpus.open(file), false);
    }

    /** What lies in this file; a damaged one counts as missing, since it can be made again. */
    private static Optional<EncodedCorpus> found(Path file) throws IOException {
        try {
            return Files.isRegularFile(file) ? Optional.of(EncodedCorpus.open(file)) : Optional.empty();
        } catch (EncodingFormatException e) {
            return Optional.empty();
        }
    }

    private EncodedCorpus encodedAside(
            CorpusPart part, Vocabulary vocabulary, int threads, Consumer<BytesRead> progress) throws IOException {
        Path file = Files.createTempFile(folder, "aside", ".part");
        // The ids stay mapped until the end of the process, and no one could find them again after it.
        file.toFile().deleteOnExit();
        new CorpusEncoder(vocabulary, threads).encode(part, file, progress);
        return EncodedCorpus.open(file);
    }

    private static String key(CorpusPart part, Vocabulary vocabulary) throws IOException {
        return new Sha256()
                .add(part.fingerprint())
                .add(vocabulary.sha256())
                .hex()
                .substring(0, 32);
    }

    /** Also what a killed process left half written. */
    private void deleteOldest(Path inUse) throws IOException {
        List<Path> newestFirst;
        try (Stream<Path> files = Files.list(folder)) {
            newestFirst = files.sorted(
                            Comparator.comparing((Path file) -> file.toFile().lastModified())
                                    .reversed())
                    .toList();
        }
        long yesterday = Instant.now().minus(Duration.ofDays(1)).toEpochMilli();
        long bytes = 0;
        for (Path file : newestFirst) {
            boolean left = file.toString().endsWith(".part") && file.toFile().lastModified() < yesterday;
            bytes += file.toString().endsWith(ENDING) ? file.toFile().length() : 0;
            boolean tooMuch = file.toString().endsWith(ENDING) && bytes > MAX_BYTES && !file.equals(inUse);
            if (left || tooMuch) {
                Files.deleteIfExists(file);
            }
        }
    }
}
