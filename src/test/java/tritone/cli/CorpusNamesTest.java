package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.corpus.Corpus;
import tritone.corpus.ReadingOptions;

class CorpusNamesTest {
    @TempDir
    private Path folder;

    private int files(String name) throws IOException {
        Corpus corpus = CorpusNames.open(name, ReadingOptions.DEFAULTS);
        assertThat(corpus.name()).isEqualTo(name);
        return corpus.training().files().size();
    }

    private String write(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "text\nfine\n").toString();
    }

    @Test
    void aPatternAndNamesStandForSeveralFiles() throws IOException {
        String first = write("a.csv");
        String second = write("b.csv");
        String third = write("c.tsv");

        assertThat(files(folder + "/*.csv")).isEqualTo(2);
        assertThat(files(first + "|" + third)).isEqualTo(2);
        assertThat(files(folder + "/*.csv|" + third)).isEqualTo(3);
        assertThatThrownBy(() -> files(first + "|" + second + "|" + folder + "/d.csv"))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageEndingWith("d.csv");
        assertThatThrownBy(() -> files("a\0b")).isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"corpus stats", "train --cell linear --output never", "compare --report never"})
    void standardInputStandsAlone(String command) throws IOException {
        List<Object> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of(write("a.csv"), "-"));

        TinyCorpora.assertFails(2, "- must be the only CORPUS but others stand beside it", words.toArray());
    }

    @Test
    void aFileIsNoPatternWhateverItIsCalled() throws IOException {
        write("a.csv");

        assertThat(Files.exists(Path.of(write("[a].csv")))).isTrue();
        assertThat(CorpusNames.open(folder + "/[a].csv", ReadingOptions.DEFAULTS)
                        .training()
                        .files())
                .containsExactly(folder.resolve("[a].csv"));
        assertThat(files(write("a|b.csv"))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "sample, sample",
        "data/reviews.tsv.gz, reviews",
        "data/a.csv|data/b.csv, a",
        "data/p*.csv, p",
        "data/*.csv, all",
        "data/[ab]?.csv, ab",
        "/, all",
        "x/.., src",
    })
    void whatIsMadeOfACorpusIsCalledAfterItsFirstInput(String name, String expected) {
        Path here = Path.of("").toAbsolutePath();
        String wanted = expected.equals("src") ? here.getFileName().toString() : expected;

        assertThat(CorpusNames.shortName(name)).isEqualTo(wanted);
    }
}
