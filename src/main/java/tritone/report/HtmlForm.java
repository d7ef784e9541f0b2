package tritone.report;

import java.util.stream.Collectors;
import tritone.explanation.Html;

/** Blocks as HTML that is well-formed XML as well, save for what charts.js reads. */
final class HtmlForm implements Form {
    @Override
    public String prose(Prose prose) {
        return "<p>" + Html.escaped(prose.text()) + "</p>\n";
    }

    @Override
    public String listing(Listing listing) {
        String lines = listing.text().lines().map(Html::escaped).collect(Collectors.joining("\n"));
        return "<pre tabindex=\"0\"><code>" + lines + "</code></pre>\n";
    }

    @Override
    public String table(Table table) {
        return HtmlTable.of(table);
    }

    @Override
    public String chart(Chart chart) {
        return HtmlChart.of(chart);
    }

    @Override
    public String examples(Examples examples) {
        return HtmlExamples.of(examples);
    }
}
