package tritone.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a folder holds, seen from its names. Files or folders called {@code train}, {@code test} and so on are parts;
 * folders inside those, or inside a folder without such names, are labels; tables come before plain text files.
 */
final class CorpusFolder {
    private static final Comparator<Path> BY_NAME =
            Comparator.comparing(path -> path.toString().replace('\\', '/'));

    private final Path root;
    private final ReadingOptions options;

    CorpusFolder(Path root, ReadingOptions options) {
        this.root = root;
        this.options = options;
    }

    List<CorpusPart> parts() throws IOException {
        Map<Split, List<Path>> named = new EnumMap<>(Split.class);
        for (Path child : children(root)) {
            split(child)
                    .ifPresent(split -> named.computeIfAbsent(split, key -> new ArrayList<>())
                            .add(child));
        }
        List<CorpusPart> parts = new ArrayList<>();
        if (named.isEmpty() || named.keySet().equals(java.util.Set.of(Split.UNLABELLED))) {
            addParts(root, Split.WHOLE, parts);
        }
        for (Map.Entry<Split, List<Path>> entry : named.entrySet()) {
            for (Path child : entry.getValue()) {
                addParts(child, entry.getKey(), parts);
            }
        }
        return parts;
    }

    private static Optional<Split> split(Path child) {
        String name = child.getFileName().toString();
        boolean table = CorpusFormat.ofName(name).isPresent();
        return Files.isDirectory(child)
                ? Split.named(name)
                : Split.named(name.replaceFirst("\\.gz$", "").replaceFirst("\\.[^.]*$", ""))
                        .filter(split -> table);
    }

    private void addParts(Path path, Split split, List<CorpusPart> parts) throws IOException {
        if (!Files.isDirectory(path)) {
            parts.add(part(path, split, List.of(new Source.RowFile(path))));
            return;
        }
        List<Path> labelFolders = new ArrayList<>();
        for (Path child : children(path)) {
            if (Files.isDirectory(child) && split(child).isEmpty()) {
                labelFolders.add(child);
            } else if (Files.isDirectory(child) && split != Split.WHOLE) {
                parts.add(part(child, Split.UNLABELLED, List.of(texts(child, child, Optional.empty()))));
            }
        }
        parts.add(part(path, split, labelFolders.isEmpty() ? flat(path) : List.of(labelled(path, labelFolders))));
    }

    private CorpusPart part(Path path, Split split, List<Source> sources) {
        return new CorpusPart(path.toString(), split, root, sources, options);
    }

    /** A folder without folders: every table in it, else every text file. */
    private List<Source> flat(Path folder) throws IOException {
        List<Source> tables = new ArrayList<>();
        for (Path child : children(folder)) {
            Optional<CorpusFormat> format =
                    CorpusFormat.ofName(child.getFileName().toString());
            if (format.isPresent() && format.get() != CorpusFormat.LINES) {
                tables.add(new Source.RowFile(child));
            }
        }
        boolean asTexts = tables.isEmpty() || options.format().equals(Optional.of(CorpusFormat.FILES));
        return asTexts ? List.of(texts(folder, folder, Optional.empty())) : tables;
    }

    private Source labelled(Path parent, List<Path> folders) throws IOException {
        List<TextFile> files = new ArrayList<>();
        for (Path folder : folders) {
            String label = folder.getFileName().toString();
            files.addAll(texts(folder, parent, Optional.of(label)).texts());
        }
        return new Source.TextFiles(files);
    }

    private static Source.TextFiles texts(Path folder, Path parent, Optional<String> label) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return new Source.TextFiles(found.filter(CorpusFolder::isText)
                    .sorted(BY_NAME)
                    .map(file -> new TextFile(
                            file, parent.relativize(file).toString().replace('\\', '/'), label))
                    .toList());
        }
    }

    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        return CorpusFormat.ofName(name).equals(Optional.of(CorpusFormat.LINES))
                && !name.startsWith(".")
                && Files.isRegularFile(file);
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(child -> !child.getFileName().toString().startsWith("."))
                    .sorted(BY_NAME)
                    .toList();
        }
    }
}
