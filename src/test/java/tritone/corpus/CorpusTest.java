package tritone.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tritone.corpus.CorpusFiles.columns;
import static tritone.corpus.CorpusFiles.format;
import static tritone.corpus.CorpusFiles.read;
import static tritone.corpus.CorpusFiles.write;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusTest {
    @TempDir
    private Path folder;

    private static Review review(String id, String label, double rating, String group, String text) {
        return new Review(
                id,
                text,
                Optional.of(label).filter(word -> !word.isEmpty()),
                rating == 0 ? OptionalDouble.empty() : OptionalDouble.of(rating),
                Optional.of(group).filter(word -> !word.isEmpty()));
    }

    @Test
    void readsTabSeparatedRowsByTheirNumberOfColumns() throws IOException {
        assertThat(read(write(folder, "1.tsv", "fine\ngrand\n")))
                .containsExactly(review("1", "", 0, "", "fine"), review("2", "", 0, "", "grand"));
        assertThat(read(write(folder, "2.tsv", "pos\tfine\n"))).containsExactly(review("1", "pos", 0, "", "fine"));
        assertThat(read(write(folder, "3.tsv", "a\tneg\tdull\n"))).containsExactly(review("a", "neg", 0, "", "dull"));
        assertThat(read(write(folder, "4.tsv", "a\t\t8\tfine\n"))).containsExactly(review("a", "", 8, "", "fine"));
    }

    @Test
    void readsTabSeparatedRowsByTheirHeader() throws IOException {
        Path file = write(folder, "x.tsv", "film\tReview\tstars\tsentiment\tid\nGull\t\"so\" fine\t4.5\tPositive\t7\n");

        assertThat(read(file)).containsExactly(review("7", "pos", 4.5, "Gull", "\"so\" fine"));
    }

    @Test
    void emptyLinesAreNoRowsButEmptyCellsAre() throws IOException {
        assertThat(read(write(folder, "x.tsv", "\npos\tfine\n\r\n\t\n")))
                .containsExactly(review("2", "pos", 0, "", "fine"), review("4", "", 0, "", ""));
    }

    @Test
    void readsQuotedCommaSeparatedRows() throws IOException {
        Path file = write(folder, "x.csv", "text,label\r\n\"one, \"\"two\"\"\nthree\",neg\r\nplain,1\r\n");

        assertThat(read(file))
                .containsExactly(review("2", "neg", 0, "", "one, \"two\"\nthree"), review("4", "pos", 0, "", "plain"));
    }

    @Test
    void readsCommaSeparatedRowsWithoutHeader() throws IOException {
        assertThat(read(write(folder, "x.csv", "neg,\"long, dull\"\n")))
                .containsExactly(review("1", "neg", 0, "", "long, dull"));
    }

    @Test
    void aQuoteInsideAnUnquotedFieldIsACharacter() throws IOException {
        assertThat(read(write(folder, "x.csv", "text,label\na 5\" screen,pos\n\"a 5\"\" one\",neg\n\"\",\"\"\n")))
                .containsExactly(
                        review("2", "pos", 0, "", "a 5\" screen"),
                        review("3", "neg", 0, "", "a 5\" one"),
                        review("4", "", 0, "", ""));
    }

    @Test
    void readsJsonLinesOfAnyFields() throws IOException {
        Path file = write(folder, "x.jsonl", """
                {"review": "fine \\u2028 \\ud83d\\ude00", "label": 1, "tags": ["a", {"b": 2}], "stars": 4, "movie": "Gull"}

                {"id": "n", "text": "dull", "label": null, "group": ""}
                """);

        assertThat(read(file))
                .containsExactly(
                        review("1", "1", 4, "Gull", "fine \u2028 \ud83d\ude00"), review("n", "", 0, "", "dull"));
    }

    @Test
    void readsAReviewPerLineAndKeepsEmptyOnes() throws IOException {
        assertThat(read(write(folder, "x.txt", "fine\r\n\ndull")))
                .containsExactly(
                        review("1", "", 0, "", "fine"), review("2", "", 0, "", ""), review("3", "", 0, "", "dull"));
    }

    @Test
    void readsAReviewPerFile() throws IOException {
        write(folder, "b.txt", "second\nwith a line");
        write(folder, "a.txt", "\ufefffirst");
        write(folder, ".hidden.txt", "not this");

        assertThat(read(folder))
                .containsExactly(
                        review("a.txt", "", 0, "", "first"), review("b.txt", "", 0, "", "second\nwith a line"));
    }

    @Test
    void readsOneFileAsOneReviewIfToldSo() throws IOException {
        Path file = write(folder, "x.txt", "one\ntwo");

        assertThat(read(Corpus.open(file, format(CorpusFormat.FILES))))
                .containsExactly(review("x.txt", "", 0, "", "one\ntwo"));
    }

    @Test
    void readsTheTreeOfTheLargeMovieReviewDataset() throws IOException {
        write(folder, "train/pos/10_7.txt", "fine");
        write(folder, "train/pos/0_9.txt", "grand");
        write(folder, "train/neg/3_1.txt", "dull");
        write(folder, "train/unsup/0_0.txt", "who knows");
        write(folder, "train/urls_pos.txt", "not a review");
        write(folder, "test/neg/1_4.txt", "meh");
        write(folder, "README", "not a review either");

        Corpus corpus = Corpus.open(folder, ReadingOptions.DEFAULTS);

        assertThat(read(corpus.part(Split.TRAIN).orElseThrow()))
                .containsExactly(
                        review("neg/3_1.txt", "neg", 1, "", "dull"),
                        review("pos/0_9.txt", "pos", 9, "", "grand"),
                        review("pos/10_7.txt", "pos", 7, "", "fine"));
        assertThat(read(corpus.part(Split.TEST).orElseThrow()))
                .containsExactly(review("neg/1_4.txt", "neg", 4, "", "meh"));
        assertThat(read(corpus.part(Split.UNLABELLED).orElseThrow()))
                .containsExactly(review("0_0.txt", "", 0, "", "who knows"));
    }

    @Test
    void readsAnyFoldersAsLabels() throws IOException {
        write(folder, "so-so/a.txt", "meh");
        write(folder, "loved/deep/b.txt", "fine");

        assertThat(read(folder))
                .containsExactly(
                        review("loved/deep/b.txt", "loved", 0, "", "fine"),
                        review("so-so/a.txt", "so-so", 0, "", "meh"));
    }

    @Test
    void takesFilesByTheirNamesAsParts() throws IOException {
        write(folder, "train.tsv", "pos\tfine\n");
        write(folder, "test.jsonl", "{\"text\": \"dull\"}\n");
        write(folder, "train.movies.tsv", "not\treviews\tat\tall\there\n");

        Corpus corpus = Corpus.open(folder, ReadingOptions.DEFAULTS);

        assertThat(corpus.parts()).extracting(CorpusPart::split).containsExactly(Split.TRAIN, Split.TEST);
        assertThat(read(corpus.training())).containsExactly(review("1", "pos", 0, "", "fine"));
    }

    @Test
    void readsGzippedFilesWhateverTheirName() throws IOException {
        Path named = Files.write(folder.resolve("x.csv.gz"), CorpusFiles.gzip("label,text\npos,\"a, b\"\n"));
        Path unnamed = Files.write(folder.resolve("data"), CorpusFiles.gzip("pos\tfine\n"));

        assertThat(read(named)).containsExactly(review("2", "pos", 0, "", "a, b"));
        assertThat(read(unnamed)).containsExactly(review("1", "pos", 0, "", "fine"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": \"fine\", \"label\": \"pos\", \"id\": \"1\"}\n",
                "pos\tfine\n",
                "label,text\npos,fine\n"
            })
    void recognisesTheFormatOfAStreamByItsContent(String content) throws IOException {
        Corpus corpus = Corpus.of(
                "stdin", new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), ReadingOptions.DEFAULTS);

        assertThat(read(corpus)).extracting(Review::text).containsExactly("fine");
        assertThat(corpus.training().isStream()).isTrue();
    }

    @Test
    void takesChosenColumnsByNameAndNumber() throws IOException {
        Path headed = write(folder, "x.csv", "a,b,stars\nfirst,second,5\n");
        Path bare = write(folder, "y.tsv", "first\tsecond\tthird\tfourth\tfifth\n");

        assertThat(read(Corpus.open(headed, columns(Map.of(Field.TEXT, "b", Field.LABEL, "stars")))))
                .containsExactly(review("2", "5", 5, "", "second"));
        assertThat(read(Corpus.open(bare, columns(Map.of(Field.TEXT, "5", Field.ID, "1")))))
                .containsExactly(review("first", "", 0, "", "fifth"));
    }

    @Test
    void separatorsOfUnicodeLinesAreText() throws IOException {
        String text = "one\u0085two\u2028three\u2029four\u000bfive\rsix";

        assertThat(read(write(folder, "x.tsv", "pos\t" + text + "\n")))
                .extracting(Review::text)
                .containsExactly(text);
        assertThat(read(write(folder, "y.txt", text + "\n")))
                .extracting(Review::text)
                .containsExactly(text);
        assertThat(read(write(folder, "x.csv", "text\n\"" + text + "\"\n")))
                .extracting(Review::text)
                .containsExactly(text);
    }

    @Test
    void swallowsAByteOrderMark() throws IOException {
        assertThat(read(write(folder, "x.csv", "\ufefftext,label\nfine,pos\n")))
                .containsExactly(review("2", "pos", 0, "", "fine"));
    }

    @Test
    void readsReviewsAndLinesLargerThanAnyBuffer() throws IOException {
        String text = "word ".repeat(200_000);

        assertThat(read(write(folder, "x.tsv", "pos\t" + text + "\nneg\tdull\n")))
                .extracting(Review::text)
                .containsExactly(text, "dull");
    }

    @Test
    void aByteOrderMarkDoesNotHideTheFormat() throws IOException {
        assertThat(read(write(folder, "x", "\ufefftext,label\nfine,pos\n")))
                .containsExactly(review("2", "pos", 0, "", "fine"));
    }

    @Test
    void readsAFolderInsideTheFolderOfAnArchive() throws IOException {
        write(folder, "aclImdb/train/pos/0_9.txt", "fine");
        write(folder, "aclImdb/test/neg/0_1.txt", "dull");

        assertThat(Corpus.open(folder, ReadingOptions.DEFAULTS).parts())
                .extracting(CorpusPart::split)
                .containsExactly(Split.TRAIN, Split.TEST);
    }

    @Test
    void takesTwoFilesOfOnePartTogether() throws IOException {
        write(folder, "train.csv", "text,label\nfine,pos\n");
        write(folder, "train.tsv", "neg\tdull\n");

        assertThat(read(Corpus.open(folder, ReadingOptions.DEFAULTS).training()))
                .extracting(Review::text)
                .containsExactly("fine", "dull");
    }

    @Test
    void readsEveryTextFileByLinesIfToldSo() throws IOException {
        write(folder, "a.txt", "one\ntwo\n");
        write(folder, "b.txt", "three\n");

        assertThat(read(Corpus.open(folder, format(CorpusFormat.LINES))))
                .extracting(Review::text)
                .containsExactly("one", "two", "three");
    }

    @Test
    void passesOverHiddenFilesAndFollowsLinks() throws IOException {
        write(folder, "corpus/pos/._0_9.txt", "\0\0");
        write(folder, "corpus/pos/.git/x.txt", "no review");
        write(folder, "elsewhere/0_9.txt", "fine");
        Files.createSymbolicLink(folder.resolve("corpus/neg"), folder.resolve("elsewhere"));

        assertThat(read(folder.resolve("corpus"))).containsExactly(review("neg/0_9.txt", "neg", 9, "", "fine"));
    }

    @Test
    void canBeReadAgain() throws IOException {
        CorpusPart part = Corpus.open(write(folder, "x.txt", "fine\n"), ReadingOptions.DEFAULTS)
                .training();

        assertThat(read(part)).isEqualTo(read(part)).hasSize(1);
    }

    @Test
    void fingerprintsTellContentsAndOptionsApart() throws IOException {
        Path file = write(folder, "x.tsv", "pos\tfine\n");
        String first = Corpus.open(file, ReadingOptions.DEFAULTS).training().fingerprint();
        String again = Corpus.open(file, ReadingOptions.DEFAULTS).training().fingerprint();
        String asLines =
                Corpus.open(file, format(CorpusFormat.LINES)).training().fingerprint();
        write(folder, "x.tsv", "neg\tfine\n");
        String changed = Corpus.open(file, ReadingOptions.DEFAULTS).training().fingerprint();

        assertThat(first).isEqualTo(again).isNotEqualTo(asLines).isNotEqualTo(changed);
    }

    @Test
    void fingerprintsDoNotDependOnWhereAFileLies() throws IOException {
        Path file = write(folder, "x.tsv", "pos\tfine\n");
        Path copy = write(folder, "deep/x.tsv", "pos\tfine\n");
        Path lines = write(folder, "x.txt", "pos\tfine\n");
        Path relative = Path.of("").toAbsolutePath().relativize(file);

        String fingerprint =
                Corpus.open(file, ReadingOptions.DEFAULTS).training().fingerprint();

        assertThat(Corpus.open(copy, ReadingOptions.DEFAULTS).training().fingerprint())
                .isEqualTo(fingerprint);
        assertThat(Corpus.open(relative, ReadingOptions.DEFAULTS).training().fingerprint())
                .isEqualTo(fingerprint);
        assertThat(Corpus.open(lines, ReadingOptions.DEFAULTS).training().fingerprint())
                .as("read as another format")
                .isNotEqualTo(fingerprint);
    }

    @Test
    void aNumberedColumnDoesNotMakeAHeader() throws IOException {
        Path file = write(folder, "x.tsv", "1\tfine\n0\tdull\n");

        assertThat(read(Corpus.open(file, columns(Map.of(Field.LABEL, "1", Field.TEXT, "2")))))
                .extracting(Review::text)
                .containsExactly("fine", "dull");
    }

    @Test
    void aFileThatIsAnotherPartIsNotReadTwice() throws IOException {
        write(folder, "reviews.tsv", "pos\tfine\n");
        write(folder, "unsup.tsv", "who knows\n");

        assertThat(read(Corpus.open(folder, ReadingOptions.DEFAULTS)))
                .extracting(Review::text)
                .containsExactly("fine", "who knows");
    }

    @Test
    void namesOfFieldsAreUnderstoodInAnyCase() throws IOException {
        assertThat(read(write(folder, "x.jsonl", "{\"Review\": \"fine\", \"LABEL\": \"pos\", \"category\": [1]}\n")))
                .containsExactly(review("1", "pos", 0, "", "fine"));
    }

    @Test
    void anOpenedCorpusMustExist() {
        assertThatThrownBy(() -> Corpus.open(folder.resolve("nowhere"), ReadingOptions.DEFAULTS))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void goesOnAfterABadRow() throws IOException {
        Path file = write(folder, "x.csv", "text,label\nfine,pos\na \"stray\" one,\"x\"y\nthree,four,five\ndull,neg\n");

        try (ReviewReader reader =
                Corpus.open(file, ReadingOptions.DEFAULTS).training().open()) {
            assertThat(reader.next().text()).isEqualTo("fine");
            assertThatThrownBy(reader::next).isInstanceOf(CorpusFormatException.class);
            assertThatThrownBy(reader::next).isInstanceOf(CorpusFormatException.class);
            assertThat(reader.next().text()).isEqualTo("dull");
            assertThat(reader.next()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "csv; review,sentiment; fine,positive; pos; ; ",
                "csv; text,label; fine,1; 1; ; ",
                "tsv; PhraseId|SentenceId|Phrase|Sentiment; 7|1|fine|3; 3; ; ",
                "csv; Id,ProductId,UserId,Score,Summary,Text; 7,B00,u,5,short,fine; ; 5; B00",
                "tsv; id|document|label; 7|fine|1; 1; ; ",
                "csv; Review Text,Star-Rating; fine,4; ; 4; ",
                "tsv; marketplace|review_id|product_id|star_rating|review_body; US|7|B00|4|fine; ; 4; B00",
            })
    void readsTheHeadersOfKnownCollections(
            String ending, String header, String row, String label, Double rating, String group) throws IOException {
        Path file = write(folder, "x." + ending, (header + "\n" + row + "\n").replace('|', '\t'));

        Review read = read(file).get(0);

        assertThat(read.text()).isEqualTo("fine");
        assertThat(read.label()).isEqualTo(Optional.ofNullable(label));
        assertThat(read.rating()).isEqualTo(rating == null ? OptionalDouble.empty() : OptionalDouble.of(rating));
        assertThat(read.group()).isEqualTo(Optional.ofNullable(group));
        assertThat(read(write(folder, "x.jsonl", "{\"reviewText\": \"fine\", \"business_id\": \"g\"}\n"))
                        .get(0)
                        .group())
                .contains("g");
    }

    @Test
    void tellsWhereEachReviewStands() throws IOException {
        Path table = write(folder, "x.csv", "text,label\n\"two\nlines\",pos\nfine,pos\n");
        Path text = write(folder, "y/pos/1_9.txt", "fine");

        assertThat(places(table)).containsExactly(table + ":2", table + ":4");
        assertThat(places(folder.resolve("y"))).containsExactly(text.toString());
    }

    @Test
    void aBackslashIsACharacterUnlessEscapesAreRead() throws IOException {
        Path table = write(folder, "x.tsv", "a\\tb\tone\\ntwo\\\\n\\r\n");
        Path lines = write(folder, "x.txt", "one\\ntwo\\\\n\n\n");
        ReadingOptions escapes = ReadingOptions.DEFAULTS.with(Escapes.BACKSLASH);

        assertThat(read(table)).containsExactly(review("1", "a\\tb", 0, "", "one\\ntwo\\\\n\\r"));
        assertThat(read(Corpus.open(table, escapes))).containsExactly(review("1", "a\tb", 0, "", "one\ntwo\\n\r"));
        assertThat(read(lines)).extracting(Review::text).containsExactly("one\\ntwo\\\\n", "");
        assertThat(read(Corpus.open(lines, escapes))).extracting(Review::text).containsExactly("one\ntwo\\n", "");
        assertThat(Corpus.open(table, escapes).training().fingerprint())
                .isNotEqualTo(
                        Corpus.open(table, ReadingOptions.DEFAULTS).training().fingerprint());
    }

    @Test
    void readsFastTextByNameAndByContent() throws IOException {
        String rows = "__label__pos fine,  so fine \r\n__label__neg\n\n no label\n__label__1\tx__label__pos\n";
        List<Review> reviews = List.of(
                review("1", "pos", 0, "", "fine,  so fine "),
                review("2", "neg", 0, "", ""),
                review("3", "", 0, "", ""),
                review("4", "", 0, "", " no label"),
                review("5", "pos", 0, "", "x__label__pos"));

        assertThat(read(write(folder, "a.ft", rows))).isEqualTo(reviews);
        assertThat(read(write(folder, "b.fasttext", rows))).isEqualTo(reviews);
        assertThat(read(write(folder, "c.FT.txt", rows))).isEqualTo(reviews);
        assertThat(read(write(folder, "d.txt", "\ufeff" + rows))).isEqualTo(reviews);
        assertThat(read(write(folder, "e", rows))).isEqualTo(reviews);
        assertThat(read(Files.write(folder.resolve("f.txt.gz"), CorpusFiles.gzip(rows))))
                .isEqualTo(reviews);
        assertThat(read(Corpus.open(write(folder, "g.txt", rows), format(CorpusFormat.LINES))))
                .extracting(Review::text)
                .startsWith("__label__pos fine,  so fine ");
    }

    @Test
    void takesFastTextFilesByTheirNamesAsParts() throws IOException {
        write(folder, "train.ft.txt", "__label__pos fine\n");
        write(folder, "test.ft", "__label__neg dull\n");
        write(folder, "valid.txt", "__label__neg meh\n");

        Corpus corpus = Corpus.open(folder, ReadingOptions.DEFAULTS);

        assertThat(corpus.parts())
                .extracting(CorpusPart::split)
                .containsExactly(Split.TRAIN, Split.VALIDATION, Split.TEST);
        assertThat(read(corpus))
                .containsExactly(
                        review("1", "pos", 0, "", "fine"),
                        review("1", "neg", 0, "", "meh"),
                        review("1", "neg", 0, "", "dull"));
    }

    @Test
    void escapesInFastTextAreOfTheText() throws IOException {
        Path file = write(folder, "x.ft", "__label__pos \\n__label__neg\\\\\n");

        assertThat(read(Corpus.open(file, ReadingOptions.DEFAULTS.with(Escapes.BACKSLASH))))
                .containsExactly(review("1", "pos", 0, "", "\n__label__neg\\"));
    }

    private static List<String> places(Path path) throws IOException {
        List<String> places = new ArrayList<>();
        try (ReviewReader reader =
                Corpus.open(path, ReadingOptions.DEFAULTS).training().open()) {
            while (reader.next() != null) {
                places.add(reader.place());
            }
        }
        return places;
    }
}
