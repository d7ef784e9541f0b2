package tritone.files;

import java.io.IOException;
import java.nio.file.Path;

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
        try (Draft draft = Draft.of(file)) {
            writing.to(draft.path());
            draft.finish();
        }
    }
}
