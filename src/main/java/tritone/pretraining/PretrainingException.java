package tritone.pretraining;

/** A text does not do to pre-train on. The message says why. */
public final class PretrainingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PretrainingException(String message) {
        super(message);
    }
}
