package tritone.download;

/** An archive holds what it should not, or not what it should. The message is {@code place: what was expected but found}. */
public final class ArchiveFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ArchiveFormatException(String place, String problem) {
        super(place + ": " + problem);
    }
}
