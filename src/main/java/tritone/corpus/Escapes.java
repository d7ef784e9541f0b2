package tritone.corpus;

import java.util.function.Supplier;

/** Whether a row spells what would end a cell or a row: tabs, newlines and carriage returns as \t, \n and \r. */
public enum Escapes {
    /** A backslash is a character like others; what a row cannot hold is refused. */
    NONE,
    /** \t, \n, \r and \\ stand for characters. */
    BACKSLASH;

    /**
     * The text that is meant by what a row holds.
     *
     * @param place is only asked for if something is wrong there: to name it takes as long as to cut a row
     */
    String decoded(String cell, Supplier<String> place) {
        int backslash = this == NONE ? -1 : cell.indexOf('\\');
        if (backslash < 0) {
            return cell;
        }
        StringBuilder text = new StringBuilder(cell.length());
        int start = 0;
        for (; backslash >= 0; backslash = cell.indexOf('\\', start)) {
            text.append(cell, start, backslash).append(meant(cell, backslash + 1, place));
            start = backslash + 2;
        }
        return text.append(cell, start, cell.length()).toString();
    }

    private static char meant(String cell, int at, Supplier<String> place) {
        return switch (at < cell.length() ? cell.charAt(at) : ' ') {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case '\\' -> '\\';
            default ->
                throw new CorpusFormatException(
                        place.get(),
                        "expected \\t, \\n, \\r or \\\\ but found \""
                                + Quote.of(cell.substring(at - 1, Math.min(at + 1, cell.length()))) + "\"");
        };
    }

    /**
     * How a row holds this text.
     *
     * @param breaking the characters that the row cannot hold as they are
     */
    String encoded(String text, String breaking, String place) {
        if (this == BACKSLASH) {
            return spelt(text);
        }
        for (int i = 0; i < text.length(); i++) {
            if (breaking.indexOf(text.charAt(i)) >= 0) {
                throw new CorpusFormatException(
                        place,
                        "expected text that fits a row without "
                                + String.join(", ", spelt(breaking).split("(?=\\\\)"))
                                + " but found " + spelt(text.substring(i, i + 1)) + " as character " + (i + 1)
                                + " (--output-escapes writes it so)");
            }
        }
        return text;
    }

    private static String spelt(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
