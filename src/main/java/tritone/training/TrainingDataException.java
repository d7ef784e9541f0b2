package tritone.training;

/** A plan and a corpus do not go together. The message says where and why. */
public final class TrainingDataException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TrainingDataException(String message) {
        super(message);
    }
}
