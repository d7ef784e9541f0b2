package tritone.classification;

/** Models that were to vote on one question have different ones. */
public final class DifferentLabelsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DifferentLabelsException(String message) {
        super(message);
    }
}
