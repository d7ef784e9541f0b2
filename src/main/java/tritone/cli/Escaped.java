package tritone.cli;

/** Text from files for a terminal, which control characters could drive. */
final class Escaped {
    private Escaped() {}

    /** Newlines and tabs stay; any other control character becomes a question mark. */
    static String text(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\n\t]]", "?");
    }
}
