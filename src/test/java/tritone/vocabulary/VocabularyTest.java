package tritone.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tritone.text.Chain;

class VocabularyTest {
    @TempDir
    private Path folder;

    private static Vocabulary vocabulary(int maxSize, int minCount, String... tokens) {
        TokenCounts counts = new TokenCounts();
        List.of(tokens).forEach(counts::add);
        return Vocabulary.of(Chain.DEFAULT, counts, maxSize, minCount);
    }

    @Test
    void givesIdsByRankAfterPaddingAndUnknown() {
        Vocabulary vocabulary = vocabulary(4, 1, "b", "a", "b", "c", "a", "b");

        assertThat(vocabulary.size()).isEqualTo(4);
        assertThat(vocabulary.id("b")).isEqualTo(2);
        assertThat(vocabulary.id("a")).isEqualTo(3);
        assertThat(vocabulary.id("c")).isEqualTo(Vocabulary.UNKNOWN);
        assertThat(vocabulary.id("<padding>")).isEqualTo(Vocabulary.UNKNOWN);
        assertThat(vocabulary.token(2)).isEqualTo("b");
        assertThat(vocabulary.token(Vocabulary.PADDING)).isEqualTo("<padding>");
        assertThat(vocabulary.count(3)).isEqualTo(2);
        assertThat(vocabulary.tokensCounted()).isEqualTo(6);
        assertThat(vocabulary.coverage()).isCloseTo(5 / 6.0, within(1e-12));
    }

    @Test
    void leavesOutRareTokens() {
        assertThat(vocabulary(100, 2, "b", "a", "b").size()).isEqualTo(3);
    }

    @Test
    void hasRoomForAtLeastOneToken() {
        assertThatThrownBy(() -> vocabulary(2, 1, "a"))
                .hasMessage("the size of a vocabulary must be at least 3 but was 2");
    }

    @Test
    void fileHoldsEverything() throws IOException {
        Vocabulary written =
                vocabulary(100, 1, "#", ":(", "n't", "#", "\u2028x", "\u0085", "\ud83d\ude00", "a\rb", "#");
        Path file = folder.resolve("deep/vocab.txt");

        VocabularyFile.write(written, file);

        assertThat(VocabularyFile.read(file)).usingRecursiveComparison().isEqualTo(written);
        assertThat(Files.readString(file))
                .startsWith(
                        "# tritone vocabulary 1, chain html,simple,contractions,emoticons,lowercase, counted 9, rows 7\n#\t3\n");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void theChainStandsInItsLineWithAllItsWords() throws IOException {
        String words = IntStream.range(0, 9000).mapToObj(i -> "f\u00fcr" + i).collect(Collectors.joining("|"));
        Chain chain = Chain.parse("html,lucene:de,stop=" + words.substring(0, 50_000) + ",synonyms=a%20b>c|d;x|y");
        TokenCounts counts = new TokenCounts();
        counts.add("a b".toCharArray(), 3);
        Path file = folder.resolve("vocab.txt");

        VocabularyFile.write(Vocabulary.of(chain, counts, 10, 1), file);

        assertThat(VocabularyFile.read(file).chain()).isEqualTo(chain);
        assertThat(VocabularyFile.read(file).id("a b")).isEqualTo(2);
    }

    @Test
    void readsAFileOfTheFirstVersion() throws IOException {
        Path file = Files.writeString(
                folder.resolve("v"),
                "# tritone vocabulary 1, chain simple,lowercase, counted 12, rows 2\nthe\t7\n,\t2\n");

        Vocabulary vocabulary = VocabularyFile.read(file);

        assertThat(vocabulary.chain()).isEqualTo(Chain.parse("simple,lowercase"));
        assertThat(vocabulary.id(",")).isEqualTo(3);
        assertThat(vocabulary.coverage()).isEqualTo(0.75);
    }

    @Test
    void readsAFileThatGitRewroteForWindows() throws IOException {
        Path file = Files.writeString(
                folder.resolve("v"), "# tritone vocabulary 1, chain simple, counted 12, rows 1\r\nthe\t7\r\n");

        assertThat(VocabularyFile.read(file).id("the")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | :1: expected \"# tritone vocabulary 1, chain ..., counted ..., rows ...\"",
                "'the\t7\n' | :1: expected \"# tritone vocabulary 1, chain ..., counted ..., rows ...\"",
                "'# tritone vocabulary 2, chain simple, counted 1, rows 1\n' | :1: expected \"# tritone vocabulary 1, chain ..., counted ..., rows ...\"",
                "'# tritone vocabulary 1, chain simpel, counted 1, rows 0\n' | :1: a chain has no step \"simpel\"; did you mean simple?",
                "'# tritone vocabulary 1, chain simple, counted 1, rows 1\nthe 7\n' | :2: expected a token, a tab and a count",
                "'# tritone vocabulary 1, chain simple, counted 20, rows 2\na\t7\nthe\t-7\n' | :3: expected a token, a tab and a count",
                "'# tritone vocabulary 1, chain simple, counted 20, rows 2\na\t7\na\t7\n' | :3: the token a is there twice",
                "'# tritone vocabulary 1, chain simple, counted 20, rows 2\na\t7\n' | :1: expected 2 rows but found 1",
                "'# tritone vocabulary 1, chain simple, counted 20, rows 2\nb\t7\na\t7\n' | :3: the token a ranks before the one above it",
                "'# tritone vocabulary 1, chain simple, counted 5, rows 1\nb\t7\n' | :1: expected counts of at most 5 together but found 7"
            })
    void refusesADamagedFileWithItsLine(String content, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("vocab.txt"), content);

        assertThatThrownBy(() -> VocabularyFile.read(file))
                .isInstanceOf(VocabularyFormatException.class)
                .hasMessage(file + message);
    }

    @Test
    void refusesBytesThatAreNoUtf8() throws IOException {
        Path file = Files.write(folder.resolve("vocab.txt"), new byte[] {'#', (byte) 0xff, '\n'});

        assertThatThrownBy(() -> VocabularyFile.read(file))
                .hasMessage(file + ": expected UTF-8 text but found other bytes");
    }
}
