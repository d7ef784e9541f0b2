package tritone.report;

import java.util.List;
import java.util.stream.Collectors;
import tritone.explanation.Html;
import tritone.explanation.ReviewHtml;

/** Reviews as HTML: the first answer to each in full, the others behind a line that opens. */
final class HtmlExamples {
    private HtmlExamples() {}

    static String of(Examples examples) {
        return """
                <div class="examples">
                <p>%s</p>
                <p class="small">%s</p>
                %s</div>
                """.formatted(
                        Html.escaped(examples.caption()),
                        ReviewHtml.KEY,
                        examples.reviews().stream().map(HtmlExamples::article).collect(Collectors.joining()));
    }

    private static String article(Examples.Example review) {
        List<Examples.Answer> answers = review.answers();
        String about = review.about().isEmpty() ? "" : ", " + Html.escaped(review.about());
        String others = answers.stream()
                .skip(1)
                .map(answer -> "<details><summary>" + said(answer) + "</summary>\n" + why(answer) + "</details>\n")
                .collect(Collectors.joining());
        return "<article>\n<h3>" + Html.escaped(review.id()) + "</h3>\n<p class=\"truth\">Its label: <strong>"
                + Html.escaped(review.truth()) + "</strong>" + about + "</p>\n"
                + (answers.isEmpty() ? "" : "<p>" + said(answers.get(0)) + "</p>\n" + why(answers.get(0)))
                + others + "</article>\n";
    }

    private static String said(Examples.Answer answer) {
        return Look.of(answer.style(), Series.Mark.LINE).html(Series.Mark.LINE)
                + "<span class=\"said\"><strong>" + Html.escaped(answer.contender()) + "</strong> said <strong>"
                + Html.escaped(answer.label()) + "</strong> with " + Figures.percent(answer.probability()) + ": "
                + (answer.right() ? "right" : "<em>wrong</em>") + "</span>";
    }

    private static String why(Examples.Answer answer) {
        String words =
                answer.words().isEmpty() ? "" : "<p class=\"words\">\n" + ReviewHtml.words(answer.words()) + "</p>\n";
        return words + ReviewHtml.line(answer.label(), answer.running());
    }
}
