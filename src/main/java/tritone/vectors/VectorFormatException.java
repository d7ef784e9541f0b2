package tritone.vectors;

import java.nio.file.Path;

/** A file does not hold vectors as it should. The message is {@code file:line: what is wrong} or names a byte. */
public final class VectorFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    VectorFormatException(Path file, String problem) {
        super(file + ": " + problem);
    }

    VectorFormatException(Path file, long line, String problem) {
        super(file + ":" + line + ": " + problem);
    }
}
