package tritone.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** A report in a browser, and what must be true of every report. */
public final class BrowserPage {
    private final ChromeDriver driver;
    private final Path file;
    private final Path downloads;

    BrowserPage(ChromeDriver driver, Path file, Path downloads) {
        this.driver = driver;
        this.file = file;
        this.downloads = downloads;
    }

    /** Loads the file again; what was logged before is forgotten. */
    public void load() {
        driver.manage().logs().get(LogType.BROWSER);
        driver.manage().logs().get(LogType.PERFORMANCE);
        driver.get(file.toUri().toString());
    }

    /** Gives it a window of a screen's size. */
    public void wide() {
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        driver.manage().window().setSize(new Dimension(1280, 900));
    }

    /** Gives it the screen of a small phone. */
    public void narrow() {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 360, "height", 740, "deviceScaleFactor", 1, "mobile", true));
    }

    /** Waits until the page has been laid out and drawn anew. */
    public void settle() {
        driver.executeAsyncScript(
                "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))");
    }

    /** Has the reader prefer light pages. */
    public void light() {
        prefer("light");
    }

    /** Has the reader prefer dark pages. */
    public void dark() {
        prefer("dark");
    }

    private void prefer(String scheme) {
        Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
    }

    /** Has the browser run no script of a page that is loaded from now on, or run them again. */
    public void scripts(boolean run) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
    }

    /** Its charts in their order. */
    public List<BrowserChart> charts() {
        int count = all("figure.chart").size();
        return IntStream.range(0, count)
                .mapToObj(i -> new BrowserChart(driver, i, downloads))
                .toList();
    }

    /** Elements by a CSS selector. */
    public List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** The element by a CSS selector; there must be one. */
    public WebElement one(String selector) {
        List<WebElement> found = all(selector);
        assertThat(found).as(selector).hasSize(1);
        return found.get(0);
    }

    /** What a script returns. */
    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** The colour behind the page. */
    public String background() {
        return (String) run("return getComputedStyle(document.body).backgroundColor");
    }

    /** Neither script nor page has anything to complain of. */
    public void assertNoErrors() {
        List<LogEntry> entries = driver.manage().logs().get(LogType.BROWSER).getAll();

        assertThat(entries).as("the browser's console").isEmpty();
    }

    /** Since it was loaded it asked for itself and for nothing else. */
    public void assertNothingLeaves() {
        List<String> asked = driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> json(entry.getMessage()).path("message"))
                .filter(message -> message.path("method").asText().equals("Network.requestWillBeSent"))
                .map(message -> message.at("/params/request/url").asText())
                .filter(url -> !url.startsWith("data:") && !url.startsWith("blob:"))
                .distinct()
                .toList();

        assertThat(asked).containsExactly(file.toUri().toString());
    }

    /** It has no wider parts than the window. */
    public void assertNoSidewaysScroll() {
        // Not innerWidth, which grows on phones with what is too wide.
        long over = (Long)
                run("const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth - clientWidth");

        assertThat(over).as("pixels to the right of the window").isNotPositive();
    }

    /** axe finds nothing that keeps people out. */
    public void assertAccessible() {
        run(resource("/axe.min.js"));
        String found = (String) driver.executeAsyncScript("""
                const done = arguments[0];
                axe.run(document, { resultTypes: ["violations"] }).then((results) => done(JSON.stringify(results)));
                """);
        JsonNode results = json(found);
        List<String> violations = StreamSupport.stream(
                        results.path("violations").spliterator(), false)
                .filter(violation -> List.of("serious", "critical")
                        .contains(violation.path("impact").asText()))
                .map(violation -> violation.path("help").asText() + ": "
                        + violation.at("/nodes/0/html").asText()
                        + violation.at("/nodes/0/failureSummary").asText())
                .toList();

        assertThat(violations).isEmpty();
        assertThat(results.path("testEngine").path("name").asText()).isEqualTo("axe-core");
    }

    /** Every chart shows every series, answers to its buttons and has its figures in a table. */
    public void assertChartsWork() {
        for (BrowserChart chart : charts()) {
            chart.assertDrawn();
            chart.assertTableIsWhole();
            chart.assertLegendHidesAndShows();
            chart.assertAxesMayBeChosen();
            chart.assertAxesMayBeLogarithmic();
        }
    }

    /** Writes a picture of the whole page. */
    public void picture(Path png) throws IOException {
        Object data = driver.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("captureBeyondViewport", true, "format", "png"))
                .get("data");
        Files.write(png, Base64.getDecoder().decode((String) data));
    }

    /** Writes what the window shows. */
    public void window(Path png) throws IOException {
        Files.write(png, driver.getScreenshotAs(OutputType.BYTES));
    }

    private static String resource(String name) {
        try (InputStream in = BrowserPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
