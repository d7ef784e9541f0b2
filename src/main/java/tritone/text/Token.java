package tritone.text;

/** A token and the stretch of the original text that it stands for. */
public record Token(String text, int start, int end) {}
