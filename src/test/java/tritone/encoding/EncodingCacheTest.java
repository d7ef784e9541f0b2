package tritone.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusFiles;
import tritone.corpus.CorpusPart;
import tritone.corpus.ReadingOptions;
import tritone.text.Chain;
import tritone.vocabulary.CorpusCounts;
import tritone.vocabulary.Vocabulary;

class EncodingCacheTest {
    @TempDir
    private Path folder;

    private EncodingCache cache;
    private CorpusPart part;

    @BeforeEach
    void makeCorpus() throws IOException {
        cache = new EncodingCache(folder.resolve("cache"));
        part = part("pos\tI liked it\nneg\tI did not\n");
    }

    private CorpusPart part(String rows) throws IOException {
        return Corpus.open(CorpusFiles.write(folder, "x.tsv", rows), ReadingOptions.DEFAULTS)
                .training();
    }

    private Vocabulary vocabulary(String chain, int size) throws IOException {
        Chain parsed = Chain.parse(chain);
        return Vocabulary.of(
                parsed, CorpusCounts.of(part, parsed, 1, read -> {}).tokens(), size, 1);
    }

    private EncodingCache.Entry encoded(CorpusPart part, Vocabulary vocabulary) throws IOException {
        return cache.encoded(part, vocabulary, 1, read -> {});
    }

    @Test
    void findsWhatItHasEncodedBefore() throws IOException {
        Vocabulary vocabulary = vocabulary("simple", 100);

        assertThat(encoded(part, vocabulary).found()).isFalse();
        EncodingCache.Entry again = encoded(part, vocabulary("simple", 100));

        assertThat(again.found()).isTrue();
        assertThat(again.corpus().tokens()).isEqualTo(6);
    }

    @Test
    void encodesAnewWhenCorpusChainOrVocabularyChange() throws IOException {
        encoded(part, vocabulary("simple", 100));

        assertThat(encoded(part, vocabulary("simple,lowercase", 100)).found()).isFalse();
        assertThat(encoded(part, vocabulary("simple", 4)).found()).isFalse();
        assertThat(encoded(part("pos\tI liked it\nneg\tI did NOT\n"), vocabulary("simple", 100))
                        .found())
                .isFalse();
    }

    @Test
    void tellsChainsApartThatGaveTheSameVocabulary() throws IOException {
        part = part("pos\tfine film\n");
        encoded(part, vocabulary("simple", 100));

        assertThat(encoded(part, vocabulary("simple,lowercase", 100)).found()).isFalse();
    }

    @Test
    void encodesAnewWhatWasDamaged() throws IOException {
        Vocabulary vocabulary = vocabulary("simple", 100);
        encoded(part, vocabulary);
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            Files.writeString(files.findFirst().orElseThrow(), "nonsense");
        }

        assertThat(encoded(part, vocabulary).found()).isFalse();
        assertThat(encoded(part, vocabulary).found()).isTrue();
    }

    @Test
    void encodesAStreamEachTime() throws IOException {
        Vocabulary vocabulary = vocabulary("simple", 100);
        for (int i = 0; i < 2; i++) {
            CorpusPart stream = Corpus.of(
                            "stdin", new ByteArrayInputStream("liked it".getBytes()), ReadingOptions.DEFAULTS)
                    .training();

            EncodingCache.Entry entry = encoded(stream, vocabulary);

            assertThat(entry.found()).isFalse();
            assertThat(entry.corpus().tokens()).isEqualTo(2);
        }
    }
}
