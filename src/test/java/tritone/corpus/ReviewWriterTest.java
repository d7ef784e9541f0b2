package tritone.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tritone.corpus.CorpusFiles.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewWriterTest {
    private static final Review FINE = review("a", "pos", 9, "Gull", "Fine, \"so\" fine.");
    private static final Review DULL = review("b", "neg", 1.5, "", "Dull.");
    private static final Review OPEN = review("c", "", 0, "Gull", "");

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

    private Map<Field, Long> write(Path target, CorpusFormat format, Review... reviews) throws IOException {
        return write(target, format, Escapes.NONE, reviews);
    }

    private static Map<Field, Long> write(Path target, CorpusFormat format, Escapes escapes, Review... reviews)
            throws IOException {
        try (ReviewWriter writer = ReviewWriter.open(target, format, escapes)) {
            for (Review review : reviews) {
                writer.write(review);
            }
            writer.finish();
            assertThat(writer.written()).isEqualTo(reviews.length);
            return writer.leftOut();
        }
    }

    @Test
    void tablesHoldEveryField() throws IOException {
        Path tsv = folder.resolve("deep/x.tsv");
        Path csv = folder.resolve("x.csv");
        Path jsonl = folder.resolve("x.jsonl");

        assertThat(write(tsv, CorpusFormat.TSV, FINE, DULL, OPEN)).isEmpty();
        assertThat(write(csv, CorpusFormat.CSV, FINE, DULL, OPEN)).isEmpty();
        assertThat(write(jsonl, CorpusFormat.JSONL, FINE, DULL, OPEN)).isEmpty();

        assertThat(tsv).hasContent("""
                id\tlabel\trating\tgroup\ttext
                a\tpos\t9\tGull\tFine, "so" fine.
                b\tneg\t1.5\t\tDull.
                c\t\t\tGull\t
                """);
        assertThat(csv).hasContent("""
                id,label,rating,group,text
                a,pos,9,Gull,"Fine, ""so"" fine."
                b,neg,1.5,,Dull.
                c,,,Gull,
                """);
        assertThat(jsonl).hasContent("""
                {"id":"a","label":"pos","rating":9,"group":"Gull","text":"Fine, \\"so\\" fine."}
                {"id":"b","label":"neg","rating":1.5,"text":"Dull."}
                {"id":"c","group":"Gull","text":""}
                """);
        assertThat(read(tsv)).containsExactly(FINE, DULL, OPEN);
        assertThat(read(csv)).containsExactly(FINE, DULL, OPEN);
        assertThat(read(jsonl)).containsExactly(FINE, DULL, OPEN);
    }

    @Test
    void linesHoldTextsAndTheRestIsCounted() throws IOException {
        Path file = folder.resolve("x.txt");

        Map<Field, Long> leftOut = write(file, CorpusFormat.LINES, FINE, DULL, OPEN, Review.of("4", "\tGood."));

        assertThat(file).hasContent("Fine, \"so\" fine.\nDull.\n\n\tGood.\n");
        assertThat(leftOut)
                .containsOnly(
                        Map.entry(Field.ID, 3L),
                        Map.entry(Field.LABEL, 2L),
                        Map.entry(Field.RATING, 2L),
                        Map.entry(Field.GROUP, 2L));
    }

    @Test
    void aFolderHoldsALabelAndAWholeRatingInEachName() throws IOException {
        Map<Field, Long> leftOut = write(
                folder.resolve("out"),
                CorpusFormat.FILES,
                review("7", "pos", 9, "", "one"),
                review("pos/8_10.txt", "pos", 10, "", "two"),
                review("seven", "pos", 9, "Gull", "three"),
                review("half", "neg", 1.5, "", "four"),
                review("12_7", "neg", 0, "", "five"),
                review("../e?vil\u2028", "neg", 0, "", "six"),
                review("HALF", "neg", 0, "", "seven"),
                review("train", "", 0, "", "eight"),
                review("x.ft", "neg", 0, "", "nine"));

        assertThat(read(folder.resolve("out")))
                .containsExactlyInAnyOrder(
                        review("pos/7_9.txt", "pos", 9, "", "one"),
                        review("pos/8_10.txt", "pos", 10, "", "two"),
                        review("pos/1_9.txt", "pos", 9, "", "three"),
                        review("neg/half.txt", "neg", 0, "", "four"),
                        review("neg/12-7.txt", "neg", 0, "", "five"),
                        review("neg/_.._e_vil_.txt", "neg", 0, "", "six"),
                        review("neg/HALF-1.txt", "neg", 0, "", "seven"),
                        review("_train.txt", "", 0, "", "eight"),
                        review("neg/x.ft_.txt", "neg", 0, "", "nine"));
        assertThat(leftOut)
                .containsOnly(Map.entry(Field.ID, 6L), Map.entry(Field.RATING, 1L), Map.entry(Field.GROUP, 1L));
    }

    @Test
    void aFolderWithoutAnyLabelHasNoFoldersInside() throws IOException {
        write(folder.resolve("out"), CorpusFormat.FILES, Review.of("test", "one"), Review.of("2", "two"));

        assertThat(read(folder.resolve("out")))
                .containsExactly(Review.of("2.txt", "two"), Review.of("_test.txt", "one"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "..", ".hidden", "test", "why?", "two\nlines", "end."})
    void aLabelThatCannotBeAFolderIsRefused(String label) {
        assertThatThrownBy(() -> write(folder.resolve("out"), CorpusFormat.FILES, review("7", label, 0, "", "text")))
                .isInstanceOf(CorpusFormatException.class)
                .hasMessage(
                        "7: expected a label that can be the name of a folder but found \"" + Quote.of(label) + "\"");
    }

    @ParameterizedTest
    @CsvSource({"TSV, 9", "TSV, 10", "TSV, 13", "LINES, 10", "LINES, 13"})
    void whatARowCannotHoldIsRefusedUnlessItIsEscaped(CorpusFormat format, int character) throws IOException {
        Review review = Review.of("r", "a\\" + (char) character);
        Path file = folder.resolve("out." + (format == CorpusFormat.TSV ? "tsv" : "txt"));
        String spelt = Map.of(9, "\\t", 10, "\\n", 13, "\\r").get(character);

        assertThatThrownBy(() -> write(file, format, review))
                .hasMessage("r: expected text that fits a row without " + (format == CorpusFormat.TSV ? "\\t, " : "")
                        + "\\n, \\r but found " + spelt + " as character 3 (--output-escapes writes it so)");
        assertThat(folder).isEmptyDirectory();
        write(file, format, Escapes.BACKSLASH, review);

        assertThat(Files.readString(file)).endsWith("a\\\\" + spelt + "\n");
    }

    @Test
    void fastTextHoldsTextsAndLabels() throws IOException {
        Path file = folder.resolve("x.ft");

        Map<Field, Long> leftOut = write(
                file, CorpusFormat.FASTTEXT, FINE, review("2", "pos", 0, "", "  spaced "), Review.of("3", "\tGood."));

        assertThat(file).hasContent("__label__pos Fine, \"so\" fine.\n__label__pos   spaced \n\tGood.\n");
        assertThat(leftOut)
                .containsOnly(Map.entry(Field.ID, 1L), Map.entry(Field.RATING, 1L), Map.entry(Field.GROUP, 1L));
        assertThat(read(file))
                .containsExactly(
                        review("1", "pos", 0, "", FINE.text()),
                        review("2", "pos", 0, "", "  spaced "),
                        Review.of("3", "\tGood."));
    }

    @Test
    void whatFastTextTakesForALabelIsRefused() {
        Path file = folder.resolve("x.ft");

        assertThatThrownBy(() -> write(file, CorpusFormat.FASTTEXT, review("r", "so so", 0, "", "meh")))
                .hasMessage("r: expected a label without spaces, as fastText wants it, but found \"so so\"");
        for (String text : List.of("__label__neg", "fine\t__label__neg indeed", "fine __label__")) {
            assertThatThrownBy(() -> write(file, CorpusFormat.FASTTEXT, review("r", "pos", 0, "", text)))
                    .hasMessageStartingWith(
                            "r: expected a text without a word that fastText takes for a label but found");
        }
        assertThatThrownBy(() -> write(folder.resolve("x.txt"), CorpusFormat.LINES, Review.of("r", "__label__pos")))
                .hasMessage(
                        "r: expected a first text that cannot be taken for fastText's but found one that begins with"
                                + " __label__");
    }

    @Test
    void aByteOrderMarkOfATextIsNoMarkOfTheFile() throws IOException {
        Review marked = Review.of("1", "\ufefffine");

        write(folder.resolve("x.txt"), CorpusFormat.LINES, marked, marked);
        write(folder.resolve("out"), CorpusFormat.FILES, marked);

        assertThat(read(folder.resolve("x.txt"))).extracting(Review::text).containsExactly("\ufefffine", "\ufefffine");
        assertThat(read(folder.resolve("out"))).extracting(Review::text).containsExactly("\ufefffine");
    }

    @Test
    void labelsAndRatingsThatWouldReadAsOthersAreRefused() {
        Path file = folder.resolve("x.csv");

        assertThatThrownBy(() -> write(file, CorpusFormat.CSV, review("r", " pos", 0, "", "")))
                .hasMessage("r: expected a label without spaces around it but found \" pos\"");
        assertThatThrownBy(() -> write(file, CorpusFormat.CSV, review("r", "pos", 1e12, "", "")))
                .hasMessage("r: expected a rating that rows can spell without an exponent but found 1.0E12");
        assertThatThrownBy(() -> write(file, CorpusFormat.CSV, review("r", "pos", Double.NaN, "", "")))
                .hasMessage("r: expected a rating that rows can spell without an exponent but found NaN");
        assertThatThrownBy(() -> write(file, CorpusFormat.CSV, Review.of("r", "half \ud83d smile")))
                .hasMessage("r: expected whole characters in \"text\" but found half a surrogate pair, \\ud83d");
    }

    @Test
    void gzipsWhereTheNameSaysSo() throws IOException {
        Path file = folder.resolve("x.csv.gz");

        write(file, CorpusFormat.CSV, FINE);

        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            assertThat(new String(unzipped.readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("id,label,rating,group,text\na,pos,9,");
        }
    }

    @Test
    void nothingIsThereBeforeItIsFinished() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "old");

        try (ReviewWriter writer = ReviewWriter.open(file, CorpusFormat.CSV, Escapes.NONE)) {
            writer.write(FINE);
        }
        try (ReviewWriter writer = ReviewWriter.open(folder.resolve("out"), CorpusFormat.FILES, Escapes.NONE)) {
            writer.write(FINE);
        }

        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("x.csv");
    }

    @Test
    void aFolderWithSomethingInItIsNotReplaced() throws IOException {
        CorpusFiles.write(folder, "out/mine.txt", "keep");

        assertThatThrownBy(() -> write(folder.resolve("out"), CorpusFormat.FILES, FINE))
                .isInstanceOf(DirectoryNotEmptyException.class);

        assertThat(folder.resolve("out/mine.txt")).hasContent("keep");
        assertThat(folder.toFile().list()).containsExactly("out");
        assertThat(List.of(folder.resolve("out").toFile().list())).containsExactly("mine.txt");
    }
}
