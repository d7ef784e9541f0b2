package tritone.download;

/** An archive could not be had, or is not the one that was meant. */
public final class DownloadException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DownloadException(String message) {
        super(message);
    }
}
