package tritone.explanation;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/**
 * A page of explained reviews, written review after review. It is one file without scripts, asks nothing of a network, and
 * is well-formed XML as well. Nothing in a review's text becomes part of the page's structure.
 */
public final class ExplanationPage {
    private static final String STYLE = """
            :root{color-scheme:light dark;--text:#1b1b1b;--page:#fff;--faint:#6b6b6b;--line:#bbb}
            @media(prefers-color-scheme:dark){:root{--text:#e8e8e8;--page:#16181b;--faint:#999;--line:#555}}
            body{margin:0 auto;padding:1rem;max-width:46rem;font:1rem/1.6 system-ui,sans-serif;color:var(--text);\
            background:var(--page);overflow-wrap:anywhere}
            h1{font-size:1.4rem}
            h2{font-size:1rem;margin:0}
            article{border-top:1px solid var(--line);padding:1rem 0}
            p{margin:.5rem 0}
            span,h1,h2,strong{unicode-bidi:isolate}
            small{color:var(--faint)}
            """ + ReviewHtml.STYLE;

    private final Writer out;

    private ExplanationPage(Writer out) {
        this.out = out;
    }

    /** Writes the head. The page is whole after {@link #end()}; the writer is the caller's to close. */
    public static ExplanationPage begin(Writer out, String title, String model, List<String> labels)
            throws IOException {
        ExplanationPage page = new ExplanationPage(out);
        page.write("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
                <title>%1$s</title>
                <style>
                %4$s</style>
                </head>
                <body>
                <h1>%1$s</h1>
                <p>Model <strong>%2$s</strong>, which tells %3$s apart.</p>
                <p><small>%5$s</small></p>
                """, Html.escaped(title), Html.escaped(model), strong(labels), STYLE, ReviewHtml.KEY);
        return page;
    }

    private static String strong(List<String> labels) {
        return String.join(
                ", ",
                labels.stream()
                        .map(label -> "<strong>" + Html.escaped(label) + "</strong>")
                        .toList());
    }

    private void write(String format, Object... values) throws IOException {
        out.write(String.format(Locale.ROOT, format, values));
    }

    /** Writes one review. */
    public void add(PageReview review) throws IOException {
        write(
                "<article>\n<h2>%s</h2>\n<p><strong>%s</strong> %.1f %%</p>\n<p>\n",
                Html.escaped(review.id()), Html.escaped(review.label()), 100 * review.probability());
        out.write(ReviewHtml.words(review.words()));
        out.write("</p>\n");
        out.write(ReviewHtml.line(review.label(), review.running()));
        out.write("</article>\n");
    }

    /** Writes in the place of a review why there is none. */
    public void addBad(String id, String reason) throws IOException {
        write(
                "<article>\n<h2>%s</h2>\n<p><strong>error</strong> <span>%s</span></p>\n</article>\n",
                Html.escaped(id), Html.escaped(reason));
    }

    /** Writes the foot, and flushes the writer. */
    public void end() throws IOException {
        write("</body>\n</html>\n");
        out.flush();
    }
}
