package tritone.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes a file beside its place and renames it, so that no reader ever sees a part of it. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes the file at the path that it is given. */
    @FunctionalInterface
    public interface Writing {
        void to(Path file) throws IOException;
    }

    /** Replaces {@code file}, or leaves it as it was if {@code writing} fails; its folder is made if it is missing. */
    public static void write(Path file, Writing writing) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path part = folder.resolve(file.getFileName() + "." + UUID.randomUUID() + ".part");
        // For an end by Ctrl-C, where nothing below is reached any more.
        part.toFile().deleteOnExit();
        try {
            writing.to(part);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
