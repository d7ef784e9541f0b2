package tritone.corpus;

/** A corpus, or one row of it, is not what it should be. The message is {@code place: what was expected but found}. */
public final class CorpusFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CorpusFormatException(String place, String problem) {
        super(place + ": " + problem);
    }

    CorpusFormatException(String file, long line, String problem) {
        this(file + ":" + line, problem);
    }
}
