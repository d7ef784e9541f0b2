package tritone.cli;

/** A word was asked for of which nothing is known. */
final class UnknownWordException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownWordException(String message) {
        super(message);
    }
}
