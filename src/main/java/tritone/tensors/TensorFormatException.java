package tritone.tensors;

import java.nio.file.Path;

/** A file does not hold tensors as it should. The message is {@code file: what is wrong}. */
public final class TensorFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TensorFormatException(Path file, String problem) {
        super(file + ": " + problem);
    }
}
