package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tritone.model.Spoilt;

/** Words of a user's files, from the options and plans that name them to models that need them no more. */
class ChainFilesCommandTest {
    private static final String CARRIED = "simple,lowercase,stop=film|the,synonyms=actor>player";
    private static final String COUNTED = "simple,lowercase,stop(2 words),synonyms(1 rule)";

    @TempDir
    private Path folder;

    private Path films;
    private Path stop;
    private String typed;

    @BeforeEach
    void write() throws IOException {
        films = TinyCorpora.decided(folder.resolve("films.tsv"), 24, "pos", "neg");
        stop = Files.writeString(folder.resolve("stop.txt"), "# mine\nthe\nfilm\n");
        Path same = Files.writeString(folder.resolve("same.txt"), "actor => player\n");
        typed = "simple,lowercase,stop:@" + stop + ",synonyms:@" + same;
    }

    private void deleteFiles() throws IOException {
        Files.delete(stop);
        Files.delete(folder.resolve("same.txt"));
    }

    @Test
    void aModelNeedsItsFilesNoMore() throws IOException {
        Path model = folder.resolve("model");
        TinyCorpora.train(model, films, "--cell", "linear", "--chain", typed);
        deleteFiles();

        assertThat(Files.readString(model.resolve("vocab.txt")))
                .startsWith("# tritone vocabulary 1, chain " + CARRIED + ", counted ")
                .contains("\nplayer\t")
                .doesNotContain("\nfilm\t");
        assertThat(Files.readString(model.resolve("plan.yaml"))).contains("chain: \"" + CARRIED + "\"\n");
        assertThat(Cli.run("model", "show", model).out())
                .contains("chain `" + COUNTED + "`")
                .doesNotContain(CARRIED);
        assertThat(Cli.run("classify", "--model", model, "--text", "the actor signa")
                        .exitCode())
                .isZero();
        assertThat(Cli.run("reproduce", model).err()).doesNotContain("stop.txt");
    }

    @Test
    void aPlanThatIsWrittenByHandMayNameThem() throws IOException {
        Path plan = Files.writeString(folder.resolve("my.yaml"), "cell: linear\nchain: " + typed + "\n");
        TinyCorpora.train(folder.resolve("model"), films, "--plan", plan);

        assertThat(Files.readString(folder.resolve("model/plan.yaml"))).contains("chain: \"" + CARRIED + "\"\n");
    }

    @Test
    void peopleReadHowManyWordsThereAre() throws IOException {
        Path vocabulary = folder.resolve("vocab");

        assertThat(Cli.run("corpus", "stats", films, "--chain", typed).out()).startsWith(films + ", chain " + COUNTED);
        assertThat(TinyCorpora.json("corpus", "stats", films, "--chain", typed, "--json")
                        .get("chain")
                        .asText())
                .isEqualTo(CARRIED);
        assertThat(Cli.run("vocab", "build", films, "--output", vocabulary, "--chain", typed)
                        .exitCode())
                .isZero();
        assertThat(Cli.run("vocab", "show", vocabulary).out()).contains(", chain " + COUNTED + "\n");
        assertThat(TinyCorpora.json("vocab", "show", vocabulary, "--json")
                        .get("chain")
                        .asText())
                .isEqualTo(CARRIED);
        assertThat(Cli.run("corpus", "encode", films, "--vocab", vocabulary).out())
                .contains(", chain " + COUNTED + "\n");
    }

    @Test
    void languageModelsAndVectorsTakeThemToo() throws IOException {
        Path vectors = folder.resolve("vectors");
        Cli.Result result = Cli.run(
                "pretrain", "vectors", films, "--chain", typed, "--min-count", 1, "--numbers", 4, "--output", vectors);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(Files.readString(vectors.resolve("README.md"))).contains("`" + COUNTED + "`");
        assertThat(Files.readString(vectors.resolve("vocab.txt"))).contains(", chain " + CARRIED + ", ");
    }

    @Test
    void mistakesInThemAreSentences() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.txt"), "film\n");

        TinyCorpora.assertFails(
                1,
                bad + ":1: expected words with commas between them, or => and a word after it",
                "train",
                films,
                "--output",
                folder.resolve("model"),
                "--chain",
                "simple,synonyms:@" + bad);
        TinyCorpora.assertFails(
                1,
                folder.resolve("none") + ": no such file or folder",
                "train",
                films,
                "--output",
                folder.resolve("model"),
                "--chain",
                "simple,stop:@" + folder.resolve("none"));
        TinyCorpora.assertFails(
                2,
                "a chain has no step \"simpel\"; did you mean simple?",
                "train",
                films,
                "--output",
                folder.resolve("model"),
                "--chain",
                "simpel");
    }

    @Test
    void aStrangersModelCannotNameAFile() throws IOException {
        Path model = folder.resolve("model");
        TinyCorpora.train(model, films, "--cell", "linear");
        new Spoilt(model).put("training/plan/chain", "\"simple,stop:@" + stop + "\"");

        Cli.Result result = Cli.run("reproduce", model);

        assertThat(result.err())
                .startsWith(
                        "tritone: " + model
                                + ": its plan cannot be followed: a chain that was written down must hold its words but names the file ");
        assertThat(result.exitCode()).isEqualTo(1);
    }
}
