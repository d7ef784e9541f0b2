package tritone.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tritone.corpus.CorpusFiles.read;
import static tritone.corpus.CorpusFiles.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeveralInputsTest {
    @TempDir
    private Path folder;

    private static Corpus open(Path... places) throws IOException {
        return Corpus.open("all", List.of(places), ReadingOptions.DEFAULTS);
    }

    private static List<String> texts(CorpusPart part) throws IOException {
        return read(part).stream().map(Review::text).toList();
    }

    @Test
    void readsFilesOfDifferentFormatsAsOneCorpus() throws IOException {
        Path table = write(folder, "a.csv", "review,sentiment\nfine,positive\n");
        Path lines = write(folder, "b.jsonl", "{\"text\":\"dull\",\"label\":0}\n");

        Corpus corpus = open(table, lines);

        assertThat(corpus.parts()).extracting(CorpusPart::split).containsExactly(Split.WHOLE);
        assertThat(read(corpus.training()))
                .extracting(review -> review.text() + " " + review.label().orElseThrow())
                .containsExactly("fine pos", "dull neg");
    }

    @Test
    void reviewsWithoutIdsAreNamedAfterTheirFileAndLine() throws IOException {
        Path first = write(folder, "a.csv", "id,text\n,fine\nr7,dull\n");
        Path second = write(folder, "b/pos/1_9.txt", "good");

        List<String> ids = read(open(first, second.getParent().getParent()).training()).stream()
                .map(Review::id)
                .toList();

        String here = Path.of("")
                .toAbsolutePath()
                .relativize(folder.toAbsolutePath())
                .toString()
                .replace('\\', '/');
        assertThat(ids).containsExactly(here + "/a.csv:2", "r7", here + "/b/pos/1_9.txt");
    }

    @Test
    void filesAreThePartsThatTheirNamesSayAndTheRestIsLearntFrom() throws IOException {
        Path train = write(folder, "train.tsv", "pos\tfine\n");
        Path test = write(folder, "test.tsv", "neg\tdull\n");
        Path more = write(folder, "more.tsv", "neg\tslow\n");

        Corpus corpus = open(train, test, more);

        assertThat(corpus.parts()).extracting(CorpusPart::split).containsExactly(Split.TRAIN, Split.TEST);
        assertThat(texts(corpus.training())).containsExactly("fine", "slow");
        assertThat(texts(corpus.part(Split.TEST).orElseThrow())).containsExactly("dull");
    }

    @Test
    void foldersAndArchivesAreThePartsThatTheirNamesSayToo() throws IOException {
        write(folder, "train/pos/1_9.txt", "fine");
        write(folder, "train/unsup/1_0.txt", "whatever");
        write(folder, "test/neg/1_2.txt", "dull");
        Path held = folder.resolve("valid.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(held))) {
            zip.putNextEntry(new ZipEntry("a.tsv"));
            zip.write("neg\tslow\n".getBytes(StandardCharsets.UTF_8));
        }

        Corpus corpus = open(folder.resolve("train"), folder.resolve("test"), held);

        assertThat(corpus.parts())
                .extracting(CorpusPart::split)
                .containsExactlyInAnyOrder(Split.TRAIN, Split.VALIDATION, Split.TEST, Split.UNLABELLED);
        assertThat(texts(corpus.training())).containsExactly("fine");
        assertThat(texts(corpus.part(Split.VALIDATION).orElseThrow())).containsExactly("slow");
        assertThat(texts(corpus.part(Split.TEST).orElseThrow())).containsExactly("dull");
    }

    @Test
    void badRowsOfEveryPartCount() throws IOException {
        Path train = write(folder, "train.tsv", "pos\tfine\nbroken\n");
        Path test = write(folder, "test.tsv", "neg\tdull\nbroken\nbroken\n");
        PassedOver passedOver = new PassedOver();

        for (int times = 0; times < 2; times++) {
            Corpus corpus = Corpus.open(
                    "all", List.of(train, test), ReadingOptions.DEFAULTS.passingOver(Optional.of(passedOver)));
            for (CorpusPart part : corpus.parts()) {
                read(part);
            }
        }

        assertThat(passedOver.count()).isEqualTo(3);
    }

    @Test
    void aFileBesideAFolderOfPartsIsLearntFrom() throws IOException {
        write(folder, "x/train.tsv", "pos\tfine\n");
        write(folder, "x/test.tsv", "neg\tdull\n");
        Path more = write(folder, "more.tsv", "neg\tslow\n");

        Corpus corpus = open(folder.resolve("x"), more);

        assertThat(texts(corpus.training())).containsExactly("fine", "slow");
    }

    @Test
    void theLabelsOfAllFilesBelongTogether() throws IOException {
        Path words = write(folder, "a.tsv", "positive\tfine\n");
        Path stars = write(folder, "b.tsv", "3\tdull\n");

        assertThatThrownBy(() -> read(open(words, stars).training()))
                .isInstanceOf(CorpusFormatException.class)
                .hasMessageContaining("expected one of the labels neg, pos but found \"3\"");
    }

    @Test
    void severalFoldersOfTextsAreLabelsAndOneIsNot() throws IOException {
        write(folder, "train/pos/1_9.txt", "fine");
        write(folder, "train/neg/1_2.txt", "dull");
        Path table = write(folder, "more.tsv", "neg\tslow\n");
        Path positive = folder.resolve("train/pos");
        Path negative = folder.resolve("train/neg");

        assertThat(read(open(positive, negative).training()))
                .extracting(review -> review.label().orElseThrow() + " " + review.text())
                .containsExactly("pos fine", "neg dull");
        assertThat(read(open(positive).training()))
                .allMatch(review -> review.label().isEmpty());
        assertThat(read(open(positive, table).training()))
                .extracting(review -> review.label().orElse("none"))
                .containsExactly("none", "neg");
    }

    @Test
    void aFolderThatIsAPartIsNoLabelBesideOthers() throws IOException {
        write(folder, "train/1.txt", "fine");
        write(folder, "x/1.txt", "dull");
        Path table = write(folder, "more.tsv", "neg\tslow\n");

        CorpusPart training =
                open(folder.resolve("train"), folder.resolve("x"), table).training();

        assertThat(read(training))
                .extracting(review -> review.label().orElse("none") + " " + review.text())
                .containsExactly("none fine", "none dull", "neg slow");
    }

    @Test
    void theSameInputTwiceIsAMistake() throws IOException {
        Path file = write(folder, "a.tsv", "pos\tfine\n");
        Path again = folder.resolve("x/../a.tsv");
        Files.createDirectory(folder.resolve("x"));

        assertThatThrownBy(() -> open(file, again))
                .hasMessage(again + ": expected inputs that differ but found it twice");
    }

    @Test
    void fingerprintsTellOrderAndContentApart() throws IOException {
        Path first = write(folder, "a.tsv", "pos\tfine\n");
        Path second = write(folder, "b.tsv", "neg\tdull\n");

        String both = open(first, second).training().fingerprint();

        assertThat(open(first, second).training().fingerprint()).isEqualTo(both);
        assertThat(open(second, first).training().fingerprint()).isNotEqualTo(both);
        assertThat(open(first).training().fingerprint()).isNotEqualTo(both);
        write(folder, "b.tsv", "neg\tdult\n");
        assertThat(open(first, second).training().fingerprint()).isNotEqualTo(both);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "*.csv; a.csv b.csv",
                "?.csv; a.csv b.csv",
                "*; a.csv b.csv d x",
                "{a,b}.*; a.csv b.csv",
                "[b-d]*; b.csv d",
                "**/*.csv; a.csv b.csv d/c.csv x/y/e.csv",
                "d/**/*.csv; d/c.csv",
                "**/y/**/e.csv; x/y/e.csv",
                "**.csv; a.csv b.csv d/c.csv x/y/e.csv",
                "*/*.csv; d/c.csv",
                ".*.csv; .hidden.csv",
                "x/*/e.*; x/y/e.csv"
            })
    void patternsFindWhatShellsWouldFind(String pattern, String expected) throws IOException {
        for (String name : List.of("b.csv", "a.csv", "d/c.csv", "x/y/e.csv", ".hidden.csv", ".git/g.csv")) {
            write(folder, name, "text\nfine\n");
        }

        List<Path> found =
                Glob.of(folder.toString().replace('\\', '/') + "/" + pattern).paths();

        assertThat(found.stream().map(path -> folder.relativize(path).toString().replace('\\', '/')))
                .containsExactly(expected.split(" "));
    }

    @Test
    void aPatternThatFindsNothingIsNamed() {
        assertThatThrownBy(() -> Glob.of(folder + "/*.nothing").paths())
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("*.nothing");
        assertThatThrownBy(() -> Glob.of("no/such/folder/*").paths()).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> Glob.of(folder + "/[a"))
                .isInstanceOf(CorpusFormatException.class)
                .hasMessageContaining("expected a pattern for files but found a fault");
    }
}
