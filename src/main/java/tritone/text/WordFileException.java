package tritone.text;

import java.nio.file.Path;

/** A file of stop words or synonyms is not what it should be. The message is {@code file:line: what was expected}. */
public final class WordFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WordFileException(String place, String problem) {
        super(place + ": " + problem);
    }

    WordFileException(Path file, String problem) {
        this(file.toString(), problem);
    }

    WordFileException(Path file, int line, String problem) {
        this(file + ":" + line, problem);
    }
}
