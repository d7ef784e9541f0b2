package tritone.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tritone.corpus.CorpusFiles.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipArchiveTest {
    @TempDir
    private Path folder;

    private Path zip(String name, Map<String, String> files) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    @Test
    void aSingleTableInAnArchiveIsTheCorpus() throws IOException {
        Path file = zip(
                "archive.zip",
                Map.of("IMDB Dataset.csv", "review,sentiment\nfine,positive\n", "__MACOSX/._IMDB Dataset.csv", "x"));

        assertThat(read(file)).singleElement().satisfies(review -> {
            assertThat(review.text()).isEqualTo("fine");
            assertThat(review.label()).contains("pos");
            assertThat(review.id()).isEqualTo("2");
        });
    }

    @Test
    void aSingleTextInAnArchiveIsReadByLines() throws IOException {
        assertThat(read(zip("x.zip", Map.of("all.txt", "one\ntwo\n")))).hasSize(2);
    }

    @Test
    void anArchiveIsReadAsTheFolderThatItWouldBecome() throws IOException {
        Path file = zip(
                "tree.bin",
                Map.of(
                        "aclImdb/train/pos/1_9.txt", "good",
                        "aclImdb/train/neg/1_1.txt", "bad",
                        "aclImdb/test/pos/7_10.txt", "fine",
                        "aclImdb/README", "about"));

        Corpus corpus = Corpus.open(file, ReadingOptions.DEFAULTS);

        assertThat(corpus.parts()).extracting(CorpusPart::split).containsExactly(Split.TRAIN, Split.TEST);
        assertThat(read(corpus.training())).extracting(Review::id).containsExactly("neg/1_1.txt", "pos/1_9.txt");
        assertThat(read(corpus.training()))
                .extracting(review -> review.rating().orElseThrow())
                .containsExactly(1.0, 9.0);
    }

    @Test
    void aBadRowIsNamedByArchiveAndFile() throws IOException {
        Path file = zip("x.zip", Map.of("a.csv", "text,label\nfine\n", "b.csv", "text,label\nfine,pos\n"));

        assertThatThrownBy(() -> read(file)).hasMessage(file + "!/a.csv:2: expected 2 columns but found 1");
    }

    @Test
    void archivesAreToldApartByWhatIsInThem() throws IOException {
        Path first = zip("x.zip", Map.of("a.csv", "text\nfine\n", "b.csv", "text\ndull\n"));
        Path second = zip("y.zip", Map.of("a.csv", "text\nfine\n", "b.csv", "text\nlong\n"));

        Corpus opened = Corpus.open(first, ReadingOptions.DEFAULTS);

        assertThat(opened.training().fingerprint())
                .isEqualTo(
                        Corpus.open(first, ReadingOptions.DEFAULTS).training().fingerprint())
                .isNotEqualTo(
                        Corpus.open(second, ReadingOptions.DEFAULTS).training().fingerprint());
        assertThat(opened.training()
                        .sharesFileWith(
                                Corpus.open(first, ReadingOptions.DEFAULTS).training()))
                .isTrue();
        assertThat(opened.training()
                        .sharesFileWith(
                                Corpus.open(second, ReadingOptions.DEFAULTS).training()))
                .isFalse();
        assertThat(opened.training().bytesOnDisk()).isEqualTo(20);
    }

    @Test
    void severalArchivesAreOneCorpusWithIdsThatDiffer() throws IOException {
        Path first = zip("x.zip", Map.of("a.csv", "text\nfine\n"));
        Path second = zip("y.zip", Map.of("a.csv", "text\ndull\n"));

        CorpusPart part = Corpus.open("both", List.of(first, second), ReadingOptions.DEFAULTS)
                .training();

        assertThat(read(part))
                .extracting(Review::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.endsWith(".zip!/a.csv:2"));
    }

    @Test
    void aCutOrDamagedArchiveIsASentence() throws IOException {
        Path file = zip("x.zip", Map.of("a.csv", "text,label\nfine,pos\n".repeat(500)));
        byte[] whole = Files.readAllBytes(file);

        Files.write(file, Arrays.copyOf(whole, whole.length - 30));
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(CorpusFormatException.class)
                .hasMessage(file + ": expected a whole zip archive but found a cut or damaged one");

        Arrays.fill(whole, 40, 60, (byte) 0x55);
        Files.write(file, whole);
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(CorpusFormatException.class)
                .hasMessageContaining("x.zip")
                .hasMessageEndingWith("expected a whole zip archive but found a cut or damaged one");
    }

    /** Sets a number of two bytes in the central header of the only file. */
    private static void patch(Path file, int offset, int value) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int header = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        bytes[header + offset] = (byte) value;
        bytes[header + offset + 1] = (byte) (value >> 8);
        Files.write(file, bytes);
    }

    @Test
    void anArchiveThatCannotBeReadIsNotCalledDamaged() throws IOException {
        Path locked = zip("locked.zip", Map.of("a.csv", "text\nfine\n"));
        patch(locked, 8, 1);
        Path packed = zip("packed.zip", Map.of("a.csv", "text\nfine\n"));
        patch(packed, 10, 14);

        assertThatThrownBy(() -> read(locked))
                .hasMessage(locked + ": expected a zip archive without a password but found an encrypted one");
        assertThatThrownBy(() -> read(packed))
                .hasMessage(packed + ": expected files that are deflated or stored but found another compression");
    }

    @Test
    void namesMayBeOfAnotherCharset() throws IOException {
        Path file = folder.resolve("old.zip");
        Charset korean = Charset.forName("x-windows-949");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), korean)) {
            for (String name : List.of("train/\uae0d\uc815/1.txt", "train/\ubd80\uc815/2.txt")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("\uc601\ud654".getBytes(korean));
            }
        }
        assertThat(read(Corpus.open(file, ReadingOptions.DEFAULTS.in(Optional.of(korean)))))
                .extracting(review -> review.label().orElseThrow() + review.text())
                .containsExactly("\uae0d\uc815\uc601\ud654", "\ubd80\uc815\uc601\ud654");
        assertThat(Corpus.open(file, ReadingOptions.DEFAULTS).training().files())
                .as("what the names are is not known, but that they differ")
                .hasSize(2);
    }

    @Test
    void anEmptyArchiveHasNoReviews() throws IOException {
        Path file = zip("x.zip", Map.of());

        assertThatThrownBy(() -> read(file)).hasMessageEndingWith("expected at least one review but found none");
    }

    @Test
    void anotherLetterThanWasPackedIsDamage() throws IOException {
        Path file = folder.resolve("x.zip");
        byte[] text = "text,label\nfine,pos\n".getBytes(StandardCharsets.UTF_8);
        CRC32 sum = new CRC32();
        sum.update(text);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            ZipEntry entry = new ZipEntry("a.csv");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(text.length);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(text);
        }
        byte[] bytes = Files.readAllBytes(file);
        assertThat(read(file)).hasSize(1);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("fine")] = 'w';
        Files.write(file, bytes);

        assertThatThrownBy(() -> read(file))
                .hasMessage(file + "!/a.csv: expected a whole zip archive but found a cut or damaged one");
    }

    @Test
    void anArchiveWithoutReviewsSaysSo() throws IOException {
        Path file = zip("x.zip", Map.of("a.pdf", "x", "b.png", "y"));

        assertThatThrownBy(() -> read(file)).hasMessageEndingWith("expected at least one review but found none");
    }

    @Test
    void anArchiveThatComesAsAStreamIsASentence() throws IOException {
        byte[] bytes = Files.readAllBytes(zip("x.zip", Map.of("a.csv", "text\nfine\n")));
        Corpus corpus = Corpus.of("stdin", new ByteArrayInputStream(bytes), ReadingOptions.DEFAULTS);

        assertThatThrownBy(() -> read(corpus))
                .hasMessage("stdin: expected rows but found a zip archive, which is read from a file of its own");
    }
}
