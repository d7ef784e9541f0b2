package tritone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tritone.report.Browser;
import tritone.report.BrowserPage;

/** The pages that commands write, in a real browser. Runs after the jar is packaged. */
@DisabledOnOs(OS.WINDOWS)
class ReportIT {
    private static final String HOSTILE = "<script>alert(1)</script>";

    @TempDir
    private static Path folder;

    /** Reviews of which each is, or begins with, a script that a page must show and not run. */
    @BeforeAll
    static void compare() throws Exception {
        StringBuilder rows = new StringBuilder("id\tlabel\trating\ttext\n");
        for (int i = 0; i < 120; i++) {
            String text = i % 3 == 0 ? HOSTILE : HOSTILE + " a word" + i % 5 + " for the film" + i % 7;
            rows.append("<b>").append(i).append("</b>\t").append(i % 2 == 0 ? "<i>good</i>" : "bad\"|`");
            rows.append('\t').append(1 + i % 10).append('\t').append(text).append('\n');
        }
        Files.writeString(folder.resolve("films.tsv"), rows);
        Launched place = new Launched(folder);
        assertSucceeds(
                place,
                "compare",
                "films.tsv",
                "--validation",
                "0.4",
                "--seeds",
                "2",
                "--units",
                "8",
                "--embedding",
                "8",
                "--preset",
                "lecture",
                "--epochs",
                "3",
                "--batch",
                "8",
                "--vary",
                "clip=none,1",
                "--report",
                "compared");
        List<Object> evaluate = new ArrayList<>(List.of("evaluate", "films.tsv", "--report", "evaluated", "--average"));
        try (Stream<Path> runs = Files.list(folder.resolve("compared/runs"))) {
            runs.map(run -> run.getFileName().toString())
                    .filter(name -> name.matches("(gru|linear).*"))
                    .sorted()
                    .limit(3)
                    .forEach(name -> evaluate.addAll(List.of("--model", "compared/runs/" + name)));
        }
        assertSucceeds(place, evaluate.toArray());
    }

    private static void assertSucceeds(Launched place, Object... arguments) throws Exception {
        Launched.Result result = place.run(place.tritone(arguments));
        assertThat(result.exitCode())
                .as(Arrays.toString(arguments) + "\n" + result.err())
                .isZero();
    }

    private static void assertGood(String name, Path file) throws Exception {
        assertThat(Files.size(file)).isLessThan(1_500_000);
        try (Browser browser = Browser.start(folder.resolve(name))) {
            BrowserPage page = browser.open(file);
            page.assertChartsWork();
            assertThat(page.one("main").getText()).contains(HOSTILE);
            page.assertAccessible();
            page.assertNothingLeaves();
            page.assertNoErrors();

            page.narrow();
            page.load();
            page.assertNoSidewaysScroll();

            page.wide();
            page.dark();
            page.load();
            page.assertAccessible();
            page.assertNoErrors();
        }
    }

    @Test
    void theComparisonsPageIsGood() throws Exception {
        assertGood("first", folder.resolve("compared/report.html"));
    }

    @Test
    void theEvaluationsPageIsGood() throws Exception {
        assertThat(folder.resolve("evaluated"))
                .isDirectoryContaining(path -> path.endsWith("evaluation.json"))
                .isDirectoryContaining(path -> path.endsWith("predictions.csv"));
        assertGood("second", folder.resolve("evaluated/report.html"));
    }
}
