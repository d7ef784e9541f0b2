package tritone.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes a folder beside its place and renames it, so that no reader ever sees a part of it. */
public final class WholeFolder {
    private static final Pattern LEFT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.(part|old)");

    private WholeFolder() {}

    /** Replaces {@code folder}, or leaves it as it was if {@code writing} fails. */
    public static void write(Path folder, WholeFile.Writing writing) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        String unique = folder.getFileName() + "." + UUID.randomUUID();
        Path part = Files.createDirectory(parent.resolve(unique + ".part"));
        Path old = parent.resolve(unique + ".old");
        try {
            writing.to(part);
            // A folder cannot be renamed over another: for a moment there is none, which is better than a mixture.
            if (Files.exists(folder)) {
                Files.move(folder, old);
            }
            Files.move(part, folder);
        } finally {
            delete(part);
            if (Files.exists(old) && !Files.exists(folder)) {
                Files.move(old, folder);
            }
            delete(old);
        }
    }

    /** Deletes what is left of writings of this folder whose process was killed; there must be none that goes on. */
    public static void deleteLeftovers(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (!Files.isDirectory(parent)) {
            return;
        }
        String start = folder.getFileName() + ".";
        try (Stream<Path> beside = Files.list(parent)) {
            for (Path path : beside.toList()) {
                String name = path.getFileName().toString();
                if (name.startsWith(start)
                        && LEFT.matcher(name.substring(start.length())).matches()) {
                    delete(path);
                }
            }
        }
    }

    /** Deletes a folder and all that is in it, if it is there. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> found = Files.walk(folder)) {
            deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
