package tritone.splitting;

/** A corpus cannot be cut as it was wanted. */
public final class SplitException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SplitException(String message) {
        super(message);
    }
}
