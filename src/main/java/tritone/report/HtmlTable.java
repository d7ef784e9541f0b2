package tritone.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tritone.explanation.Html;

/** Tables as HTML, each in a box of its own that scrolls where the page is too narrow. */
final class HtmlTable {
    private HtmlTable() {}

    static String of(Table table) {
        List<String> heads = IntStream.range(0, table.head().size())
                .mapToObj(column -> head(table, column))
                .toList();
        String rows = table.rows().stream().map(HtmlTable::row).collect(Collectors.joining());
        return boxed(table.caption(), table.caption(), String.join("", heads), "<tbody>\n" + rows + "</tbody>\n");
    }

    private static String head(Table table, int column) {
        boolean figures = !table.rows().isEmpty()
                && table.rows().stream().map(row -> row.get(column)).allMatch(HtmlTable::isFigure);
        return cell("th scope=\"col\"", column > 0 && figures, table.head().get(column));
    }

    private static String row(List<String> cells) {
        return "<tr>"
                + IntStream.range(0, cells.size())
                        .mapToObj(column -> column == 0
                                ? cell("th scope=\"row\"", false, cells.get(0))
                                : cell("td", isFigure(cells.get(column)), cells.get(column)))
                        .collect(Collectors.joining())
                + "</tr>\n";
    }

    private static String cell(String tag, boolean figure, String text) {
        String name = tag.substring(0, 2);
        return "<" + tag + (figure ? " class=\"figure\"" : "") + ">" + Html.escaped(text) + "</" + name + ">";
    }

    private static boolean isFigure(String text) {
        return text.equals(Figures.NONE) || text.matches("(?s)[-+\u2212\u00b1]? ?\\d.*");
    }

    /** The figures of a chart, under the name of each series. */
    static String of(ChartFigures figures, String title) {
        String heads = figures.head().stream()
                .map(head -> cell("th scope=\"col\"", false, head))
                .collect(Collectors.joining());
        String bodies = figures.groups().stream()
                .map(group -> body(group, figures.head().size()))
                .collect(Collectors.joining());
        return boxed("Figures of " + title, title, heads, bodies);
    }

    private static String body(ChartFigures.Group group, int columns) {
        String rows = group.rows().stream()
                .map(row -> row.stream()
                        .map(cell -> "<td>" + Html.escaped(cell) + "</td>")
                        .collect(Collectors.joining("", "<tr>", "</tr>")))
                .collect(Collectors.joining());
        return "<tbody>\n<tr><th scope=\"rowgroup\" colspan=\"" + columns + "\">" + Html.escaped(group.name())
                + "</th></tr>\n" + rows + "\n</tbody>\n";
    }

    private static String boxed(String label, String caption, String heads, String bodies) {
        return "<div class=\"box\" tabindex=\"0\" role=\"region\" aria-label=\"" + Html.escaped(label)
                + "\">\n<table>\n<caption><span>" + Html.escaped(caption) + "</span></caption>\n<thead><tr>" + heads
                + "</tr></thead>\n" + bodies + "</table>\n</div>\n";
    }
}
