package tritone.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/** A zip archive as a folder. It stays open for as long as one of its paths is in use. */
final class ZipArchive {
    private static final byte[] FIRST_BYTES = {'P', 'K', 3, 4};
    private static final byte[] EMPTY = {'P', 'K', 5, 6};

    private static final String UTF_8 = "UTF-8";

    /** What zip archives began with; any byte is a character of it. */
    private static final String ANY_BYTES = "IBM437";

    private ZipArchive() {}

    /** Whether this is one, whatever its name says. */
    static boolean is(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return isBegunBy(in.readNBytes(FIRST_BYTES.length));
        }
    }

    static boolean isBegunBy(byte[] bytes) {
        byte[] first = Arrays.copyOf(bytes, FIRST_BYTES.length);
        return Arrays.equals(first, FIRST_BYTES) || Arrays.equals(first, EMPTY);
    }

    /** What is in it: the file, if there is a single one, else the folder of all. */
    static Path content(Path file, Optional<Charset> charset) throws IOException {
        Path root = root(file, charset);
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> files = all.filter(path -> Files.isRegularFile(path) && !isHidden(path))
                    .limit(2)
                    .toList();
            return files.size() == 1 ? files.get(0) : root;
        }
    }

    /** The names in old archives are in whatever charset their makers had; often that of what they name. */
    private static Path root(Path file, Optional<Charset> charset) throws IOException {
        Exception fault = null;
        for (String encoding : List.of(UTF_8, charset.map(Charset::name).orElse(UTF_8), ANY_BYTES)) {
            try {
                // Not closed: its paths are read later, and its channel closes itself once none of them is left.
                FileSystem archive = FileSystems.newFileSystem(file, Map.of("encoding", encoding));
                return archive.getRootDirectories().iterator().next();
            } catch (ZipException | ProviderNotFoundException | IllegalArgumentException e) {
                fault = e;
            }
        }
        throw new CorpusFormatException(file.toString(), problem(String.valueOf(fault.getMessage())));
    }

    /** Java tells by its message alone what is wrong with an archive. */
    private static String problem(String message) {
        if (message.contains("encrypted")) {
            return "expected a zip archive without a password but found an encrypted one";
        }
        return message.contains("compression method")
                ? "expected files that are deflated or stored but found another compression"
                : "expected a whole zip archive but found a cut or damaged one";
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
