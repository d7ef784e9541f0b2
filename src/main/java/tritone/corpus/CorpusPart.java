package tritone.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tritone.files.Sha256;

/** The reviews of a corpus that serve one purpose. Can be read any number of times, unless they come from a stream. */
public final class CorpusPart {
    private final String name;
    private final Split split;
    private final List<Source> sources;
    private final ReadingOptions options;

    CorpusPart(String name, Split split, List<Source> sources, ReadingOptions options) {
        this.name = name;
        this.split = split;
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

    /** What it is read from. */
    List<Source> sources() {
        return sources;
    }

    /** Opens the reviews at the first one; close the reader after use. */
    public ReviewReader open() {
        return new PartReader(name, split, sources, options);
    }

    /** Opens only what a classifier looks at, ids and texts: labels and ratings may be anything. */
    public ReviewReader openTexts() {
        return new PartReader(name, split, sources, options.textsOnly());
    }

    /** The files of this part in the order of reading; none if it is a stream. */
    public List<Path> files() {
        return sources.stream().flatMap(source -> source.files().stream()).toList();
    }

    /** Whether some file is read by both, be it in different ways. */
    public boolean sharesFileWith(CorpusPart other) {
        Set<String> shared = realFiles();
        shared.retainAll(other.realFiles());
        return !shared.isEmpty();
    }

    private Set<String> realFiles() {
        Set<String> real = new HashSet<>();
        for (Path file : files()) {
            try {
                real.add(PathName.archive(file).toRealPath() + "!" + file.toRealPath());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return real;
    }

    /** Whether the reviews come from a stream and can be read only once. */
    public boolean isStream() {
        return sources.stream().anyMatch(Source.Stream.class::isInstance);
    }

    /** Whether rows that are no reviews are left out, and told of whenever the part is read. */
    public boolean passesOverBadRows() {
        return options.passedOver().isPresent();
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
     * SHA-256 over reading options, the bytes of all files, and their names: equal for two parts only if
     * they hold the same reviews.
     */
    public String fingerprint() throws IOException {
        Sha256 hash = new Sha256().add(options.fingerprint());
        for (Source source : sources) {
            for (Path file : source.files()) {
                hash.add(PathName.relative(source.root(), file)).add(Long.toString(Files.size(file)));
                hash.addFile(file);
            }
        }
        return hash.hex();
    }
}
