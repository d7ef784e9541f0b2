package tritone.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tritone.explanation.Html;
import tritone.explanation.ReviewHtml;

/**
 * A document as a page: one file that opens from a disk, asks nothing of a network and runs no script but its own, which
 * it knows by their hashes. Text and tables are there without scripts too.
 */
public final class HtmlPage {
    private HtmlPage() {}

    public static String render(Document document) {
        List<String> scripts = scripts(document);
        String hashes = scripts.stream().map(HtmlPage::hash).collect(Collectors.joining(" "));
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; \
                form-action 'none'; style-src 'unsafe-inline'; script-src %s"/>
                <title>%s</title>
                <style>
                %s%s</style>
                </head>
                <body>
                %s<main>
                %s</main>
                %s</body>
                </html>
                """.formatted(
                        hashes,
                        Html.escaped(document.title()),
                        resource("page.css"),
                        ReviewHtml.STYLE,
                        header(document),
                        sections(document.sections()),
                        scripts.stream()
                                .map(script -> "<script>" + script + "</script>\n")
                                .collect(Collectors.joining()));
    }

    private static List<String> scripts(Document document) {
        boolean draws = document.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .anyMatch(block -> block instanceof Chart);
        String own = resource("drawing.js") + resource("charts.js");
        return draws ? List.of(resource("echarts.common.min.js"), own) : List.of(own);
    }

    private static String header(Document document) {
        List<String> answer = document.answer();
        String first = answer.isEmpty() ? "" : "<p class=\"answer\">" + Html.escaped(answer.get(0)) + "</p>\n";
        String more = answer.stream()
                .skip(1)
                .map(sentence -> "<p>" + Html.escaped(sentence) + "</p>\n")
                .collect(Collectors.joining());
        return "<header>\n<div class=\"top\"><h1>" + Html.escaped(document.title())
                + "</h1><button type=\"button\" id=\"theme\" aria-pressed=\"false\" hidden=\"hidden\">Dark</button></div>\n"
                + first + more
                + "<noscript><p class=\"small\">Charts are drawn by a script, which does not run here; their figures"
                + " are in tables.</p></noscript>\n</header>\n" + contents(document.sections());
    }

    private static String contents(List<Section> sections) {
        return IntStream.range(0, sections.size())
                .mapToObj(i -> "<li><a href=\"#section-" + (i + 1) + "\">"
                        + Html.escaped(sections.get(i).title()) + "</a></li>\n")
                .collect(Collectors.joining("", "<nav aria-label=\"Contents\">\n<ol>\n", "</ol>\n</nav>\n"));
    }

    private static String sections(List<Section> sections) {
        Form form = new HtmlForm();
        return IntStream.range(0, sections.size())
                .mapToObj(i -> "<section id=\"section-" + (i + 1) + "\">\n<h2>"
                        + Html.escaped(sections.get(i).title()) + "</h2>\n"
                        + sections.get(i).blocks().stream()
                                .map(block -> block.in(form))
                                .collect(Collectors.joining())
                        + "</section>\n")
                .collect(Collectors.joining());
    }

    private static String resource(String name) {
        try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
            // A browser hashes lines as they end here, whatever they end with in the file.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static String hash(String script) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
