package tritone.corpus;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reviews from one place, in one or more parts.
 *
 * <p>Layouts that are understood: a table or text file, plain or gzipped; a folder of text files, or of folders of them
 * that are labels (as in the Large Movie Review Dataset); a folder whose files or folders are called train, validation,
 * test or unsup.
 */
public final class Corpus {
    private final String name;
    private final List<CorpusPart> parts;

    private Corpus(String name, List<CorpusPart> parts) {
        this.name = name;
        this.parts = List.copyOf(parts);
    }

    /** The corpus in this file, folder or archive. Only names are looked at; faults inside show when it is read. */
    public static Corpus open(Path path, ReadingOptions options) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (Files.isDirectory(path)) {
            return new Corpus(path.toString(), new CorpusFolder(path, options).parts());
        }
        if (!Files.isRegularFile(path)) {
            // A named pipe, or what a shell makes of <(command).
            return of(path.toString(), new FileInputStream(path.toFile()), options);
        }
        return ZipArchive.is(path) ? ofArchive(path, options) : new Corpus(path.toString(), whole(path, options));
    }

    private static Corpus ofArchive(Path file, ReadingOptions options) throws IOException {
        Path content = ZipArchive.content(file, options.charset());
        return new Corpus(
                file.toString(),
                Files.isDirectory(content) ? new CorpusFolder(content, options).parts() : whole(content, options));
    }

    private static List<CorpusPart> whole(Path file, ReadingOptions options) {
        Path folder = file.toAbsolutePath().getParent();
        Source source = options.format().equals(Optional.of(CorpusFormat.FILES))
                ? new Source.TextFiles(
                        List.of(new TextFile(file, file.getFileName().toString(), Optional.empty())), folder, folder)
                : new Source.RowFile(file, folder);
        return List.of(new CorpusPart(PathName.of(file), Split.WHOLE, List.of(source), options));
    }

    /**
     * Several files and folders as one corpus, as if they lay in one folder: what is called train, test and so on is a part,
     * and beside parts everything else is learnt from too.
     */
    public static Corpus open(String name, List<Path> places, ReadingOptions options) throws IOException {
        CorpusUnion union = new CorpusUnion();
        for (Path place : places) {
            union.add(place, open(place, options));
        }
        return new Corpus(name, union.parts(name, options));
    }

    /** The reviews that this stream brings; they can be read once. */
    public static Corpus of(String name, InputStream in, ReadingOptions options) {
        Source source = new Source.Stream(name, in);
        return new Corpus(name, List.of(new CorpusPart(name, Split.WHOLE, List.of(source), options)));
    }

    /** The path as it was given. */
    public String name() {
        return name;
    }

    public List<CorpusPart> parts() {
        return parts;
    }

    /** The part to learn from: the one for training, else the whole. */
    public CorpusPart training() {
        return part(Split.TRAIN)
                .or(() -> part(Split.WHOLE))
                .orElseThrow(() -> new CorpusFormatException(name, "expected a part for training but found none"));
    }

    /** The part with this purpose, if there is one. */
    public Optional<CorpusPart> part(Split split) {
        return parts.stream().filter(part -> part.split() == split).findFirst();
    }
}
