package tritone.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * A file or folder in the making, beside its place, so that no reader ever sees a part of it. Closed before it is finished,
 * it leaves nothing behind.
 */
public final class Draft implements Closeable {
    private final Path target;
    private final Path path;

    private Draft(Path target, Path path) {
        this.target = target;
        this.path = path;
    }

    /** Makes the folder that the target is to lie in, if it is missing, and nothing else yet. */
    public static Draft of(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path path = folder.resolve(target.getFileName() + "." + UUID.randomUUID() + ".part");
        // For an end by Ctrl-C, where nothing is closed any more.
        path.toFile().deleteOnExit();
        return new Draft(target, path);
    }

    /** Where to write. */
    public Path path() {
        return path;
    }

    /** Gives it its name, in the place of a file or an empty folder, but never of a folder with something in it. */
    public void finish() throws IOException {
        Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        WholeFolder.delete(path);
    }
}
