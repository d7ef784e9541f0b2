package tritone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tritone.corpus.CorpusFormat;

/** What README says of things that are listed in the code too. */
class ReadmeTest {
    private static final String FORMATS = "| `--format` | endings | what it is |";

    @Test
    void theTableOfFormatsIsThatOfTheCode() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("README.md")).stream()
                .dropWhile(line -> !line.equals(FORMATS))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(CorpusFormat.values())
                        .map(ReadmeTest::row)
                        .toList());
    }

    private static String row(CorpusFormat format) {
        String endings = format.endings().isEmpty()
                ? "a folder"
                : format.endings().stream().map(ending -> "`." + ending + "`").collect(Collectors.joining(", "));
        return "| `" + format + "` | " + endings + " | " + format.description() + " |";
    }

    @Test
    void corporaSaysSomethingOfEveryFormat() throws IOException {
        String corpora = Files.readString(Path.of("corpora/README.md"));

        for (CorpusFormat format : CorpusFormat.values()) {
            assertThat(corpora).containsPattern("(?m)^\\*\\*.*\\*\\* \\(`" + format + "`");
        }
    }
}
