package tritone.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tritone.explanation.PageWord;
import tritone.report.Series.Mark;

class HtmlPageTest {
    private static final String RICH = HtmlPage.render(RichDocument.of());

    private static String page(Block... blocks) {
        return HtmlPage.render(
                new Document("Title", List.of("Answer."), List.of(new Section("Section", List.of(blocks)))));
    }

    /** The page without what is in its scripts, which only a browser can read. */
    private static org.w3c.dom.Document parsed(String page) throws Exception {
        String xml = page.replaceAll("(?s)(<script[^>]*>).*?(</script>)", "$1$2");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static List<Element> all(org.w3c.dom.Document document, String tag) {
        NodeList found = document.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static List<Element> all(org.w3c.dom.Document document, String tag, String className) {
        return all(document, tag).stream()
                .filter(element -> element.getAttribute("class").equals(className))
                .toList();
    }

    private static List<String> scripts(String page) {
        return Pattern.compile("(?s)<script>(.*?)</script>")
                .matcher(page)
                .results()
                .map(script -> script.group(1))
                .toList();
    }

    private static List<JsonNode> data(String page) throws Exception {
        List<JsonNode> data = new ArrayList<>();
        for (var found : Pattern.compile("(?s)<script type=\"application/json\">(.*?)</script>")
                .matcher(page)
                .results()
                .toList()) {
            data.add(new ObjectMapper().readTree(found.group(1)));
        }
        return data;
    }

    @Test
    void everyTextStaysText() throws Exception {
        org.w3c.dom.Document document = parsed(RICH);

        assertThat(Stream.of("img", "a", "iframe", "b").flatMap(tag -> all(document, tag).stream()))
                .hasSize(6)
                .allMatch(link -> link.getAttribute("href").matches("#section-\\d"));
        assertThat(all(document, "script")).hasSize(8 + 2);
        assertThat(all(document, "h2").get(3).getTextContent()).isEqualTo(RichDocument.HOSTILE);
        assertThat(all(document, "pre").get(0).getTextContent())
                .isEqualTo("./tritone compare --seed 1\n" + RichDocument.HOSTILE);
        assertThat(all(document, "article").get(1).getTextContent()).contains(RichDocument.HOSTILE + " said");
        assertThat(all(document, "td").stream().map(Element::getTextContent)).contains(RichDocument.HOSTILE, "7 8");
    }

    @Test
    void dataOfChartsCannotEndTheirElement() throws Exception {
        List<JsonNode> data = data(RICH);

        assertThat(data).hasSize(8);
        assertThat(data.get(7).path("title").asText()).isEqualTo(RichDocument.HOSTILE);
        assertThat(data.get(7).at("/series/0/name").asText()).isEqualTo(RichDocument.HOSTILE);
        assertThat(data.get(7).at("/xs/0/categories/1").asText()).isEqualTo("\ufffd ");
        assertThat(Pattern.compile("(?i)</script").matcher(RICH).results()).hasSize(8 + 2);
        assertThat(scripts(RICH))
                .hasSize(2)
                .allSatisfy(script -> assertThat(script.toLowerCase()).doesNotContain("</script", "<script", "<!--"));
    }

    @Test
    void runsItsOwnScriptsAndNoOther() throws Exception {
        String policy = all(parsed(RICH), "meta").get(2).getAttribute("content");

        assertThat(policy).startsWith("default-src 'none'; base-uri 'none'; form-action 'none'; ");
        assertThat(policy.substring(policy.indexOf("script-src"))).doesNotContain("unsafe");
        for (String script : scripts(RICH)) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        }
    }

    @Test
    void chartsAreDrawnByALibraryThatKeepsItsLicence() {
        assertThat(scripts(RICH).get(0))
                .contains(
                        "Licensed to the Apache Software Foundation (ASF)",
                        "http://www.apache.org/licenses/LICENSE-2.0");
        // Maven would have put its own properties in the place of these.
        assertThat(scripts(RICH).get(1)).contains("`var(--${name})`");
    }

    @Test
    void aPageWithoutChartsHasNoLibrary() {
        assertThat(scripts(page(new Prose("All there is.")))).hasSize(1);
    }

    @Test
    void contentsLeadToSections() throws Exception {
        org.w3c.dom.Document document = parsed(RICH);

        List<String> sections = all(document, "section").stream()
                .map(one -> "#" + one.getAttribute("id"))
                .toList();
        assertThat(all(document, "a"))
                .extracting(link -> link.getAttribute("href"))
                .isEqualTo(sections);
        assertThat(sections).doesNotHaveDuplicates().hasSize(6);
    }

    @Test
    void figuresOfATableStandToTheRight() throws Exception {
        Table table = new Table(
                "Caption",
                List.of("Name", "Share", "Words"),
                List.of(List.of("7th", "87.3 %", "7 of many"), List.of("8", "\u00b1 0.6", "none")));

        org.w3c.dom.Document document = parsed(page(table));

        assertThat(all(document, "td", "figure"))
                .extracting(Element::getTextContent)
                .containsExactly("87.3 %", "7 of many", "\u00b1 0.6");
        assertThat(all(document, "th", "figure"))
                .extracting(Element::getTextContent)
                .containsExactly("Share");
        assertThat(all(document, "th"))
                .extracting(head -> head.getAttribute("scope"))
                .containsExactly("col", "col", "col", "row", "row");
        assertThat(all(document, "caption").get(0).getTextContent()).isEqualTo("Caption");
    }

    @Test
    void behindAChartIsATableOfItsPoints() throws Exception {
        Axis share = Axis.of("share", Axis.Format.PERCENT);
        double[] x = {0, 1};
        Series line = Series.of("line", Mark.LINE, Style.NEUTRAL, x, new double[] {0.25, Double.NaN});
        Series dots = Series.of("line", Mark.DASHED, Style.NEUTRAL, x, new double[] {0.5, 0.75})
                .between(new double[] {0.4, 0.7}, new double[] {0.6, 0.8});
        Series guide = Series.of("guide", Mark.GUIDE, Style.NEUTRAL, x, x);

        String page = page(new Chart(
                "Chart", "Seen.", List.of(Axis.of("part", List.of("a", "b"))), share, List.of(line, guide, dots)));

        List<String> cells = Stream.concat(all(parsed(page), "th").stream(), all(parsed(page), "td").stream())
                .map(Element::getTextContent)
                .toList();
        assertThat(cells)
                .containsExactly(
                        "part",
                        "share",
                        "from",
                        "to",
                        "line",
                        "line (dotted)",
                        "a",
                        "25.0 %",
                        "\u2013",
                        "\u2013",
                        "b",
                        "\u2013",
                        "\u2013",
                        "\u2013",
                        "a",
                        "50.0 %",
                        "40.0 %",
                        "60.0 %",
                        "b",
                        "75.0 %",
                        "70.0 %",
                        "80.0 %");
        assertThat(data(page).get(0).at("/series/0/y").toString()).isEqualTo("[0.25,null]");
        assertThat(data(page).get(0).at("/series/0/x").toString()).isEqualTo("[[0,1]]");
        assertThat(data(page).get(0).at("/series/2/x").toString()).isEqualTo("0");
        assertThat(all(parsed(page), "button").stream().filter(button -> button.hasAttribute("data-name")))
                .hasSize(1);
    }

    @Test
    void onlyAxesAboveZeroMayBeLogarithmic() throws Exception {
        double[] above = {0.5, 7};
        double[] from = {0, 7};
        Axis log = Axis.log("axis", Axis.Format.NUMBER);

        assertThat(data(page(chart(log, Mark.LINE, above, above)))
                        .get(0)
                        .at("/y/log")
                        .asBoolean())
                .isTrue();
        assertThat(data(page(chart(log, Mark.LINE, above, from)))
                        .get(0)
                        .at("/y/log")
                        .asBoolean())
                .isFalse();
        assertThat(data(page(chart(log, Mark.LINE, from, above)))
                        .get(0)
                        .at("/xs/0/log")
                        .asBoolean())
                .isFalse();
        assertThat(data(page(chart(log, Mark.BARS, above, above)))
                        .get(0)
                        .at("/y/log")
                        .asBoolean())
                .isFalse();
        assertThat(page(chart(log, Mark.LINE, from, above)))
                .contains("data-log=\"y\"")
                .doesNotContain("data-log=\"x\"");
    }

    private static Chart chart(Axis axis, Mark mark, double[] x, double[] y) {
        return new Chart("Chart", "", List.of(axis), axis, List.of(Series.of("one", mark, Style.NEUTRAL, x, y)));
    }

    @Test
    void reviewsShowWhatWasSaidAndWhy() throws Exception {
        org.w3c.dom.Document document = parsed(RICH);

        Element review = all(document, "article").get(0);
        assertThat(review.getTextContent())
                .contains("Its label: positive, rating 7")
                .contains("SimpleRNN said negative with 91.3 %: wrong")
                .contains("GRU said positive with 91.3 %: right");
        assertThat(review.getElementsByTagName("details").getLength()).isEqualTo(1);
        assertThat(review.getElementsByTagName("line").getLength()).isEqualTo(2);
        assertThat(all(document, "span", "unread")).hasSize(1 + 2);
    }

    @Test
    void aLargeReportStaysSmall() {
        Random random = new Random(1);
        List<Block> blocks = new ArrayList<>();
        for (int chart = 0; chart < 12; chart++) {
            blocks.add(largeChart(random));
        }
        blocks.add(new Examples(
                "Thirty reviews",
                IntStream.range(0, 30).mapToObj(i -> largeReview(random)).toList()));

        int bytes = page(blocks.toArray(Block[]::new)).getBytes(StandardCharsets.UTF_8).length;

        assertThat(bytes).isLessThan(1_500_000);
    }

    private static Chart largeChart(Random random) {
        Axis axis = Axis.of("an axis with a name", Axis.Format.NUMBER);
        List<Series> series = IntStream.range(0, 10)
                .mapToObj(i -> Series.of(
                        "contender " + i,
                        Mark.LINE,
                        new Style(Tone.values()[i / 2], i % 2),
                        IntStream.rangeClosed(1, 60)
                                .mapToDouble(epoch -> epoch * 4_987.0)
                                .toArray(),
                        random.doubles(60).toArray()))
                .toList();
        return new Chart("A chart", "What is to be seen, in a sentence.", List.of(axis), axis, series);
    }

    private static Examples.Example largeReview(Random random) {
        List<Examples.Answer> answers = IntStream.range(0, 2)
                .mapToObj(i -> {
                    List<PageWord> words = random.ints(250, 1, 10)
                            .mapToObj(length -> PageWord.known(
                                    "word".repeat(3).substring(0, length), Math.pow(random.nextGaussian(), 3)))
                            .toList();
                    float[] running = new float[250];
                    for (int step = 0; step < 250; step++) {
                        running[step] = (float) (0.5 + 0.4 * Math.sin(step / 40.0) + 0.03 * random.nextGaussian());
                    }
                    return new Examples.Answer("contender", Style.NEUTRAL, "positive", 0.9, true, words, running);
                })
                .toList();
        return new Examples.Example("review", "positive", "rating 9", answers);
    }
}
