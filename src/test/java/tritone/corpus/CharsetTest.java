package tritone.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tritone.corpus.CorpusFiles.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetTest {
    @TempDir
    private Path folder;

    private static ReadingOptions in(String charset) {
        return ReadingOptions.DEFAULTS.in(Optional.of(Charset.forName(charset)));
    }

    private Path write(String name, byte[]... pieces) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            bytes.write(piece);
        }
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "windows-1252",
                "ISO-8859-15",
                "UTF-16LE",
                "UTF-16BE",
                "UTF-16",
                "UTF-32LE",
                "x-windows-949",
                "EUC-KR",
                "GB18030",
                "Shift_JIS",
                "windows-1251"
            })
    void readsEveryCharsetInEveryLayout(String charset) throws IOException {
        Charset named = Charset.forName(charset);
        String text = named.newEncoder().canEncode('\uc601') ? "\uc601\ud654 fine" : "so fine";
        text = named.newEncoder().canEncode('\u00fc') ? text + " \u00fc" : text;
        String table = "text,label\r\n\"" + text + "\n2\",pos\r\n";

        Path csv = write("x.csv", table.getBytes(named));
        Files.createDirectory(folder.resolve("texts"));
        write("texts/1.txt", text.getBytes(named));

        assertThat(read(Corpus.open(csv, in(charset)))).extracting(Review::text).containsExactly(text + "\n2");
        assertThat(read(Corpus.open(folder.resolve("texts"), in(charset))))
                .extracting(Review::text)
                .containsExactly(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE"})
    void aByteOrderMarkTellsTheCharset(String charset) throws IOException {
        byte[] bytes = "\ufefftext\tlabel\nM\u00f6we \ud83c\udfac\tpos\n".getBytes(Charset.forName(charset));
        Path file = write("x.tsv", bytes);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        }

        assertThat(read(file)).extracting(Review::text).containsExactly("M\u00f6we \ud83c\udfac");
        assertThat(read(Corpus.open(file, in("windows-1252"))))
                .as("whatever is said")
                .hasSize(1);
        assertThat(read(Corpus.of("stdin", new ByteArrayInputStream(zipped.toByteArray()), ReadingOptions.DEFAULTS)))
                .extracting(Review::text)
                .containsExactly("M\u00f6we \ud83c\udfac");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void twoBytesACharacterWithoutAMarkAreASentenceAndNoReviews(String charset) throws IOException {
        byte[] bytes = "label,text\npos,fine\nneg,dull\n".getBytes(Charset.forName(charset));
        String expected =
                ": expected UTF-8 text but found UTF-16 without a byte order mark (--charset " + charset + " reads it)";
        Files.createDirectory(folder.resolve("texts"));
        Path text = write("texts/1.txt", bytes);

        for (String name : List.of("x.csv", "x.tsv", "x.txt", "x.jsonl", "x.ft", "x")) {
            Path file = write(name, bytes);
            PassedOver passedOver = new PassedOver();
            ReadingOptions passing = ReadingOptions.DEFAULTS.passingOver(Optional.of(passedOver));

            assertThatThrownBy(() -> read(file)).hasMessage(file + expected);
            assertThatThrownBy(() -> read(Corpus.open(file, passing)))
                    .as("no other line is a review either")
                    .hasMessageEndingWith("expected at least one review but found none among 1 bad rows");
        }
        assertThatThrownBy(() -> read(text.getParent())).hasMessage(text + expected);
    }

    @Test
    void whatIsNoTextInACharsetIsABadRowAndNoMore() throws IOException {
        Path file = write(
                "x.tsv",
                "pos\tgut\nneg\t".getBytes(StandardCharsets.US_ASCII),
                new byte[] {(byte) 0x81, '\n'},
                "neg\tschlecht\n".getBytes(StandardCharsets.US_ASCII));

        try (ReviewReader reader =
                Corpus.open(file, in("windows-1252")).training().open()) {
            assertThat(reader.next().text()).isEqualTo("gut");
            assertThatThrownBy(reader::next)
                    .isInstanceOf(CorpusFormatException.class)
                    .hasMessage(file + ":2: expected windows-1252 text but found other bytes");
            assertThat(reader.next().text()).isEqualTo("schlecht");
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void aCharacterThatBreaksOffIsNoText() throws IOException {
        byte[] bytes = "fine\nfi".getBytes(StandardCharsets.UTF_16LE);
        Path file = write("x.txt", bytes, new byte[] {'n'});

        assertThatThrownBy(() -> read(Corpus.open(file, in("UTF-16LE"))))
                .hasMessage(file + ":2: expected UTF-16LE text but found other bytes");
    }

    @Test
    void longTextsSurviveAnyBuffer() throws IOException {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40_000; i++) {
            text.appendCodePoint(random.nextInt(4) == 0 ? 0x1f300 + random.nextInt(200) : 'a' + random.nextInt(26));
        }
        Path file = write("x.txt", (text + "\n" + text).getBytes(StandardCharsets.UTF_16LE));

        assertThat(read(Corpus.open(file, in("UTF-16LE"))))
                .extracting(Review::text)
                .containsExactly(text.toString(), text.toString());
    }

    @Test
    void theCharsetIsPartOfTheFingerprint() throws IOException {
        Path file = write("x.txt", "fine\n".getBytes(StandardCharsets.US_ASCII));

        assertThat(Corpus.open(file, in("windows-1252")).training().fingerprint())
                .isNotEqualTo(
                        Corpus.open(file, ReadingOptions.DEFAULTS).training().fingerprint());
    }
}
