package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tritone.training.Setting;
import tritone.training.Settings;
import tritone.training.TrainingPlan;

class NotesTest {
    @TempDir
    private Path folder;

    private Path films;
    private Path notes;

    @BeforeEach
    void write() throws IOException {
        films = TinyCorpora.decided(folder.resolve("films.tsv"), 40, "pos", "neg");
        notes = Files.writeString(folder.resolve("tried.md"), "- two levels: no better\n- möwe\n");
    }

    private Path model() {
        return folder.resolve("models/mine");
    }

    private Object[] training(Object... more) {
        List<Object> words = new ArrayList<>(List.of("train", films, "--cell", "linear", "--output", model()));
        words.addAll(List.of(more));
        return words.toArray();
    }

    @Test
    void standInTheFolderAndInTheCard() throws IOException {
        assertThat(Cli.run(training("--notes", notes)).exitCode()).isZero();

        assertThat(Files.readString(model().resolve("NOTES.md"))).isEqualTo(Files.readString(notes));
        assertThat(Cli.run("model", "show", model()).out())
                .contains("\n## Notes\n\n- two levels: no better\n- möwe\n\n## How it was made\n");
        assertThat(Cli.run("model", "verify", model()).exitCode()).isZero();
    }

    @Test
    void areKeptByAModelOfFewerBits() throws IOException {
        Cli.run(training("--notes", notes));
        Path small = folder.resolve("models/small");

        Cli.run("model", "quantize", model(), films, "--to", "int8", "--output", small);

        assertThat(TinyCorpora.names(small)).contains("NOTES.md");
        assertThat(Cli.run("model", "show", small).out()).contains("# small\n", "\n- two levels: no better\n");
    }

    @Test
    void outliveAStopAndGiveWayToLaterOnes() throws IOException {
        Workplace workplace = new Workplace(model());
        TrainingPlan plan = TrainingPlan.of(Settings.of(Map.of(Setting.CORPUS, "sample")));
        Files.createDirectories(workplace.training());

        workplace.begin(plan, new Papers("typed first", Optional.of("first")));

        assertThat(workplace.papers(new Papers("typed later", Optional.empty())))
                .isEqualTo(new Papers("typed first", Optional.of("first")));
        assertThat(workplace.papers(new Papers("typed later", Optional.of("later"))))
                .isEqualTo(new Papers("typed first", Optional.of("later")));
        workplace.keepNotes(new Papers("typed later", Optional.of("later")));
        workplace.keepNotes(new Papers("typed last", Optional.empty()));
        assertThat(workplace.papers(new Papers("typed last", Optional.empty())))
                .isEqualTo(new Papers("typed first", Optional.of("later")));
    }

    @Test
    void thatCannotBeReadStopTheTrainingBeforeItBegins() throws IOException {
        Path missing = folder.resolve("missing.md");
        Path latin = Files.write(folder.resolve("latin.md"), new byte[] {'m', (byte) 0xf6});
        Path endless = Files.write(folder.resolve("long.md"), new byte[(1 << 20) + 1]);

        TinyCorpora.assertFails(1, missing + ": no such file or folder", training("--notes", missing));
        TinyCorpora.assertFails(2, "--notes must be UTF-8 but " + latin + " is not", training("--notes", latin));
        TinyCorpora.assertFails(
                2,
                "--notes must be at most 1048576 bytes but " + endless + " is 1048577",
                training("--notes", endless));
        assertThat(model()).doesNotExist();
        assertThat(model().resolveSibling("mine.training")).doesNotExist();
    }
}
