package tritone.comparison;

/** A comparison has no answers to compare. */
public final class NothingToCompareException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NothingToCompareException(String message) {
        super(message);
    }
}
