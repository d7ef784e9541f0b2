package tritone.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusFiles;
import tritone.corpus.CorpusPart;
import tritone.corpus.Labels;
import tritone.corpus.ReadingOptions;
import tritone.text.Chain;
import tritone.vocabulary.CorpusCounts;
import tritone.vocabulary.Vocabulary;

class EncodedCorpusTest {
    private static final String ROWS = """
            id\tlabel\tfilm\trating\ttext
            one\tpos\tGull\t9\ta b a
            two\tneg\t\t\tb zzz
            three\t\tGull\t2.5\t???
            four\t1\tSalt\t\t
            """;

    @TempDir
    private Path folder;

    private CorpusPart part(String rows) throws IOException {
        return Corpus.open(CorpusFiles.write(folder, "x.tsv", rows), ReadingOptions.DEFAULTS)
                .training();
    }

    /** Ids: a 2, b 3; everything else is unknown. */
    private static Vocabulary vocabulary(CorpusPart part) throws IOException {
        Chain chain = Chain.parse("whitespace");
        return Vocabulary.of(chain, CorpusCounts.of(part, chain, 1, read -> {}).tokens(), 4, 1);
    }

    private static int[] ids(EncodedCorpus corpus, int review) {
        int[] ids = new int[corpus.length(review)];
        corpus.copyIds(review, 0, ids, 0, ids.length);
        return ids;
    }

    @Test
    void holdsIdsAndWhatIsKnownOfEachReview() throws IOException {
        CorpusPart part = part(ROWS);
        Path file = folder.resolve("x.ids");
        new CorpusEncoder(vocabulary(part), 2).encode(part, file, read -> {});

        EncodedCorpus corpus = EncodedCorpus.open(file);

        assertThat(corpus.size()).isEqualTo(4);
        assertThat(corpus.tokens()).isEqualTo(6);
        assertThat(ids(corpus, 0)).containsExactly(2, 3, 2);
        assertThat(ids(corpus, 1)).containsExactly(3, Vocabulary.UNKNOWN);
        assertThat(ids(corpus, 2)).containsExactly(Vocabulary.UNKNOWN);
        assertThat(ids(corpus, 3)).isEmpty();
        assertThat(corpus.labels()).containsExactly("neg", "pos");
        assertThat(corpus.classes(Labels.POLARITY)).containsExactly(1, 0, -1, 1);
        assertThat(corpus.classes(Labels.of(List.of("pos", "other")))).containsExactly(0, -1, -1, 0);
        assertThat(corpus.id(2)).isEqualTo("three");
        assertThat(corpus.rating(0)).isEqualTo(OptionalDouble.of(9));
        assertThat(corpus.rating(1)).isEqualTo(OptionalDouble.empty());
        assertThat(corpus.group(3)).isEqualTo(Optional.of("Salt"));
        assertThat(corpus.group(1)).isEmpty();
    }

    @Test
    void copiesAnyStretchOfAReview() throws IOException {
        CorpusPart part = part(ROWS);
        Path file = folder.resolve("x.ids");
        new CorpusEncoder(vocabulary(part), 1).encode(part, file, read -> {});
        EncodedCorpus corpus = EncodedCorpus.open(file);
        int[] target = {-1, -1, -1, -1};

        corpus.copyIds(0, 1, target, 1, 2);

        assertThat(target).containsExactly(-1, 3, 2, -1);
        assertThatThrownBy(() -> corpus.copyIds(0, 2, target, 0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void isTheSameFileWhateverTheNumberOfThreads() throws IOException {
        String rows = ROWS + "five\tpos\tGull\t3\ta word b word\n".repeat(30_000);
        CorpusPart part = part(rows);
        Vocabulary vocabulary = vocabulary(part);
        for (int threads : new int[] {1, 2, 8}) {
            new CorpusEncoder(vocabulary, threads).encode(part, folder.resolve(threads + ".ids"), read -> {});
        }

        assertThat(folder.resolve("2.ids")).hasSameBinaryContentAs(folder.resolve("1.ids"));
        assertThat(folder.resolve("8.ids")).hasSameBinaryContentAs(folder.resolve("1.ids"));
    }

    @Test
    void leavesNothingBehindWhenARowIsBad() throws IOException {
        Vocabulary vocabulary = vocabulary(part(ROWS));
        CorpusPart bad = part(ROWS + "too\tfew\n");

        assertThatThrownBy(() -> new CorpusEncoder(vocabulary, 2).encode(bad, folder.resolve("bad.ids"), read -> {}))
                .hasMessageEndingWith("x.tsv:6: expected 5 columns but found 2");

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("x.tsv"));
        }
    }

    @Test
    void refusesAFileThatIsCut() throws IOException {
        CorpusPart part = part(ROWS);
        Path file = folder.resolve("x.ids");
        new CorpusEncoder(vocabulary(part), 1).encode(part, file, read -> {});
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length < whole.length; length++) {
            Path cut = Files.write(folder.resolve("cut.ids"), Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> EncodedCorpus.open(cut))
                    .isInstanceOf(EncodingFormatException.class)
                    .hasMessage(cut + ": expected an encoded corpus of this version but found other bytes");
        }
    }

    @Test
    void refusesAFileInWhichAnyByteHasChanged() throws IOException {
        CorpusPart part = part(ROWS);
        Path file = folder.resolve("x.ids");
        new CorpusEncoder(vocabulary(part), 1).encode(part, file, read -> {});
        byte[] whole = Files.readAllBytes(file);

        for (int at = 0; at < whole.length; at++) {
            byte[] bytes = whole.clone();
            bytes[at] ^= 0x10;
            Path damaged = Files.write(folder.resolve("damaged.ids"), bytes);

            assertThatThrownBy(() -> EncodedCorpus.open(damaged)).isInstanceOf(EncodingFormatException.class);
        }
    }
}
