package tritone.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tritone.explanation.Html;

/** A chart as HTML: what charts.js draws and what it listens to, hidden until it does, and the table for all others. */
final class HtmlChart {
    private HtmlChart() {}

    static String of(Chart chart) {
        String title = Html.escaped(chart.title());
        String caption = Html.escaped(chart.caption());
        return """
                <figure class="chart">
                <figcaption><h3>%1$s</h3><p>%2$s</p></figcaption>
                %3$s%4$s<div class="drawing" role="img" aria-label="%1$s. %2$s" hidden="hidden"></div>
                <button type="button" data-save="save" hidden="hidden">Save as SVG</button>
                <details><summary>Figures</summary>
                %5$s</details>
                <script type="application/json">%6$s</script>
                </figure>
                """.formatted(
                        title,
                        caption,
                        controls(axes(chart) + logs(chart)),
                        legend(chart),
                        HtmlTable.of(ChartFigures.of(chart), chart.title()),
                        ChartJson.of(chart));
    }

    private static String controls(String buttons) {
        return buttons.isEmpty() ? "" : "<div class=\"controls\" hidden=\"hidden\">\n" + buttons + "</div>\n";
    }

    private static String axes(Chart chart) {
        if (chart.xs().size() < 2) {
            return "";
        }
        return IntStream.range(0, chart.xs().size())
                .mapToObj(axis -> button(
                        "data-x=\"" + axis + "\"",
                        axis == 0,
                        Html.escaped(chart.xs().get(axis).name())))
                .collect(Collectors.joining("", "<div role=\"group\" aria-label=\"Horizontal axis\">\n", "</div>\n"));
    }

    private static String logs(Chart chart) {
        boolean x = IntStream.range(0, chart.xs().size()).anyMatch(axis -> ChartJson.allowsLog(chart, axis));
        return (x ? button("data-log=\"x\"", false, "log x") : "")
                + (ChartJson.allowsLog(chart) ? button("data-log=\"y\"", false, "log y") : "");
    }

    /** One button a name, for all series that have it. */
    private static String legend(Chart chart) {
        Map<String, Series> first = new LinkedHashMap<>();
        ChartFigures.shown(chart).forEach(one -> first.putIfAbsent(Html.cleaned(one.name()), one));
        return first.values().stream()
                .map(one -> button(
                        "data-name=\"" + Html.escaped(one.name()) + "\"",
                        true,
                        Look.of(one.style(), one.mark()).html(one.mark()) + "<span>" + Html.escaped(one.name())
                                + "</span>"))
                .collect(Collectors.joining(
                        "",
                        "<div class=\"legend\" role=\"group\" aria-label=\"Show or hide\" hidden=\"hidden\">\n",
                        "</div>\n"));
    }

    private static String button(String data, boolean pressed, String html) {
        return "<button type=\"button\" " + data + " aria-pressed=\"" + pressed + "\">" + html + "</button>\n";
    }
}
