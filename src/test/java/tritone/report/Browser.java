package tritone.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A Chromium without a window, for tests of pages. Tests are skipped where there is none, unless the environment variable
 * {@code TRITONE_CHROMIUM} names one (and {@code TRITONE_CHROMEDRIVER} its driver): then they must run.
 */
public final class Browser implements AutoCloseable {
    /** Held, since loggers that nobody holds forget their level. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private static final Path USUAL = Path.of("/usr/bin/chromium");
    private static final Path USUAL_DRIVER = Path.of("/usr/bin/chromedriver");

    private final ChromeDriver driver;
    private final Path downloads;

    private Browser(ChromeDriver driver, Path downloads) {
        this.driver = driver;
        this.downloads = downloads;
    }

    /** Starts one that keeps all of its files in that folder. */
    public static Browser start(Path folder) {
        Optional<Path> named =
                Optional.ofNullable(System.getenv("TRITONE_CHROMIUM")).map(Path::of);
        Path driver = Optional.ofNullable(System.getenv("TRITONE_CHROMEDRIVER"))
                .map(Path::of)
                .orElse(USUAL_DRIVER);
        Path chromium = named.orElse(USUAL);
        if (named.isPresent()) {
            assertThat(chromium).as("TRITONE_CHROMIUM").isExecutable();
            assertThat(driver).as("TRITONE_CHROMEDRIVER").isExecutable();
        }
        Assumptions.assumeTrue(
                Files.isExecutable(chromium) && Files.isExecutable(driver),
                "pages are not looked at: install chromium and chromium-driver, or set TRITONE_CHROMIUM and TRITONE_CHROMEDRIVER");
        SELENIUM.setLevel(Level.SEVERE);
        try {
            Path downloads = Files.createDirectories(folder.resolve("downloads"));
            ChromeDriverService service = new ChromeDriverService.Builder()
                    .usingDriverExecutable(driver.toFile())
                    .usingAnyFreePort()
                    .build();
            return new Browser(new ChromeDriver(service, options(chromium, folder, downloads)), downloads);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChromeOptions options(Path chromium, Path folder, Path downloads) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.setCapability("goog:loggingPrefs", logs);
        options.setExperimentalOption("prefs", Map.of("download.default_directory", downloads.toString()));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,900",
                "--user-data-dir=" + folder.resolve("profile"));
        return options;
    }

    /** Opens a file afresh: on a wide and light screen, with scripts, nothing logged yet. */
    public BrowserPage open(Path file) {
        BrowserPage page = new BrowserPage(driver, file, downloads);
        page.light();
        page.wide();
        page.load();
        return page;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
