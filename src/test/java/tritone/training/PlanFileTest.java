package tritone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanFileTest {
    @TempDir
    private Path folder;

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("plan.yaml"), yaml);
    }

    private void assertRefused(String yaml, String problem) throws IOException {
        Path file = write(yaml);

        assertThatThrownBy(() -> PlanFile.read(file))
                .isInstanceOf(PlanFormatException.class)
                .hasMessage(file + ": " + problem);
    }

    @Test
    void aPlanFromBeforeLongerPhrasesGoesByPairs() throws IOException {
        String linear = "preset: lecture\ncell: linear\nmin-reviews: 3\nsmoothing: 1\n";

        assertThat(PlanFile.read(write(linear + "penalty: 5\n"))).containsEntry(Setting.PHRASE_WORDS, "2");
        assertThat(PlanFile.read(write(linear))).doesNotContainKey(Setting.PHRASE_WORDS);
    }

    @Test
    void aChainWithWordsIsOneLine() throws IOException {
        String words = "a%3A|don%27t|f%C3%BCr|".repeat(2000);
        for (String chain : List.of("html,lucene:de,ngrams:2", "simple,stop=" + words + "x,synonyms=a%20b>c|d;e>f")) {
            Path file = folder.resolve("plan.yaml");

            PlanFile.write(Map.of(Setting.CHAIN, chain), file);

            assertThat(Files.readString(file)).hasLineCount(1);
            assertThat(PlanFile.read(file)).containsEntry(Setting.CHAIN, chain);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e-3",
                "1E-3",
                "1e3",
                "0.0050",
                ".5",
                "1.",
                "+5",
                "-0",
                "007",
                "010",
                "0x10",
                "0b11",
                "0o17",
                "1_000",
                "1:30",
                "null",
                "~",
                "true",
                "no",
                "y",
                "on",
                ".inf",
                ".nan",
                "2001-01-01",
                "",
                "=",
                "<<",
                "- a",
                "? x",
                "a: b",
                "a:",
                "#x",
                "a #b",
                "'q'",
                "\"q\"",
                "@x",
                "!x",
                "&x",
                "*x",
                "{x}",
                "[x]",
                "%x",
                "`x",
                "|",
                ">",
                "a\tb",
                "a\nb",
                "\u00e9 \ud83c\udfac",
                "---",
                "...",
                "a, b",
                "C:\\films"
            })
    void whatIsWrittenIsReadAgain(String value) throws IOException {
        Map<Setting, String> settings = Plans.settings("corpus=" + value, "rate=1e-3");

        PlanFile.write(settings, folder.resolve("plan.yaml"));

        assertThat(PlanFile.read(folder.resolve("plan.yaml"))).isEqualTo(settings);
    }

    @Test
    void numbersStandWithoutQuotes() throws IOException {
        PlanFile.write(Plans.settings("units=32", "rate=0.005", "seed=-3"), folder.resolve("plan.yaml"));

        assertThat(folder.resolve("plan.yaml")).hasContent("units: 32\nrate: 0.005\nseed: -3\n");
    }

    @Test
    void readsCommentsListsAndWindowsLines() throws IOException {
        Path file =
                write("\ufeff# mine\r\ncell: bag # a yardstick\r\n\r\nclass-weights: [1, 2.5]\r\nlabels: [a, b]\r\n");

        assertThat(PlanFile.read(file)).isEqualTo(Plans.settings("cell=bag", "class-weights=1,2.5", "labels=a,b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'cell: gru\nunit: 4\n' | there is no setting called unit",
                "'\"a\\e[31m\": 4\n' | there is no setting called a\\u001b[31m",
                "'cell: [bag\n : x: :\n' | line 1 is no YAML",
                "'just words\n' | 'expected lines of \"setting: value\"'",
                "'- cell\n- gru\n' | 'expected lines of \"setting: value\"'",
                "'' | 'expected lines of \"setting: value\"'",
                "'# nothing\n' | 'expected lines of \"setting: value\"'",
                "'cell:\n' | cell must have one value or a plain list",
                "'cell: {a: b}\n' | cell must have one value or a plain list",
                "'cell: gru\nunits: 4\nunits: 8\n' | line 3 says again what was said before, or begins a second plan",
                "'cell: gru\n---\ncell: bag\n' | line 3 says again what was said before, or begins a second plan",
                "'!!java.net.URL [x]\n' | 'expected lines of \"setting: value\"'",
            })
    void saysWhatIsNoPlan(String yaml, String problem) throws IOException {
        assertRefused(yaml.replace("\\n", "\n"), problem);
    }

    @Test
    void neitherDepthNorSizeTakesItDown() throws IOException {
        assertRefused("cell: " + "[".repeat(100_000), "is no YAML");
        assertRefused("cell: &a [x, x]\nunits: &b [*a, [*a]]\n", "units must have one value or a plain list");
        assertRefused("cell: gru #" + "x".repeat(1 << 20), "expected at most 1048576 bytes");
    }

    @Test
    void bytesThatAreNoTextAreNoPlan() throws IOException {
        Path file = Files.write(folder.resolve("plan.yaml"), new byte[] {'c', ':', ' ', (byte) 0xff, (byte) 0xfe});

        assertThatThrownBy(() -> PlanFile.read(file))
                .isInstanceOf(PlanFormatException.class)
                .hasMessage(file + ": line 1 is no YAML");
    }
}
