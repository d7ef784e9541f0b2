package tritone.encoding;

import java.nio.file.Path;

/** A file is no encoded corpus of this version, or a damaged one. */
final class EncodingFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    EncodingFormatException(Path file) {
        super(file + ": expected an encoded corpus of this version but found other bytes");
    }
}
