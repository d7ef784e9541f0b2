package tritone.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tritone.corpus.BytesRead;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusFiles;
import tritone.corpus.CorpusPart;
import tritone.corpus.ReadingOptions;
import tritone.text.Chain;

class InspectorTest {
    private static final InspectionOptions OPTIONS =
            new InspectionOptions(Chain.DEFAULT, 400, 2, Exception::getMessage);

    @TempDir
    private Path folder;

    private List<CorpusPart> parts(String name, String text) throws IOException {
        return Corpus.open(CorpusFiles.write(folder, name, text), ReadingOptions.DEFAULTS)
                .parts();
    }

    private static Finding finding(Inspection inspection, Kind kind) {
        return inspection.findings().get(kind.ordinal());
    }

    @Test
    void aFileThatChangesBetweenTheReadingsIsNamed() throws IOException {
        Path file = folder.resolve("moving.txt");
        List<CorpusPart> parts = parts("moving.txt", "one and the same text\none and the same text\n");

        assertThatThrownBy(() -> Inspector.inspect(parts, OPTIONS, (part, read) -> rewrite(file)))
                .isInstanceOf(PartChangedException.class)
                .hasMessage(file + ": changed while it was read");
    }

    private static void rewrite(Path file) {
        try {
            Files.writeString(file, "another\nand another\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void textsOfMarksAloneAreTheSameOnlyIfTheyAre() throws IOException {
        Inspection inspection =
                Inspector.inspect(parts("marks.txt", ":( :(\n!!! ???\n:( :(\n\n\n"), OPTIONS, (p, r) -> {});

        assertThat(finding(inspection, Kind.SAME_TEXT).count()).isEqualTo(1);
        assertThat(finding(inspection, Kind.SAME_TEXT).examples().get(0).words())
                .isEqualTo(":( :(");
        assertThat(finding(inspection, Kind.SAME_WORDS).count()).isZero();
        assertThat(finding(inspection, Kind.EMPTY_TEXT).count()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"corpora/train.tsv:17", "a:b.txt", "reviews/12:34:5", "pos/1_9.txt", "C:7", "x:007", "x:", ":1"})
    void aPlaceIsToldAsItWas(String place) {
        Places places = new Places();

        places.add("before:1");
        places.add(place);
        places.add(place);

        assertThat(places.of(1)).isEqualTo(place);
        assertThat(places.of(2)).isEqualTo(place);
        assertThat(places.of(0)).isEqualTo("before:1");
    }

    @Test
    void progressIsToldOfTheFirstReading() throws IOException {
        BytesRead[] last = {BytesRead.NONE};

        Inspector.inspect(parts("a.txt", "some text\nmore text\n"), OPTIONS, (part, read) -> last[0] = read);

        assertThat(last[0].unzipped()).isEqualTo(20);
    }
}
