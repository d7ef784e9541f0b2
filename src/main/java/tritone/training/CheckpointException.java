package tritone.training;

import java.nio.file.Path;

/** A training cannot go on from a file. The message is {@code file: why}. */
public final class CheckpointException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CheckpointException(Path file, String problem) {
        super(file + ": " + problem);
    }
}
