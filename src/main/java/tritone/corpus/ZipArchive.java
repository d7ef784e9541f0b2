package tritone.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/** A zip archive as a folder. It stays open for as long as one of its paths is in use. */
final class ZipArchive {
    private static final byte[] FIRST_BYTES = {'P', 'K', 3, 4};

    private ZipArchive() {}

    /** Whether this is one, whatever its name says. */
    static boolean is(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return isBegunBy(in.readNBytes(FIRST_BYTES.length));
        }
    }

    static boolean isBegunBy(byte[] bytes) {
        return bytes.length >= FIRST_BYTES.length
                && Arrays.equals(bytes, 0, FIRST_BYTES.length, FIRST_BYTES, 0, FIRST_BYTES.length);
    }

    /** What is in it: the file, if there is a single one, else the folder of all. */
    static Path content(Path file) throws IOException {
        Path root = root(file);
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> files = all.filter(path -> Files.isRegularFile(path) && !isHidden(path))
                    .limit(2)
                    .toList();
            return files.size() == 1 ? files.get(0) : root;
        }
    }

    private static Path root(Path file) throws IOException {
        try {
            // Not closed: its paths are read later, and its channel closes itself once none of them is left.
            FileSystem archive = FileSystems.newFileSystem(file, Map.of());
            return archive.getRootDirectories().iterator().next();
        } catch (ZipException | IllegalArgumentException e) {
            throw new CorpusFormatException(
                    file.toString(), "expected a whole zip archive but found a cut or damaged one");
        }
    }

    /** Names that begin with a dot, and what macOS adds of its own. */
    static boolean isHidden(Path path) {
        for (Path name : path) {
            if (name.toString().startsWith(".") || name.toString().equals("__MACOSX")) {
                return true;
            }
        }
        return false;
    }
}
