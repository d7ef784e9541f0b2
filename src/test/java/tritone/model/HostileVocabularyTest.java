package tritone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static tritone.model.Refusal.refused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tritone.network.CellKind;

/** {@code vocab.txt} that cannot be, or is of another model. */
class HostileVocabularyTest {
    @TempDir
    private Path folder;

    private Spoilt model(CellKind kind) throws IOException {
        return Refusal.model(kind, folder);
    }

    private void refusesVocabulary(String text, String problem) throws IOException {
        for (CellKind kind : List.of(CellKind.LSTM, CellKind.LINEAR)) {
            Spoilt spoilt = model(kind);
            spoilt.bytes("vocab.txt", text.getBytes(StandardCharsets.UTF_8));

            assertThat(refused(spoilt)).startsWith("/" + problem);
        }
    }

    private static String vocabulary(String chain, String counted, String rows, String... lines) {
        return "# tritone vocabulary 1, chain " + chain + ", counted " + counted + ", rows " + rows + "\n"
                + String.join("\n", lines) + "\n";
    }

    @Test
    void refusesVocabulariesThatCannotBe() throws IOException {
        String header = "vocab.txt:1: expected \"# tritone vocabulary 1, chain";
        refusesVocabulary("", header);
        refusesVocabulary("\u001b[2J\n", header);
        refusesVocabulary(vocabulary("simple", "5", "2147483647", "a\t3"), header);
        refusesVocabulary(vocabulary("simple", "5", "-1", "a\t3"), header);
        refusesVocabulary(vocabulary("simple", "9999999999999999999", "1", "a\t3"), header);
        refusesVocabulary(vocabulary("\u001b[2J", "5", "1", "a\t3"), header);
        refusesVocabulary(vocabulary("simple," + "lowercase,".repeat(999_999), "5", "1", "a\t3"), header);
        refusesVocabulary(vocabulary("simple,stop=a|\u001b[2J", "5", "1", "a\t3"), header);
        refusesVocabulary(vocabulary("simple,stop=" + "a|".repeat(1 << 20), "5", "1", "a\t3"), header);
        refusesVocabulary(
                vocabulary("simple,ngrams:1000000", "5", "1", "a\t3"),
                "vocab.txt:1: ngrams must have from 2 to 5 words");
        refusesVocabulary(vocabulary("simple,stop:@/etc/hostname", "5", "1", "a\t3"), header);
        refusesVocabulary(vocabulary("simple,stop=%1B%5B2J", "5", "1", "a\t3"), "vocab.txt:1: a word of a chain must ");
        refusesVocabulary(
                vocabulary("simple,synonyms=a>b>c", "5", "1", "a\t3"), "vocab.txt:1: a rule of synonyms must ");
        refusesVocabulary(vocabulary("nonsense", "5", "1", "a\t3"), "vocab.txt:1: a chain must be made of ");
        refusesVocabulary(
                vocabulary("simple", "5", "999999999", "a\t3"), "vocab.txt:1: expected 999999999 rows but found 1");
        String row = "vocab.txt:2: expected a token, a tab and a count";
        refusesVocabulary(vocabulary("simple", "5", "1", "a\t3\t4"), row);
        refusesVocabulary(vocabulary("simple", "5", "1", "a\t-3"), row);
        refusesVocabulary(vocabulary("simple", "5", "1", "a\t9999999999999999999"), row);
        refusesVocabulary(vocabulary("simple", "5", "1", "a".repeat(1 << 20)), row);
        refusesVocabulary(
                vocabulary("simple", "5", "1", "a".repeat(1 << 16) + "\t3"),
                "vocab.txt:2: expected a token of at most 65535 characters but found 65536");
        refusesVocabulary(
                vocabulary("simple", "9", "2", "\u001b[2J\t3", "\u001b[2J\t3"),
                "vocab.txt:3: the token \\u001b[2J is there twice");
        refusesVocabulary(
                vocabulary("simple", "9", "2", "b\t3", "\ra" + "x".repeat(999) + "\t3"),
                "vocab.txt:3: the token \\u000da" + "x".repeat(38) + "... ranks before the one above it");
        refusesVocabulary(
                vocabulary("simple", "9", "1", "b\t10"), "vocab.txt:1: expected counts of at most 9 together");
        String[] many = IntStream.range(0, 20)
                .mapToObj(i -> (char) ('a' + i) + "\t999999999999999999")
                .toArray(String[]::new);
        refusesVocabulary(
                vocabulary("simple", "999999999999999999", "20", many), "vocab.txt:1: expected counts of at most");
    }

    @Test
    void refusesAVocabularyOfAnotherSizeThanTheWeights() throws IOException {
        Spoilt network = model(CellKind.LSTM);
        network.bytes("vocab.txt", vocabulary("simple", "3", "1", "a\t3").getBytes(StandardCharsets.UTF_8));
        assertThat(refused(network)).isEqualTo("/vocab.txt: expected 9 ids but found 3");

        Spoilt linear = model(CellKind.LINEAR);
        linear.bytes("vocab.txt", vocabulary("simple", "3", "1", "a\t3").getBytes(StandardCharsets.UTF_8));
        assertThat(refused(linear)).contains("expected words of shape [1, 3] but found [1, 9]");
    }

    @Test
    void takesAVocabularyWithoutWords() throws IOException {
        Spoilt spoilt = model(CellKind.LSTM);
        spoilt.bytes(
                "vocab.txt",
                "# tritone vocabulary 1, chain simple, counted 0, rows 0\n".getBytes(StandardCharsets.UTF_8));

        assertThat(refused(spoilt)).isEqualTo("/vocab.txt: expected 9 ids but found 2");
    }
}
