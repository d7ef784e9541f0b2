package tritone.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tritone.explanation.Html;

/** Text in Markdown as GitHub reads it: whatever is in it, it stays text on one line. */
final class Markdown {
    private static final Pattern STRUCTURE = Pattern.compile("[\\\\`*_\\[\\]#|~!$]");

    /** Before what would begin a list, or would be a rule or the line under a heading. */
    private static final Pattern BEGINNING =
            Pattern.compile("^(?=[-+=](?:[-+=\\s]|$))|(?<=^\\d{1,9})(?=[.)](?:\\s|$))");

    /** Within what would become a link, or call somebody, by itself; not even an escape keeps it from that. */
    private static final Pattern LINK = Pattern.compile("(?<=:)(?=//)|(?i)(?<=www)(?=\\.)|(?<=@)(?=\\S)");

    private static final String NOTHING = "<!-- -->";

    private Markdown() {}

    static String escaped(String text) {
        String line = Html.cleaned(text).strip();
        String plain = STRUCTURE.matcher(line).replaceAll("\\\\$0");
        String begun = BEGINNING.matcher(plain).replaceFirst("\\\\");
        String quoted = begun.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return LINK.matcher(quoted).replaceAll(NOTHING);
    }

    /** A table; columns of figures are not told apart, since GitHub's readers see them well enough. */
    static String table(List<String> head, Stream<List<String>> rows) {
        String rule = head.stream().map(cell -> "---").collect(Collectors.joining("|", "|", "|\n"));
        return row(head) + rule + rows.map(Markdown::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Markdown::escaped).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** Lines between fences that are longer than any run of ticks in them. */
    static String fenced(List<String> lines) {
        int longest = lines.stream()
                .flatMap(line -> Pattern.compile("`+").matcher(line).results())
                .mapToInt(ticks -> ticks.end() - ticks.start())
                .max()
                .orElse(0);
        String fence = "`".repeat(Math.max(3, longest + 1));
        return fence + "\n"
                + lines.stream().map(line -> Html.cleaned(line) + "\n").collect(Collectors.joining()) + fence + "\n";
    }
}
