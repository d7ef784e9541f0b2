package tritone.cli;

/** A corpus lacks what a command was to work on. */
final class MissingPartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingPartException(String message) {
        super(message);
    }
}
