package tritone.corpus;

import java.nio.file.FileSystems;
import java.nio.file.Path;

/** What a file is called, be it in a folder or in a zip archive. */
final class PathName {
    private PathName() {}

    /** As its user knows it; {@code reviews.zip!/train.csv} in an archive. */
    static String of(Path file) {
        return isInArchive(file) ? archive(file) + "!" + file : file.toString();
    }

    /** As seen from a folder, the same on every platform. */
    static String relative(Path root, Path file) {
        if (isInArchive(file)) {
            return isInArchive(root)
                    ? slashed(root.relativize(file))
                    : relative(root, archive(file)) + "!" + slashed(file);
        }
        return slashed(root.toAbsolutePath().relativize(file.toAbsolutePath()));
    }

    /** The archive that a file lies in, or the file itself. */
    static Path archive(Path file) {
        // What an archive's file system calls itself is the path that it was opened by.
        return isInArchive(file) ? Path.of(file.getFileSystem().toString()) : file;
    }

    static boolean isInArchive(Path file) {
        return file.getFileSystem() != FileSystems.getDefault();
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
