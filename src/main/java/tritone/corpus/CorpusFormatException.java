package tritone.corpus;

/** A corpus, or one row of it, is not what it should be. The message is {@code place: what was expected but found}. */
public final class CorpusFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean endsInput;

    CorpusFormatException(String place, String problem) {
        super(place + ": " + problem);
        endsInput = false;
    }

    private CorpusFormatException(CorpusFormatException fault) {
        super(fault.getMessage(), fault);
        endsInput = true;
    }

    CorpusFormatException(String file, long line, String problem) {
        this(file + ":" + line, problem);
    }

    /** The same fault, where nothing after it can be read. */
    CorpusFormatException ending() {
        return endsInput ? this : new CorpusFormatException(this);
    }

    /** Whether more than a row is lost: nothing after it can be read. */
    public boolean endsInput() {
        return endsInput;
    }
}
