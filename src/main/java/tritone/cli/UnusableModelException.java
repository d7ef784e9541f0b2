package tritone.cli;

/** A model's files are as they were written, but nothing can be computed with it. */
final class UnusableModelException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnusableModelException(String message) {
        super(message);
    }
}
