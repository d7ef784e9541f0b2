package tritone.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.w3c.dom.Document;

/** A chart of a page in a browser. Marks are found by their colours, as a reader finds them. */
public final class BrowserChart {
    /** Colours of a name's mark in the legend, and elements of the drawing in that colour. */
    private static final String MARKS = """
            const [figure, button] = arguments;
            const hex = (rgb) => "#" + rgb.match(/\\d+/g).slice(0, 3)
                .map((part) => Number(part).toString(16).padStart(2, "0")).join("");
            const colour = hex(getComputedStyle(button.querySelector(".key")).color);
            const marks = [...figure.querySelectorAll(".drawing svg path")].filter((path) =>
                [path.getAttribute("fill"), path.getAttribute("stroke")].includes(colour));
            """;

    private final ChromeDriver driver;
    private final int index;
    private final Path downloads;

    BrowserChart(ChromeDriver driver, int index, Path downloads) {
        this.driver = driver;
        this.index = index;
        this.downloads = downloads;
    }

    private WebElement figure() {
        return driver.findElements(By.cssSelector("figure.chart")).get(index);
    }

    private List<WebElement> all(String selector) {
        return figure().findElements(By.cssSelector(selector));
    }

    /** Its title. */
    public String title() {
        return all("h3").get(0).getText();
    }

    /** Buttons of its legend. */
    public List<WebElement> legend() {
        return all(".legend button");
    }

    /** Elements of the drawing in the colour of a button of the legend. */
    public long marks(WebElement button) {
        return (Long) driver.executeScript(MARKS + "return marks.length", figure(), button);
    }

    /** Translucent areas in the colour of a button of the legend. */
    public long bands(WebElement button) {
        return (Long) driver.executeScript(
                MARKS + "return marks.filter((mark) => Number(mark.getAttribute('fill-opacity')) < 0.2"
                        + " && mark.getAttribute('stroke') === null).length",
                figure(),
                button);
    }

    /** Figures and names beside the axes. */
    @SuppressWarnings("unchecked")
    public List<String> labels() {
        return (List<String>) driver.executeScript(
                "return [...arguments[0].querySelectorAll('.drawing svg text')].map((text) => text.textContent)",
                figure());
    }

    /** It has an area of its own and text beside its axes. */
    public void assertDrawn() {
        WebElement svg = all(".drawing svg").get(0);

        int room = all(".drawing").get(0).getSize().getWidth();
        assertThat(svg.getSize().getWidth()).as(title()).isBetween(250, room);
        assertThat(svg.getSize().getHeight()).as(title()).isGreaterThan(250);
        assertThat(labels()).as(title()).hasSizeGreaterThan(3);
    }

    /** The table behind it has as many rows as it has points. */
    public void assertTableIsWhole() {
        String counts = (String) driver.executeScript("""
                const [figure] = arguments;
                const { series } = JSON.parse(figure.querySelector("script").textContent);
                const points = series.filter((one) => one.mark !== "GUIDE").map((one) => [one.name, one.y.length]);
                const rows = [...figure.querySelectorAll("tbody")].map((body) =>
                    [body.rows[0].cells[0].textContent.replace(/ \\(dotted\\)$/, ""), body.rows.length - 1]);
                return JSON.stringify(points) + "\\n" + JSON.stringify(rows);
                """, figure());

        String[] both = counts.split("\n");
        assertThat(both[1]).as(title()).isEqualTo(both[0]);
    }

    /** A click or a key takes a name's marks away, and a key or a click brings them back. */
    public void assertLegendHidesAndShows() {
        assertThat(legend()).as(title()).isNotEmpty();
        boolean byMouse = true;
        for (WebElement button : legend()) {
            if (isEmpty(button)) {
                continue;
            }
            String name = title() + ": " + button.getText();
            long before = marks(button);
            assertThat(button.getDomAttribute("aria-pressed")).as(name).isEqualTo("true");

            press(button, byMouse, Keys.SPACE);

            assertThat(button.getDomAttribute("aria-pressed")).as(name).isEqualTo("false");
            assertThat(marks(button)).as(name).isLessThan(before);

            press(button, !byMouse, Keys.ENTER);

            assertThat(button.getDomAttribute("aria-pressed")).as(name).isEqualTo("true");
            assertThat(marks(button)).as(name).isEqualTo(before);
            byMouse = !byMouse;
        }
    }

    /** Whether a name has no point to show. */
    private boolean isEmpty(WebElement button) {
        return (Boolean) driver.executeScript("""
                const { series } = JSON.parse(arguments[0].querySelector("script").textContent);
                return series.filter((one) => one.name === arguments[1].dataset.name)
                    .every((one) => one.y.every((y) => y === null));
                """, figure(), button);
    }

    /** Presses a button as people do. */
    public void press(WebElement button, boolean byMouse, Keys key) {
        if (byMouse) {
            button.click();
        } else {
            button.sendKeys(key);
        }
    }

    /** Each button of an axis makes it the axis. */
    public void assertAxesMayBeChosen() {
        List<WebElement> buttons = all("[data-x]");
        for (WebElement button : buttons) {
            button.click();

            assertThat(labels()).as(title()).contains(button.getText());
            assertThat(buttons.stream().filter(other -> "true".equals(other.getDomAttribute("aria-pressed"))))
                    .as(title())
                    .containsExactly(button);
        }
        if (!buttons.isEmpty()) {
            buttons.get(0).click();
        }
    }

    /** Each button of a logarithm changes the labels, and changes them back. */
    public void assertAxesMayBeLogarithmic() {
        for (WebElement button :
                all("[data-log]").stream().filter(WebElement::isDisplayed).toList()) {
            String name = title() + ": " + button.getText();
            String pressed = button.getDomAttribute("aria-pressed");
            List<String> before = labels();

            button.click();

            assertThat(button.getDomAttribute("aria-pressed")).as(name).isNotEqualTo(pressed);
            assertThat(labels()).as(name).isNotEqualTo(before);

            button.sendKeys(Keys.ENTER);

            assertThat(labels()).as(name).isEqualTo(before);
        }
    }

    /** Saves it, and returns what the file holds, which must be well-formed and on white. */
    public Document assertSaves() throws Exception {
        try (Stream<Path> old = Files.list(downloads)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        all("[data-save]").get(0).click();
        Path saved = awaited(this::saved);
        String text = Files.readString(saved, StandardCharsets.UTF_8);
        Document svg = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

        assertThat(svg.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(text).contains("fill=\"#ffffff\"");
        return svg;
    }

    private Optional<Path> saved() {
        try (Stream<Path> files = Files.list(downloads)) {
            return files.filter(file -> file.toString().endsWith(".svg")).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T awaited(Supplier<Optional<T>> wanted) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        Optional<T> found = wanted.get();
        while (found.isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(50);
            found = wanted.get();
        }
        return found.orElseThrow(() -> new AssertionError("did not come in ten seconds"));
    }

    /** Rests the mouse on the middle of a name's first mark that is small enough to be a point or a bar. */
    @SuppressWarnings("unchecked")
    public String hover(WebElement button) throws InterruptedException {
        driver.executeScript(
                "arguments[0].scrollIntoView({ block: 'center' })",
                all(".drawing").get(0));
        Map<String, Object> place = (Map<String, Object>) driver.executeScript(MARKS + """
                const boxes = marks.map((mark) => mark.getBoundingClientRect()).filter((box) => box.width < 120);
                const box = boxes.find((box) => box.width > 4 && box.height > 4);
                return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
                """, figure(), button);
        int x = ((Number) place.get("x")).intValue();
        int y = ((Number) place.get("y")).intValue();
        new Actions(driver).moveToLocation(x - 2, y).moveToLocation(x, y).perform();
        return awaited(this::told);
    }

    private Optional<String> told() {
        List<String> told = all(".told").stream().map(WebElement::getText).toList();
        return told.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", told));
    }
}
