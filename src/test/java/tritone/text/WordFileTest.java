package tritone.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tritone.text.Tokens.assertTokens;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordFileTest {
    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.write(folder.resolve("words.txt"), text.getBytes(StandardCharsets.UTF_8));
    }

    private String stop(String text) throws IOException {
        return ChainFiles.read("simple,stop:@" + file(text));
    }

    private String synonyms(String text) throws IOException {
        return ChainFiles.read("simple, lowercase, synonyms:@" + file(text));
    }

    @Test
    void stopWordsStandInLinesWithCommentsOfEitherKind() throws IOException {
        assertThat(stop("\ufeff# mine\n\n  the\nf\u00fcr | for\n| nothing\n\ta  an\r\ndon't # do not\nC#\nthe\n"))
                .isEqualTo("simple,stop=C%23|a|an|don%27t|f%C3%BCr|the");
    }

    @Test
    void synonymsAreSolrs() throws IOException {
        assertThat(synonyms("# films\n film ,motion  picture => movie \r\n\nbad, awful,poor\na\\,b => a\\=>b, c\n"))
                .isEqualTo("simple,lowercase,synonyms=film|motion%20picture>movie;awful|poor>bad;a%2Cb>a%3D%3Eb|c");
    }

    @Test
    void theChainNeedsNoFileAnyMore() throws IOException {
        String stop = stop("the\n");
        Files.delete(folder.resolve("words.txt"));

        assertTokens(stop, "the film", "film");
    }

    @Test
    void otherStepsStayAsTheyAre() throws IOException {
        assertThat(ChainFiles.read("html,simple, stem")).isEqualTo("html,simple, stem");
        assertThat(ChainFiles.read("default")).isEqualTo("default");
        assertThat(ChainFiles.read("simple,stem:@x,STOP:@" + file("a"))).isEqualTo("simple,stem:@x,stop=a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a => b => c; expected one => at most but found 2",
                "film; expected words with commas between them, or => and a word after it",
                "a, => b; expected a word on each side of a comma or => but found none",
                "=> b; expected a word on each side of a comma or => but found none",
                "a, b, a => c; expected a word to be replaced by one rule but found \"a\" in line 3 too",
                "y => z; expected a word to be replaced by one rule but found \"y\" in line 1 too"
            })
    void aBadRuleIsNamedByItsLine(String rule, String problem) {
        assertThatThrownBy(() -> synonyms("x, y\n\n" + rule + "\n"))
                .isInstanceOf(WordFileException.class)
                .hasMessage(folder.resolve("words.txt") + ":3: " + problem);
    }

    @Test
    void aWordThatNoChainCanCarryIsNamedByItsLine() {
        String problem = "a word of a chain must have 1 to 200 characters and none that drives a terminal but was \"";

        assertThatThrownBy(() -> stop("a\n" + "b".repeat(201)))
                .hasMessage(folder.resolve("words.txt") + ":2: " + problem + "b".repeat(40) + "...\"");
        assertThatThrownBy(() -> stop("a\u001b[31m"))
                .hasMessage(folder.resolve("words.txt") + ":1: " + problem + "a\\u001b[31m\"");
        assertThatThrownBy(() -> synonyms("a => " + "1234567890,".repeat(10) + "1"))
                .hasMessage(folder.resolve("words.txt")
                        + ":1: a rule of synonyms must have at most 100 characters on its right but found 101");
    }

    @Test
    void aFileThatIsNoneOfWordsIsRefused() throws IOException {
        Path path = folder.resolve("words.txt");

        assertThatThrownBy(() -> stop("# nothing\n")).hasMessage(path + ": expected a word in a line but found none");
        assertThatThrownBy(() -> synonyms("\n"))
                .hasMessage(path + ": expected a rule such as \"film, movie => picture\" but found none");
        Files.write(path, new byte[] {'a', (byte) 0xff});
        assertThatThrownBy(() -> ChainFiles.read("simple,stop:@" + path))
                .hasMessage(path + ": expected UTF-8 text but found other bytes");
        assertThatThrownBy(() -> ChainFiles.read("simple,stop:@" + folder))
                .hasMessage(folder + ": expected a file of words but found a folder");
        assertThatThrownBy(() -> ChainFiles.read("simple,stop:@")).isInstanceOf(WordFileException.class);
        assertThatThrownBy(() -> ChainFiles.read("simple,stop:@" + folder.resolve("none")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void moreThanAChainCarriesIsRefused() throws IOException {
        String words = IntStream.range(0, 20_000).mapToObj(i -> "w" + i).collect(Collectors.joining("\n"));

        assertThatThrownBy(() -> stop(words))
                .hasMessage(folder.resolve("words.txt")
                        + ": a chain must carry at most 100,000 characters of words in one step but found 128,894");
        assertThatThrownBy(() -> stop("a\n".repeat(1 << 20)))
                .hasMessage(folder.resolve("words.txt") + ": expected at most 1048576 bytes of words but found more");
        assertThat(Chain.parse(stop(words.substring(0, 90_000)))).isNotNull();
    }
}
