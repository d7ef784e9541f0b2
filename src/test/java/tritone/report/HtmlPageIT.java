package tritone.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A page as its readers have it: in a real browser, from a disk. */
class HtmlPageIT {
    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Path file;
    private BrowserPage page;

    @BeforeAll
    static void start() throws Exception {
        browser = Browser.start(folder);
        file = Files.writeString(folder.resolve("report.html"), HtmlPage.render(RichDocument.of()));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        page = browser.open(file);
    }

    private BrowserChart chart(String title) {
        return page.charts().stream()
                .filter(chart -> chart.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyChartWorksWithoutErrorsOrANetwork() {
        page.assertChartsWork();

        assertThat(page.charts()).hasSize(8);
        page.assertNothingLeaves();
        page.assertNoErrors();
    }

    @Test
    void everyoneCanUseItInLightAndInDark() {
        page.assertAccessible();

        page.dark();
        page.load();

        page.assertAccessible();
    }

    @Test
    void fitsAPhone() {
        page.narrow();
        page.load();

        page.assertNoSidewaysScroll();
        page.charts().forEach(BrowserChart::assertDrawn);
    }

    @Test
    void chartsFollowTheWindow() {
        BrowserChart chart = chart("Accuracy");
        page.narrow();
        page.settle();

        page.assertNoSidewaysScroll();
        chart.assertDrawn();
    }

    @Test
    void hostileTextIsText() throws Exception {
        page.all("details").forEach(details -> page.run("arguments[0].open = true", details));
        for (BrowserChart chart : page.charts()) {
            if (chart.title().equals(RichDocument.HOSTILE)) {
                assertThat(chart.legend()).extracting(WebElement::getText).contains(RichDocument.HOSTILE, "__proto__");
                assertThat(chart.hover(chart.legend().get(0))).contains(RichDocument.HOSTILE);
            }
        }

        assertThat(page.all("img, iframe, object, embed, link, base")).isEmpty();
        assertThat(page.all("script:not([type])")).hasSize(2);
        assertThat(page.one("#section-4 h2").getText()).isEqualTo(RichDocument.HOSTILE);
        assertThat(page.all("#section-4 td").get(0).getText()).isEqualTo(RichDocument.HOSTILE);
        assertThat(page.one("pre").getText()).contains("\n" + RichDocument.HOSTILE);
        page.assertNoErrors();
    }

    @Test
    void tellsTheFiguresUnderTheMouse() throws Exception {
        BrowserChart bars = chart("Accuracy");
        assertThat(bars.hover(bars.legend().get(4))).isEqualTo("contender GRU\nGRU 86.2 % (85.0 % to 87.3 %)");

        BrowserChart points = chart("By length");
        assertThat(points.hover(points.legend().get(1))).isEqualTo("tokens up to 100\nLSTM 83.0 % (80.0 % to 86.0 %)");

        BrowserChart lines = chart("Do they mean what they say?");
        assertThat(lines.hover(lines.legend().get(0)))
                .isEqualTo("probability 5.0 %\nSimpleRNN 5.0 %\nLSTM 2.0 %\nGRU 0.8 %");
        BrowserChart curves = chart("Loss on the validation part");
        assertThat(curves.hover(curves.legend().get(0)))
                .contains("SimpleRNN 0.6315 (0.6115 to 0.6515)", "SimpleRNN (dotted) 0.6189", "GRU, 2 levels ");
    }

    @Test
    void bandsEndWhereAFigureIsMissing() {
        BrowserChart chart = chart("Loss on the validation part");
        chart.legend().get(0).click();

        long ofClipped = chart.bands(chart.legend().get(1));

        assertThat(ofClipped).isEqualTo(2);
        chart.legend().get(0).click();
        assertThat(chart.bands(chart.legend().get(0))).isEqualTo(2 + 1);
    }

    @Test
    void savesChartsThatStandOnTheirOwn() throws Exception {
        page.one("#theme").click();
        BrowserChart chart = chart("Loss on the validation part");
        chart.legend().get(1).click();

        Document svg = chart.assertSaves();

        assertThat(svg.getDocumentElement().getTextContent())
                .contains("Loss on the validation part", "SimpleRNN", "GRU, 2 levels", "epoch", "log loss")
                .doesNotContain("SimpleRNN, clipped");
        assertThat(strokes(svg)).contains("#d8741a", "#1e559f", "#02a769");
        assertThat(chart(RichDocument.HOSTILE)
                        .assertSaves()
                        .getElementsByTagName("script")
                        .getLength())
                .isZero();
    }

    private static Stream<String> strokes(Document svg) {
        NodeList paths = svg.getElementsByTagName("path");
        return IntStream.range(0, paths.getLength()).mapToObj(i -> ((Element) paths.item(i)).getAttribute("stroke"));
    }

    @Test
    void theThemeCanBeTurned() {
        String light = page.background();
        BrowserChart chart = chart("Accuracy");
        WebElement first = chart.legend().get(0);
        long marks = chart.marks(first);

        page.one("#theme").click();

        assertThat(page.background()).isNotEqualTo(light);
        assertThat(page.one("#theme").getDomAttribute("aria-pressed")).isEqualTo("true");
        // Found by the colour that the legend has now.
        assertThat(chart.marks(first)).isEqualTo(marks);

        page.one("#theme").click();

        assertThat(page.background()).isEqualTo(light);
    }

    @Test
    void readersWithoutScriptsHaveTextAndTables() {
        page.scripts(false);
        try {
            page.load();

            assertThat(page.one(".answer").isDisplayed()).isTrue();
            assertThat(page.one("noscript p").isDisplayed()).isTrue();
            assertThat(page.all("#section-1 > .box table").get(0).isDisplayed()).isTrue();
            List<WebElement> buttons = page.all("button");
            assertThat(buttons).isNotEmpty().noneMatch(WebElement::isDisplayed);
            WebElement details = page.all("figure.chart details").get(0);
            details.findElement(By.tagName("summary")).click();
            assertThat(page.all("figure.chart table").get(0).isDisplayed()).isTrue();
        } finally {
            page.scripts(true);
        }
    }
}
