package tritone.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tritone.corpus.CorpusFiles.columns;
import static tritone.corpus.CorpusFiles.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that Arrow's own library wrote (src/test/python/parquet_files.py), against the same reviews as JSON Lines. */
class ParquetTest {
    private static final Path FILES = Path.of("src/test/resources/tritone/corpus");

    @TempDir
    private Path folder;

    private static Path file(String name) {
        return FILES.resolve(name + ".parquet");
    }

    private static Corpus open(String name, Map<Field, String> columns) throws IOException {
        return Corpus.open(file(name), columns(columns));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain-v1", "snappy-v1", "gzip-v2", "zstd-v2", "lz4-v1", "delta-v2"})
    void readsWhatArrowWrites(String name) throws IOException {
        List<Review> reviews = read(FILES.resolve("reviews.jsonl"));

        assertThat(reviews).hasSize(42);
        assertThat(read(file(name))).isEqualTo(reviews);
        assertThat(read(Files.copy(file(name), folder.resolve("unnamed")))).isEqualTo(reviews);
    }

    @Test
    void readsEveryTypeOfColumn() throws IOException {
        assertThat(read(file("types")))
                .containsExactly(
                        new Review("1", "fine", Optional.of("pos"), OptionalDouble.of(9), Optional.empty()),
                        new Review("2", "dull", Optional.of("neg"), OptionalDouble.of(1), Optional.empty()),
                        Review.of("4000000000", "meh"));
        assertThat(read(open("types", Map.of(Field.RATING, "small", Field.LABEL, "kind", Field.GROUP, "price"))))
                .containsExactly(
                        new Review("1", "fine", Optional.of("a b"), OptionalDouble.of(4.5), Optional.of("4.50")),
                        new Review("2", "dull", Optional.of("c"), OptionalDouble.empty(), Optional.of("-0.25")),
                        new Review("4000000000", "meh", Optional.empty(), OptionalDouble.of(1), Optional.empty()));
    }

    @Test
    void textsAloneAreReadWhateverTheLabelsAre() throws IOException {
        List<String> texts = new ArrayList<>();
        Corpus corpus = open("types", Map.of(Field.RATING, "kind"));
        try (ReviewReader reader = corpus.training().openTexts()) {
            for (Review review = reader.next(); review != null; review = reader.next()) {
                texts.add(review.id() + " " + review.text());
            }
        }

        assertThat(texts).containsExactly("1 fine", "2 dull", "4000000000 meh");
    }

    @Test
    void goesOnAfterARowWithoutText() throws IOException {
        try (ReviewReader reader =
                open("types", Map.of(Field.TEXT, "bytes")).training().open()) {
            assertThat(reader.next().text()).isEqualTo("f\u00fcr");
            assertThatThrownBy(reader::next)
                    .hasMessage(file("types") + ":2: expected UTF-8 text but found other bytes");
            assertThatThrownBy(reader::next).hasMessage(file("types") + ":3: expected a text but found none");
            assertThat(reader.rowId()).isEqualTo("3");
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void rowsOfSeveralFilesAreNamedAfterFileAndRow() throws IOException {
        Files.copy(file("types"), folder.resolve("a.parquet"));
        Files.copy(file("types"), folder.resolve("b.parquet"));

        try (ReviewReader reader = Corpus.open(folder, columns(Map.of(Field.TEXT, "bytes", Field.ID, "bytes")))
                .training()
                .open()) {
            reader.next();
            assertThatThrownBy(reader::next).isInstanceOf(CorpusFormatException.class);
            assertThat(reader.rowId()).isEqualTo("a.parquet:2");
        }
    }

    @Test
    void readsAColumnInsideAnotherIfItIsChosen() throws IOException {
        try (ReviewReader reader =
                open("snappy-v1", Map.of(Field.TEXT, "inner.text")).training().open()) {
            assertThat(reader.next().text()).isEqualTo("inner 0");
            for (int i = 1; i < 4; i++) {
                reader.next();
            }
            assertThatThrownBy(reader::next).hasMessage(file("snappy-v1") + ":5: expected a text but found none");
            assertThat(reader.next().text()).isEqualTo("inner 5");
        }
    }

    @Test
    void aListIsNoText() throws IOException {
        assertThatThrownBy(() -> read(open("snappy-v1", Map.of(Field.TEXT, "tags.list.element"))))
                .hasMessage(file("snappy-v1") + ": expected a plain value in \"tags.list.element\" but found a list");
        assertThatThrownBy(() -> read(open("types", Map.of(Field.TEXT, "words"))))
                .hasMessage(file("types")
                        + ": expected a column words but found id, review, sentiment, score, small, pri...");
    }

    @Test
    void numbersOfClassesHaveNamesIfTheFileNotesThem() {
        Map<String, String> notes =
                Map.of("huggingface", "{\"info\": {\"features\": {\"label\": {\"names\": [\"neg\", \"pos\"]}}}}");
        ClassNames names = ClassNames.of(notes, "label").orElseThrow();

        assertThat(names.name("1", "x:1")).isEqualTo("pos");
        assertThat(names.name("-1", "x:1")).isEmpty();
        assertThat(names.name("", "x:1")).isEmpty();
        assertThatThrownBy(() -> names.name("2", "x:1"))
                .hasMessage("x:1: expected a label from 0 to 1 (neg, pos) but found \"2\"");
        assertThat(ClassNames.of(notes, "stars")).isEmpty();
        assertThat(ClassNames.of(Map.of("huggingface", "{\"info\": "), "label")).isEmpty();
        assertThat(ClassNames.of(Map.of(), "label")).isEmpty();
    }

    @Test
    void takesShardsAsHuggingFaceNamesThem() throws IOException {
        for (String name : List.of("train-00000-of-00002", "train-00001-of-00002", "unsupervised-00000-of-00001")) {
            Files.copy(file("types"), folder.resolve(name + ".parquet"));
        }

        Corpus corpus = Corpus.open(folder, ReadingOptions.DEFAULTS);

        assertThat(corpus.parts()).extracting(CorpusPart::split).containsExactly(Split.TRAIN, Split.UNLABELLED);
        assertThat(read(corpus.training())).hasSize(6);
    }

    @Test
    void whatIsNoParquetFileIsSaidInASentence() throws IOException {
        Path text = CorpusFiles.write(folder, "text.parquet", "text,label\n");
        Path zipped = folder.resolve("x.parquet.gz");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            Files.copy(file("types"), out);
        }
        Files.write(zipped, bytes.toByteArray());
        ByteArrayInputStream stream = new ByteArrayInputStream(Files.readAllBytes(file("types")));

        assertThatThrownBy(() -> read(text))
                .isInstanceOf(CorpusFormatException.class)
                .hasMessage(text + ": expected a Parquet file, which begins with PAR1, but found other bytes");
        assertThatThrownBy(() -> read(zipped))
                .isInstanceOf(CorpusFormatException.class)
                .hasMessage(zipped + ": expected a Parquet file, which begins with PAR1, but found a gzipped file"
                        + " (gunzip it first)");
        assertThatThrownBy(() -> read(Corpus.of("stdin", stream, ReadingOptions.DEFAULTS)))
                .isInstanceOf(CorpusFormatException.class)
                .hasMessage(
                        "stdin: expected a file of its own, since Parquet is read from its end, but found a stream");
        assertThatThrownBy(() -> read(file("brotli")))
                .isInstanceOf(CorpusFormatException.class)
                .hasMessage(file("brotli") + ": expected columns compressed by snappy, gzip, zstd, lz4_raw or not at"
                        + " all but found brotli");
        assertThatThrownBy(() -> read(file("empty")))
                .isInstanceOf(CorpusFormatException.class)
                .hasMessage(file("empty") + ": expected at least one review but found none");
    }

    @ParameterizedTest
    @CsvSource({"snappy-v1, 0", "snappy-v1, 4", "snappy-v1, 12", "zstd-v2, 4000", "plain-v1, 16587"})
    void aCutFileIsSaidToBeOne(String name, int length) throws IOException {
        Path cut = folder.resolve("x.parquet");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(file(name)), length));

        assertThatThrownBy(() -> read(cut))
                .isInstanceOf(CorpusFormatException.class)
                .hasMessageStartingWith(cut + ": expected a " + (length < 4 ? "Parquet" : "whole Parquet") + " file");
    }

    @Test
    void damageInOneGroupOfRowsShowsWhereItIsReached() throws IOException {
        Path damaged = folder.resolve("x.parquet");
        byte[] bytes = Files.readAllBytes(file("lz4-v1"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(damaged, bytes);

        List<Review> before = new ArrayList<>();
        try (ReviewReader reader =
                Corpus.open(damaged, ReadingOptions.DEFAULTS).training().open()) {
            assertThatThrownBy(() -> {
                        while (true) {
                            before.add(reader.next());
                        }
                    })
                    .isInstanceOf(CorpusFormatException.class)
                    .hasMessageMatching(
                            ".*x\\.parquet:\\d+: expected a whole Parquet file but found a cut or damaged" + " one");
            assertThat(reader.next()).isNull();
        }

        assertThat(before).hasSizeGreaterThanOrEqualTo(16);
        assertThat(read(file("lz4-v1"))).startsWith(before.toArray(Review[]::new));
    }
}
