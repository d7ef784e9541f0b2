package tritone.model;

import java.nio.file.Path;

/** A model's folder is not what it should be. The message is {@code file: what is wrong}. */
public final class ModelFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ModelFormatException(Path file, String problem) {
        super(file + ": " + problem);
    }
}
