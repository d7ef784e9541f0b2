package tritone.inspection;

/** A file is not what it was when it was read before. */
public final class PartChangedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PartChangedException(String message) {
        super(message);
    }
}
