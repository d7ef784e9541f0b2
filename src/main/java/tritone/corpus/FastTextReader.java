package tritone.corpus;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reviews as fastText's supervised mode reads them: a line begins with {@code __label__} and the label, up to a space or tab;
 * what follows is the text. A line that begins otherwise has no label. fastText takes any word of a line that begins
 * so for a label; here it would stand in the text, and give the answer away.
 */
final class FastTextReader implements LineByLine {
    static final String PREFIX = "__label__";

    /** Where words end for fastText. */
    private static final String SPACES = " \t\u000b\f\r\0";

    private static final Pattern LABEL = Pattern.compile("(?<![^" + SPACES + "])" + PREFIX + "[^" + SPACES + "]*");

    private final LineReader lines;
    private final Escapes escapes;
    private final ReviewFields fields;

    FastTextReader(LineReader lines, Escapes escapes, ReviewFields fields) {
        this.lines = lines;
        this.escapes = escapes;
        this.fields = fields;
    }

    /** The word of this text that fastText would take for a label; null if there is none. */
    static String labelIn(String text) {
        Matcher label = LABEL.matcher(text);
        return label.find() ? label.group() : null;
    }

    /** Whether fastText would end a label before its last character. */
    static boolean isCut(String label) {
        return label.chars().anyMatch(character -> character == '\n' || SPACES.indexOf(character) >= 0);
    }

    @Override
    public Review next() throws IOException {
        String line = lines.next();
        return line == null ? null : review(TsvRows.withoutCarriageReturn(line));
    }

    private Review review(String line) {
        Matcher first = LABEL.matcher(line);
        boolean labelled = first.lookingAt();
        String label = labelled ? first.group().substring(PREFIX.length()) : "";
        if (labelled && label.isEmpty()) {
            throw new CorpusFormatException(place(), "expected a label after " + PREFIX + " but found none");
        }
        String rest = labelled ? line.substring(Math.min(line.length(), first.end() + 1)) : line;
        String other = labelIn(rest);
        if (other != null) {
            throw new CorpusFormatException(
                    place(),
                    "expected one label at the beginning of the line but found \"" + Quote.of(other) + "\" further on");
        }
        String text = escapes.decoded(rest, lines::place);
        return fields.review(
                field -> field == Field.TEXT ? text : field == Field.LABEL ? label : "", place(), lines.line());
    }

    @Override
    public LineReader lines() {
        return lines;
    }

    @Override
    public ReviewFields fields() {
        return fields;
    }
}
