package tritone.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The reviews of a corpus that serve one purpose. Can be read any number of times, unless they come from a stream. */
public final class CorpusPart {
    private final String name;
    private final Split split;
    private final Path root;
    private final List<Source> sources;
    private final ReadingOptions options;

    CorpusPart(String name, Split split, Path root, List<Source> sources, ReadingOptions options) {
        this.name = name;
        this.split = split;
        this.root = root;
        this.sources = List.copyOf(sources);
        this.options = options;
    }

    public Split split() {
        return split;
    }

    /** The file, folder or stream that this part is, as its user knows it. */
    public String name() {
        return name;
    }

    /** Opens the reviews at the first one; close the reader after use. */
    public ReviewReader open() {
        return new PartReader(name, sources, options);
    }

    /** The files of this part in the order of reading; none if it is a stream. */
    public List<Path> files() {
        return sources.stream().flatMap(source -> source.files().stream()).toList();
    }

    /** Whether the reviews come from a stream and can be read only once. */
    public boolean isStream() {
        return sources.stream().anyMatch(Source.Stream.class::isInstance);
    }

    /** Bytes on disk, for progress; 0 for a stream. */
    public long bytesOnDisk() {
        long bytes = 0;
        for (Path file : files()) {
            try {
                bytes += Files.size(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return bytes;
    }

    /**
     * SHA-256 over reading options, the bytes of all files, and their names inside a folder: equal for two parts only if
     * they hold the same reviews.
     */
    public String fingerprint() throws IOException {
        MessageDigest digest = sha256();
        digest.update(options.fingerprint().getBytes(StandardCharsets.UTF_8));
        byte[] buffer = new byte[1 << 16];
        for (Path file : files()) {
            String relative = root.toAbsolutePath()
                    .relativize(file.toAbsolutePath())
                    .toString()
                    .replace('\\', '/');
            digest.update(("\0" + relative + "\0" + Files.size(file) + "\0").getBytes(StandardCharsets.UTF_8));
            try (InputStream in = Files.newInputStream(file)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
