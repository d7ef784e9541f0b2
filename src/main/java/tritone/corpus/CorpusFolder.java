package tritone.corpus;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a folder holds, seen from its names. Files or folders called {@code train}, {@code test} and so on are parts;
 * folders inside those, or inside a folder without such names, are labels; tables come before plain text files. What
 * begins with a dot is passed over.
 */
final class CorpusFolder {
    private static final Comparator<Path> BY_NAME =
            Comparator.comparing(path -> path.toString().replace('\\', '/'));

    /** How large parts are cut into several files by those who publish them. */
    private static final String SHARD = "-\\d{5}-of-\\d{5}$";

    private final Path root;
    private final ReadingOptions options;

    CorpusFolder(Path root, ReadingOptions options) {
        this.root = root;
        this.options = options;
    }

    List<CorpusPart> parts() throws IOException {
        List<Path> children = children(root);
        if (isWrapping(children)) {
            return new CorpusFolder(children.get(0), options).parts();
        }
        Map<Split, List<Path>> places = places(children);
        List<CorpusPart> parts = new ArrayList<>();
        for (Map.Entry<Split, List<Path>> entry : places.entrySet()) {
            List<Source> sources = new ArrayList<>();
            for (Path place : entry.getValue()) {
                sources.addAll(sources(place));
            }
            Path name = entry.getValue().size() == 1 ? entry.getValue().get(0) : root;
            parts.add(new CorpusPart(PathName.of(name), entry.getKey(), sources, options));
        }
        return parts;
    }

    /** Archives are often unpacked into a folder of their own, with the corpus as the only thing in it. */
    private static boolean isWrapping(List<Path> children) throws IOException {
        return children.size() == 1
                && Files.isDirectory(children.get(0))
                && split(children.get(0)).isEmpty()
                && children(children.get(0)).stream()
                        .anyMatch(child -> split(child).isPresent());
    }

    /** Where the parts lie; train/unsup is a part too, although it lies inside another. */
    private Map<Split, List<Path>> places(List<Path> children) throws IOException {
        Map<Split, List<Path>> places = new EnumMap<>(Split.class);
        for (Path child : children) {
            split(child).ifPresent(split -> add(places, split, child));
        }
        if (Set.of(Split.UNLABELLED).containsAll(places.keySet())) {
            add(places, Split.WHOLE, root);
        } else {
            for (Path child : children) {
                for (Path inner : split(child).isPresent() ? folders(child) : List.<Path>of()) {
                    split(inner).ifPresent(split -> add(places, split, inner));
                }
            }
        }
        return places;
    }

    private static void add(Map<Split, List<Path>> places, Split split, Path place) {
        places.computeIfAbsent(split, key -> new ArrayList<>()).add(place);
    }

    /** The split that a file or folder holds by its name; of files only those that could hold reviews. */
    static Optional<Split> split(Path path) {
        String name = path.getFileName().toString();
        if (Files.isDirectory(path)) {
            return Split.named(name);
        }
        return CorpusFormat.ofName(name).isEmpty()
                ? Optional.empty()
                : Split.named(name.replaceFirst("(?i)\\.gz$", "")
                        .replaceFirst("(?i)(\\.ft\\.txt|\\.[^.]*)$", "")
                        .replaceFirst(SHARD, ""));
    }

    private List<Source> sources(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of(new Source.RowFile(place, root));
        }
        List<TextFile> labelled = new ArrayList<>();
        for (Path folder : folders(place)) {
            if (split(folder).isEmpty()) {
                labelled.addAll(
                        texts(folder, place, Optional.of(folder.getFileName().toString())));
            }
        }
        return labelled.isEmpty() ? flat(place) : List.of(checked(new Source.TextFiles(labelled, place, root), place));
    }

    /** A folder without labels: every table in it, else every text file. */
    private List<Source> flat(Path folder) throws IOException {
        boolean linesWanted = options.format().equals(Optional.of(CorpusFormat.LINES));
        List<Source> tables = new ArrayList<>();
        for (Path child : children(folder)) {
            Optional<CorpusFormat> format =
                    CorpusFormat.ofName(child.getFileName().toString());
            boolean otherPart = folder.equals(root) && split(child).isPresent();
            if (!otherPart && format.isPresent() && (linesWanted || format.get() != CorpusFormat.LINES)) {
                tables.add(new Source.RowFile(child, root));
            }
        }
        boolean filesWanted = options.format().equals(Optional.of(CorpusFormat.FILES));
        return tables.isEmpty() || filesWanted
                ? List.of(checked(new Source.TextFiles(texts(folder, folder, Optional.empty()), folder, root), folder))
                : tables;
    }

    /** A format of rows cannot be read from files that are a review each. */
    private Source checked(Source.TextFiles texts, Path folder) {
        Optional<CorpusFormat> unfit = options.format().filter(format -> format != CorpusFormat.FILES);
        if (unfit.isPresent() && !texts.texts().isEmpty()) {
            throw new CorpusFormatException(
                    PathName.of(folder),
                    "expected files of format " + unfit.get() + " but found text files, a review each");
        }
        return texts;
    }

    private static List<TextFile> texts(Path folder, Path parent, Optional<String> label) throws IOException {
        try (Stream<Path> found = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return found.filter(file -> isText(file, parent))
                    .sorted(BY_NAME)
                    .map(file -> new TextFile(
                            file, parent.relativize(file).toString().replace('\\', '/'), label))
                    .toList();
        }
    }

    private static boolean isText(Path file, Path parent) {
        return Files.isRegularFile(file)
                && !ZipArchive.isHidden(parent.relativize(file))
                && CorpusFormat.ofName(file.getFileName().toString()).equals(Optional.of(CorpusFormat.LINES));
    }

    private static List<Path> folders(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        return children(place).stream().filter(Files::isDirectory).toList();
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(child -> !ZipArchive.isHidden(child.getFileName()))
                    .sorted(BY_NAME)
                    .toList();
        }
    }
}
