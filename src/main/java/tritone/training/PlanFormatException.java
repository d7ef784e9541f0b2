package tritone.training;

import java.nio.file.Path;

/** A plan file is not what it should be. The message is {@code file: what is wrong}. */
public final class PlanFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PlanFormatException(Path file, String problem) {
        super(file + ": " + problem);
    }
}
