package tritone.model;

import java.util.Locale;
import java.util.regex.Pattern;
import tritone.evaluation.Interval;

/** A card while it is written. Names and commands come from elsewhere: whatever is in them, a line stays one. */
final class CardText {
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

    private final StringBuilder text = new StringBuilder();

    void line(String format, Object... values) {
        text.append(oneLine(format(format, values))).append('\n');
    }

    /** A heading with space around it. */
    void heading(String title) {
        line("");
        line("## %s", title);
        line("");
    }

    /** The first row of a table, and the line below it. */
    void tableHead(String... columns) {
        line("| %s |", String.join(" | ", columns));
        line("|%s", "---|".repeat(columns.length));
    }

    /** Many lines that someone else wrote. */
    void lines(String foreign) {
        foreign.lines().map(line -> line.replace("\t", "    ")).forEach(line -> line("%s", line));
    }

    static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String oneLine(String foreign) {
        return BREAKS.matcher(foreign).replaceAll(" ");
    }

    /** As a text in YAML. */
    static String quoted(String foreign) {
        return '"' + oneLine(foreign).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** In a cell of a table. */
    static String cell(String foreign) {
        return foreign.replace("|", "\\|");
    }

    static String percent(double share) {
        return format("%.2f %%", 100 * share);
    }

    static String interval(Interval interval) {
        return format("%.2f to %.2f %%", 100 * interval.low(), 100 * interval.high());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
