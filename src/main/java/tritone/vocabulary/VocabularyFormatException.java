package tritone.vocabulary;

import java.nio.file.Path;

/** A vocabulary file is not what it should be. The message is {@code file:line: what is wrong}. */
public final class VocabularyFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    VocabularyFormatException(Path file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
    }

    VocabularyFormatException(Path file, String problem) {
        super(file + ": " + problem);
    }
}
