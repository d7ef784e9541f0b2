package tritone.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ExplanationPageTest {
    private static final float[] NONE = {};

    private static String page(String title, PageReview... reviews) throws IOException {
        StringWriter out = new StringWriter();
        ExplanationPage page = ExplanationPage.begin(out, title, "models/<first>", List.of("neg", "pos & more"));
        for (PageReview review : reviews) {
            page.add(review);
        }
        page.end();
        return out.toString();
    }

    private static PageReview review(PageWord... words) {
        return new PageReview("7.txt", "pos", 0.98765, List.of(words), NONE);
    }

    /** The page is well-formed, so what a parser finds in it is what a browser shows. */
    private static Document parsed(String page) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    private static Element only(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        assertThat(found.getLength()).as(name).isEqualTo(1);
        return (Element) found.item(0);
    }

    private static List<Element> words(Document document) {
        NodeList spans = only(document, "article").getElementsByTagName("span");
        return IntStream.range(0, spans.getLength())
                .mapToObj(i -> (Element) spans.item(i))
                .toList();
    }

    @Test
    void showsWordsInTheirOrderWithColoursByAttribution() throws Exception {
        Document document = parsed(page(
                "Reviews",
                review(
                        PageWord.known("great", 0.5),
                        PageWord.unknown("Zork", -1.25),
                        PageWord.known("the", 0.06),
                        PageWord.unknown("weak", 0.06),
                        PageWord.unread("end"))));

        assertThat(only(document, "article").getTextContent()).contains("great\nZork\nthe\nweak\nend");
        assertThat(words(document)).extracting(Element::getTextContent).containsExactly("great", "Zork", "weak", "end");
        assertThat(words(document))
                .extracting(word -> word.getAttribute("class"))
                .containsExactly("pro4", "con10 unknown", "unknown", "unread");
        assertThat(words(document))
                .extracting(word -> word.getAttribute("title"))
                .containsExactly("+0.500", "-1.250", "+0.060", "");
        assertThat(only(document, "h2").getTextContent()).isEqualTo("7.txt");
        assertThat(only(document, "article").getTextContent()).contains("pos 98.8 %");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</span></p></article><h1>",
                "\" onmouseover=\"alert(1)",
                "' x='",
                "&lt;b&gt; &amp; &nbsp;",
                "<!-- ",
                "]]>",
                "%s %1$n %",
                "שלום 😀"
            })
    void noTextBecomesStructure(String text) throws Exception {
        PageReview review = new PageReview(text, text, 0.5, List.of(PageWord.known(text, 1)), new float[] {0.5f});

        Document document = parsed(page(text, review));

        assertThat(words(document)).extracting(Element::getTextContent).containsExactly(text);
        assertThat(only(document, "title").getTextContent()).isEqualTo(text);
        assertThat(only(document, "h1").getTextContent()).isEqualTo(text);
        assertThat(only(document, "h2").getTextContent()).isEqualTo(text);
        assertThat(only(document, "svg").getAttribute("aria-label")).startsWith("probability of " + text + " from");
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(only(document, "body").getElementsByTagName("article").getLength())
                .isEqualTo(1);
    }

    @Test
    void noCharacterBreaksALineOrDrivesAProgram() throws Exception {
        String text = "a\u2028b\u2029c\nd\re\tf\u0085g\0h\u001bi\u009bj\ud800k\uffffl\u007fm";

        Document document = parsed(page("Reviews", review(PageWord.known(text, 1))));

        assertThat(words(document))
                .extracting(Element::getTextContent)
                .containsExactly("a b c d e f g\ufffdh\ufffdi\ufffdj\ufffdk\ufffdl\ufffdm");
    }

    @Test
    void asksNothingOfANetworkAndRunsNothing() throws Exception {
        String page = page("Reviews", review(PageWord.known("word", 1)));

        assertThat(page).doesNotContain("http:", "https:", "src=", "url(", "@import", "<script", "javascript");
        assertThat(page).contains("default-src 'none'", "prefers-color-scheme:dark", "unicode-bidi:isolate");
    }

    @Test
    void drawsTheRunningProbability() throws Exception {
        PageReview three = new PageReview("1", "pos", 1, List.of(PageWord.known("a", 1)), new float[] {0.5f, 0.25f, 1});
        PageReview one = new PageReview("2", "pos", 1, List.of(PageWord.known("a", 1)), new float[] {0.75f});

        NodeList lines = parsed(page("Reviews", three, one)).getElementsByTagName("path");

        assertThat(((Element) lines.item(0)).getAttribute("d")).isEqualTo("M0 50 l1 25 1-75");
        assertThat(((Element) lines.item(1)).getAttribute("d")).isEqualTo("M0 25 l1 0");
    }

    @Test
    void everyShadeIsInTheStyleAndTheDarkestIsTheDarkest() throws Exception {
        String style = only(parsed(page("Reviews")), "style").getTextContent();

        assertThat(style)
                .contains(".pro1{background:rgba(0,114,178,0.055)}", ".pro10{background:rgba(0,114,178,0.550)}")
                .contains(".con1{background:rgba(213,94,0,0.055)}", ".con10{background:rgba(213,94,0,0.550)}");
    }

    @Test
    void anEmptyReviewIsAnArticleWithoutWordsOrLine() throws Exception {
        Document document = parsed(page("Reviews", review()));

        assertThat(words(document)).isEmpty();
        assertThat(document.getElementsByTagName("svg").getLength()).isZero();
    }

    @Test
    void aReviewThatNothingMovedHasNoColour() throws Exception {
        Document document = parsed(page("Reviews", review(PageWord.known("a", 0), PageWord.known("b", 0))));

        assertThat(words(document)).isEmpty();
        assertThat(only(document, "article").getTextContent()).contains("a\nb\n");
    }

    @Test
    void saysInTheirPlaceWhyThereIsNoReview() throws Exception {
        StringWriter out = new StringWriter();
        ExplanationPage page = ExplanationPage.begin(out, "Reviews", "first", List.of("neg", "pos"));
        page.addBad("<script>", "reviews.tsv:3: expected \u001b</article>");
        page.end();

        Document document = parsed(out.toString());

        assertThat(only(document, "h2").getTextContent()).isEqualTo("<script>");
        assertThat(only(document, "article").getTextContent())
                .contains("error reviews.tsv:3: expected \ufffd</article>");
    }

    @Test
    void namesTheModelAndItsLabels() throws Exception {
        Element body = only(parsed(page("Reviews")), "body");

        assertThat(body.getTextContent()).contains("Model models/<first>, which tells neg, pos & more apart.");
    }

    @Test
    void refusesAttributionsThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PageWord.known("a", Double.NaN))
                .withMessage("attribution must be a finite number but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PageWord("a", PageWord.Standing.UNREAD, 1))
                .withMessage("attribution of an unread word must be 0 but was 1.0");
    }
}
