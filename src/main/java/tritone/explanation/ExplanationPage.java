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
    /** How opaque the colour of the largest attribution is; the text on it must still be read. */
    private static final double DARKEST = 0.55;

    /** Blue and orange, which all eyes tell apart (Okabe and Ito, 2008). */
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
            span{border-radius:.2em}
            .for{background:rgba(0,114,178,var(--a))}
            .against{background:rgba(213,94,0,var(--a))}
            .unknown{text-decoration:underline dotted}
            .unread,small{color:var(--faint)}
            svg{display:block;width:100%;height:3rem}
            polyline,line{fill:none;stroke:#0072b2;stroke-width:2;vector-effect:non-scaling-stroke}
            line{stroke:var(--line);stroke-width:1}
            """;

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
                <p><small>Words moved the answer <span class="for" style="--a:%5$s">towards the label</span> or
                <span class="against" style="--a:%5$s">away from it</span>, the stronger the colour, the further;
                <span class="unknown">dotted</span> words are not in the vocabulary, <span class="unread">grey</span>
                ones were not read. The line is the label's probability, 0 to 1, word by word.</small></p>
                """, Html.escaped(title), Html.escaped(model), strong(labels), STYLE, alpha(1));
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
        double largest = review.words().stream()
                .mapToDouble(word -> Math.abs(word.attribution()))
                .max()
                .orElse(0);
        for (PageWord word : review.words()) {
            add(word, largest);
        }
        write("</p>\n");
        addLine(review);
        write("</article>\n");
    }

    /** Writes in the place of a review why there is none. */
    public void addBad(String id, String reason) throws IOException {
        write(
                "<article>\n<h2>%s</h2>\n<p><strong>error</strong> <span>%s</span></p>\n</article>\n",
                Html.escaped(id), Html.escaped(reason));
    }

    private void add(PageWord word, double largest) throws IOException {
        String text = Html.escaped(word.text());
        if (word.standing() == PageWord.Standing.UNREAD) {
            write("<span class=\"unread\">%s</span>\n", text);
            return;
        }
        String mark = word.standing() == PageWord.Standing.UNKNOWN ? " unknown" : "";
        String side = word.attribution() < 0 ? "against" : "for";
        double share = largest == 0 ? 0 : Math.abs(word.attribution()) / largest;
        write(
                "<span class=\"%s%s\" style=\"--a:%s\" title=\"%+.4f\">%s</span>\n",
                side, mark, alpha(share), word.attribution(), text);
    }

    private static String alpha(double share) {
        return String.format(Locale.ROOT, "%.3f", DARKEST * share);
    }

    private void addLine(PageReview review) throws IOException {
        float[] running = review.running();
        if (running.length == 0) {
            return;
        }
        write(
                "<svg viewBox=\"0 0 100 100\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"probability of %s"
                        + " from %.2f to %.2f\">\n<line x1=\"0\" y1=\"50\" x2=\"100\" y2=\"50\"/>\n<polyline points=\"",
                Html.escaped(review.label()), running[0], running[running.length - 1]);
        // A single word is a level line.
        for (int i = 0; i < Math.max(2, running.length); i++) {
            double x = 100.0 * i / Math.max(1, running.length - 1);
            write("%.2f,%.2f ", x, 100 * (1 - running[Math.min(i, running.length - 1)]));
        }
        write("\"/>\n</svg>\n");
    }

    /** Writes the foot, and flushes the writer. */
    public void end() throws IOException {
        write("</body>\n</html>\n");
        out.flush();
    }
}
