package tritone.text;

/** Takes the tokens of a text, one after the other. */
@FunctionalInterface
public interface TokenSink {
    /** The characters are only good during this call. */
    void accept(char[] characters, int length);
}
