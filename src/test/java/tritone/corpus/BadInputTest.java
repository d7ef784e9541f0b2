package tritone.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tritone.corpus.CorpusFiles.columns;
import static tritone.corpus.CorpusFiles.labels;
import static tritone.corpus.CorpusFiles.read;
import static tritone.corpus.CorpusFiles.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole message for each kind of bad row and bad file. */
class BadInputTest {
    private static final byte[] NOT_UTF_8 = {'p', 'o', 's', '\t', (byte) 0xc3, (byte) 0x28, '\n'};

    @TempDir
    private Path folder;

    private void assertRefused(Path file, ReadingOptions options, String message) {
        assertThatThrownBy(() -> read(Corpus.open(file, options)))
                .isInstanceOf(CorpusFormatException.class)
                .hasMessage(message);
    }

    private void assertRefused(String name, String content, String message) throws IOException {
        Path file = write(folder, name, content);
        assertRefused(file, ReadingOptions.DEFAULTS, file + message);
    }

    @Test
    void tooFewColumns() throws IOException {
        assertRefused("x.tsv", "a\tpos\tfine\nb\tpos\n", ":2: expected 3 columns but found 2");
        assertRefused("x.csv", "text,label\nfine,pos\n\nonly\n", ":4: expected 2 columns but found 1");
    }

    @Test
    void escapesThatMeanNothing() throws IOException {
        Path table = write(folder, "x.tsv", "pos\tC:\\temp\npos\tC:\\films\n");
        Path lines = write(folder, "x.txt", "fine\nthe end\\\n");
        ReadingOptions escapes = ReadingOptions.DEFAULTS.with(Escapes.BACKSLASH);

        assertRefused(table, escapes, table + ":2: expected \\t, \\n, \\r or \\\\ but found \"\\f\"");
        assertRefused(lines, escapes, lines + ":2: expected \\t, \\n, \\r or \\\\ but found \"\\\"");
    }

    @Test
    void fastTextLinesWithoutOneLabelAtTheirBeginning() throws IOException {
        String several = "expected one label at the beginning of the line but found ";

        assertRefused(
                "a.ft",
                "__label__pos fine\n__label__pos __label__film fine\n",
                ":2: " + several + "\"__label__film\" further on");
        assertRefused("b.ft", "so fine __label__pos\n", ":1: " + several + "\"__label__pos\" further on");
        assertRefused("c.ft", "__label__ fine\n", ":1: expected a label after __label__ but found none");
        assertRefused(
                "d.ft",
                "__label__pos fine\n__label__meh dull\n",
                ":2: expected one of the labels neg, pos but found \"meh\" (other classes are named with --labels)");
    }

    @Test
    void tooManyColumns() throws IOException {
        assertRefused("x.tsv", "pos\tfine\npos\tone\ttwo\n", ":2: expected 2 columns but found 3");
        assertRefused(
                "y.tsv",
                "1\t2\t3\t4\t5\n",
                ":1: expected 1 to 4 columns, a header or --columns but found 5 columns and no header");
    }

    @Test
    void carriageReturnsOutsideQuotesInCsv() throws IOException {
        String expected =
                "expected lines that end in \\n or \\r\\n, or quotes around a carriage return, but found one alone";

        assertRefused("x.csv", "text,label\nfine,pos\nso \rdull,neg\n", ":3: " + expected);
        assertRefused("mac.csv", "text,label\rfine,pos\rdull,neg\r", ":1: " + expected);
        assertThat(read(write(folder, "z.csv", "text,label\r\r\n\"a\r\nb\rc\",pos\r\r\n")))
                .hasSize(1);
    }

    @Test
    void semicolonsInTheHeaderOfCsv() throws IOException {
        String expected = ":1: expected commas between columns but found semicolons";

        assertRefused("x.csv", "label;text\npos;fine\n", expected);
        assertRefused("y.csv", "\ufefflabel;text\r\npos;so fine\r\n", expected);
        assertRefused("z.csv", "label\ttext\npos\tfine\n", ":1: expected commas between columns but found tabs");
        assertRefused("x.tsv", "label,text\npos,fine\n", ":1: expected tabs between columns but found commas");
        assertThat(read(write(folder, "one.csv", "The plot; the text; review\n")))
                .hasSize(1);
    }

    @Test
    void unknownLabel() throws IOException {
        assertRefused(
                "x.tsv",
                "pos\tfine\nposs\tgrand\n",
                ":2: expected one of the labels neg, pos but found \"poss\" (other classes are named with --labels)");
        Path stars = write(folder, "stars.tsv", "5\tfine\n6\tgrand\n");
        assertRefused(
                stars,
                labels("1", "2", "3", "4", "5"),
                stars + ":2: expected one of the labels 1, 2, 3, 4, 5 but found \"6\"");
    }

    @Test
    void otherLabelsBesideGoodAndBadWhicheverComesFirst() throws IOException {
        String message =
                "expected one of the labels neg, pos but found \"neutral\" (other classes are named with --labels)";

        assertRefused("x.tsv", "neutral\tmeh\nneutral\tso-so\npositive\tfine\n", ":1: " + message);
        assertRefused("y.tsv", "positive\tfine\n1\tgrand\nneutral\tmeh\n", ":3: " + message);
    }

    @Test
    void otherLabelInAnotherFileOfThePart() throws IOException {
        write(folder, "a.tsv", "pos\tfine\n");
        Path second = write(folder, "b.tsv", "pos\tgrand\npostive\tfine\n");

        assertRefused(
                folder,
                ReadingOptions.DEFAULTS,
                second
                        + ":2: expected one of the labels neg, pos but found \"postive\" (other classes are named with --labels)");
    }

    @Test
    void unknownLabelOfAFolder() throws IOException {
        Path file = write(folder, "maybe/a.txt", "fine");

        assertRefused(folder, labels("neg", "pos"), file + ": expected one of the labels neg, pos but found \"maybe\"");
    }

    @Test
    void ratingThatIsNoNumber() throws IOException {
        assertRefused("x.tsv", "a\tpos\tfour\tfine\n", ":1: expected a number as the rating but found \"four\"");
    }

    @Test
    void malformedJson() throws IOException {
        assertRefused(
                "a.jsonl",
                "{\"text\": \"fine\"}\n{\"text\": \"dull}\n",
                ":2: expected a JSON object but found a fault at column 16 of {\"text\": \"dull}");
        assertRefused("b.jsonl", "[1, 2]\n", ":1: expected a JSON object but found [1, 2]");
        assertRefused(
                "c.jsonl",
                "{\"text\": \"fine\"} {}\n",
                ":1: expected one JSON object in the line but found more after it");
        assertRefused(
                "d.jsonl",
                "{\"words\": \"fine\", \"text\": null}\n",
                ":1: expected a field for the text (text, review, review_text, content, body, review_body,"
                        + " comment, sentence, document, phrase, or --columns text=NAME) but found words");
        assertRefused(
                "e.jsonl",
                "{\"text\": \"half \\ud83d smile\"}\n",
                ":1: expected whole characters in \"text\" but found half a surrogate pair, \\ud83d");
    }

    @Test
    void jsonValuesOfAnotherKind() throws IOException {
        assertRefused(
                "a.jsonl",
                "{\"text\": \"fine\", \"label\": [\"pos\"]}\n",
                ":1: expected a plain value in \"label\" but found a list or an object");
        assertRefused(
                "b.jsonl",
                "{\"review\": {\"en\": \"fine\"}}\n",
                ":1: expected a plain value in \"review\" but found a list or an object");
        Path file = write(folder, "c.jsonl", "{\"text\": \"fine\"}\n{\"body\": null}\n");
        assertRefused(file, columns(Map.of(Field.TEXT, "body")), file + ":1: expected a field body but found text");
        assertRefused(
                "d.jsonl",
                "{\"text\": null}\n",
                ":1: expected a field for the text (text, review, review_text, content, body, review_body,"
                        + " comment, sentence, document, phrase, or --columns text=NAME) but found no field with a value");
    }

    @Test
    void foreignTextInAMessageIsShortAndTame() throws IOException {
        assertRefused(
                "x.tsv",
                "pos\tfine\n\u001b[31m" + "long".repeat(100) + "\tfine\n",
                ":2: expected one of the labels neg, pos but found \"\\u001b[31mlonglonglonglonglonglonglonglonglon...\""
                        + " (other classes are named with --labels)");
    }

    @Test
    void binaryFilesWithoutATellingName() throws IOException {
        Path archive = Files.write(folder.resolve("reviews.tar.gz"), CorpusFiles.gzip("pos/1_9.txt\0\0\0fine"));

        assertRefused(
                archive,
                ReadingOptions.DEFAULTS,
                archive + ": expected reviews but found bytes that are no text (--format reads them all the same)");
    }

    @Test
    void formatOfRowsForFilesThatAreAReviewEach() throws IOException {
        write(folder, "pos/a.txt", "fine");

        assertThatThrownBy(() -> Corpus.open(folder, CorpusFiles.format(CorpusFormat.CSV)))
                .hasMessage(folder + ": expected files of format csv but found text files, a review each");
    }

    @Test
    void bytesThatAreNoUtf8() throws IOException {
        Path table = Files.write(folder.resolve("x.tsv"), NOT_UTF_8);
        Path lines = Files.write(folder.resolve("x.txt"), NOT_UTF_8);

        assertRefused(
                table,
                ReadingOptions.DEFAULTS,
                table + ":1: expected UTF-8 text but found other bytes (--charset names another one)");
        assertRefused(
                lines,
                ReadingOptions.DEFAULTS,
                lines + ":1: expected UTF-8 text but found other bytes (--charset names another one)");
        assertRefused(
                folder,
                CorpusFiles.format(CorpusFormat.FILES),
                lines + ": expected UTF-8 text but found other bytes (--charset names another one)");
    }

    @Test
    void aReplacementCharacterOfTheFileItselfIsNoFault() throws IOException {
        assertThatThrownBy(() -> read(write(folder, "x.tsv", "pos\tfine \ufffd\nbad\n")))
                .hasMessageEndingWith(":2: expected 2 columns but found 1");
    }

    @Test
    void quoteThatIsNeverClosed() throws IOException {
        assertRefused(
                "x.csv",
                "text,label\nfine,pos\n\"dull,neg\nand so on,pos\n",
                ":3: expected a closing quote but found the end of the file after 2 lines");
    }

    @Test
    void strayQuote() throws IOException {
        String message = ":2: expected quotes to enclose a whole field, doubled inside it, but found a stray one";

        assertRefused("x.csv", "text,label\n\"fine\" indeed,pos\n", message);
        assertRefused("y.csv", "text,label\n\"a \"\"fine\"\" \"one\",pos\ndull,neg\n", message);
    }

    @Test
    void missingColumns() throws IOException {
        Path file = write(folder, "x.csv", "text,label\nfine,pos\n");

        assertRefused(
                file,
                columns(Map.of(Field.LABEL, "stars")),
                file + ":1: expected a column stars but found text, label");
        assertRefused(file, columns(Map.of(Field.LABEL, "3")), file + ":1: expected a column 3 but found text, label");
        Path headed = write(folder, "y.csv", "words,label\nfine,pos\n");
        assertRefused(
                headed,
                new ReadingOptions(Optional.empty(), Map.of(), Optional.of(true), Optional.empty()),
                headed + ":1: expected a column for the text (text, review, review_text, content, body, review_body,"
                        + " comment, sentence, document, phrase, or --columns text=NAME) but found columns words, label");
        Path bare = write(folder, "z.tsv", "pos\tfine\n");
        assertRefused(
                bare,
                columns(Map.of(Field.TEXT, "body")),
                bare + ":1: expected a column body but found no header and 2 columns");
    }

    @Test
    void emptyFileAndEmptyFolder() throws IOException {
        String message = ": expected at least one review but found none";

        assertRefused("x.tsv", "", message);
        assertRefused("x.csv", "text,label\n", message);
        assertRefused("x.jsonl", "\n\n", message);
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertRefused(empty, ReadingOptions.DEFAULTS, empty + message);
    }

    @Test
    void cutGzipFile() throws IOException {
        byte[] whole = CorpusFiles.gzip("pos\tfine\n".repeat(50_000));
        for (int length : new int[] {3, 15, whole.length / 2, whole.length - 4}) {
            Path cut = Files.write(folder.resolve("x.tsv.gz"), Arrays.copyOf(whole, length));

            assertRefused(
                    cut, ReadingOptions.DEFAULTS, cut + ": expected a whole gzip file but found a cut or damaged one");
        }
    }

    @Test
    void lineWithoutEnd() throws IOException {
        byte[] endless = new byte[LineReader.MAX_LINE_BYTES + 1];
        Arrays.fill(endless, (byte) 'a');
        Path file = folder.resolve("x.txt");
        Files.write(
                file,
                ("first\n" + new String(endless, StandardCharsets.US_ASCII) + "\nthird\n")
                        .getBytes(StandardCharsets.UTF_8));

        assertRefused(
                file, ReadingOptions.DEFAULTS, file + ":2: expected a line of at most 67108864 bytes but found more");
        try (ReviewReader reader =
                Corpus.open(file, ReadingOptions.DEFAULTS).training().open()) {
            reader.next();
            assertThatThrownBy(reader::next).isInstanceOf(CorpusFormatException.class);
            assertThat(reader.next()).isEqualTo(Review.of("3", "third"));
        }
    }

    @Test
    void rowsWhereAFolderIsNeeded() throws IOException {
        assertThatThrownBy(() -> read(Corpus.of(
                        "stdin",
                        new java.io.ByteArrayInputStream(new byte[0]),
                        CorpusFiles.format(CorpusFormat.FILES))))
                .hasMessage("stdin: expected a folder, as format files reads, but found rows");
    }
}
