package tritone.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tritone.explanation.PageWord;

/** Blocks as Markdown, each followed by an empty line. */
final class MarkdownForm implements Form {
    /** Rows of a chart's table that people still read. */
    private static final int MOST_ROWS = 30;

    /** Words of a review that are named with what they did. */
    private static final int STRONGEST = 8;

    @Override
    public String prose(Prose prose) {
        return Markdown.escaped(prose.text()) + "\n\n";
    }

    @Override
    public String listing(Listing listing) {
        return Markdown.fenced(listing.text().lines().toList()) + "\n";
    }

    @Override
    public String table(Table table) {
        return Markdown.escaped(table.caption()) + "\n\n" + Markdown.table(table.head(), table.rows().stream()) + "\n";
    }

    @Override
    public String chart(Chart chart) {
        ChartFigures figures = ChartFigures.of(chart);
        String title = "### " + Markdown.escaped(chart.title()) + "\n\n" + Markdown.escaped(chart.caption()) + "\n\n";
        if (figures.size() > MOST_ROWS) {
            return title
                    + String.format(Locale.ROOT, "The drawing and its %,d points are in the page.\n\n", figures.size());
        }
        List<String> head = new ArrayList<>(List.of(""));
        head.addAll(figures.head());
        return title + Markdown.table(head, figures.groups().stream().flatMap(MarkdownForm::rows)) + "\n";
    }

    private static Stream<List<String>> rows(ChartFigures.Group group) {
        return group.rows().stream()
                .map(row -> Stream.concat(Stream.of(group.name()), row.stream()).toList());
    }

    @Override
    public String examples(Examples examples) {
        return Markdown.escaped(examples.caption()) + "\n\n"
                + examples.reviews().stream().map(MarkdownForm::review).collect(Collectors.joining());
    }

    private static String review(Examples.Example review) {
        String about = review.about().isEmpty() ? "" : ", " + Markdown.escaped(review.about());
        String text = review.answers().stream()
                .map(Examples.Answer::words)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .map(MarkdownForm::quote)
                .orElse("");
        return "### " + Markdown.escaped(review.id()) + "\n\nIts label: **" + Markdown.escaped(review.truth()) + "**"
                + about + "\n\n" + text
                + review.answers().stream().map(MarkdownForm::said).collect(Collectors.joining()) + "\n";
    }

    private static String quote(List<PageWord> words) {
        String text = words.stream().map(PageWord::text).collect(Collectors.joining(" "));
        return "> " + Markdown.escaped(text) + "\n\n";
    }

    private static String said(Examples.Answer answer) {
        return "- **" + Markdown.escaped(answer.contender()) + "** said **" + Markdown.escaped(answer.label())
                + "** with " + Figures.percent(answer.probability()) + ": " + (answer.right() ? "right" : "wrong")
                + strongest(answer.words()) + "\n";
    }

    private static String strongest(List<PageWord> words) {
        List<PageWord> strongest = words.stream()
                .filter(word -> word.attribution() != 0)
                .sorted(Comparator.comparingDouble((PageWord word) -> -Math.abs(word.attribution())))
                .limit(STRONGEST)
                .toList();
        return strongest.isEmpty()
                ? ""
                : strongest.stream()
                        .map(word -> String.format(
                                Locale.ROOT, "**%s** %+.2f", Markdown.escaped(word.text()), word.attribution()))
                        .collect(Collectors.joining(", ", "; moved most by ", ""));
    }
}
