package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of rows that are no reviews, in every command that reads. */
class BadRowsTest {
    private static final int PARTLY = 4;

    @TempDir
    private Path folder;

    /** 60 reviews, and a bad row after each tenth of them. */
    private Path corpus() throws IOException {
        List<String> rows = Files.readAllLines(TinyCorpora.decided(folder.resolve("whole.tsv"), 60, "neg", "pos"));
        List<String> spoilt = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            spoilt.add(rows.get(i));
            if (i % 10 == 9) {
                spoilt.add("broken");
            }
        }
        return Files.write(folder.resolve("reviews.tsv"), spoilt);
    }

    private static String told(Path corpus) {
        String fault = ": expected 3 columns but found 1\n";
        return "tritone: 6 rows were bad and passed over:\n  " + corpus + ":11" + fault + "  " + corpus + ":22" + fault
                + "  " + corpus + ":33" + fault + "  ...\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "corpus stats",
                "corpus stats --json",
                "corpus encode",
                "vocab build",
                "train --cell linear --min-reviews 1 --output",
                "train --cell simple-rnn --epochs 1 --units 4 --embedding 4 --max-tokens 8 --min-count 1 --output",
                "compare --cells linear,bag --seeds 1 --epochs 1 --embedding 4 --vectors none --min-count 1 --report",
                "pretrain vectors --numbers 4 --rounds 1 --min-count 1 --output",
                "benchmark encode --rounds 1",
            })
    void areToldOfOnceAtTheEndHoweverOftenTheyAreRead(String command) throws IOException {
        Path corpus = corpus();
        List<Object> words = new ArrayList<>(List.of(command.split(" ")));
        if (command.endsWith("--output") || command.endsWith("--report")) {
            words.add(folder.resolve("out"));
        }
        if (command.equals("corpus encode")) {
            Path vocabulary = folder.resolve("vocab");
            Cli.run("vocab", "build", folder.resolve("whole.tsv"), "--output", vocabulary);
            words.addAll(List.of("--vocab", vocabulary));
        }
        if (command.equals("vocab build")) {
            words.addAll(List.of("--output", folder.resolve("vocab")));
        }
        words.add(corpus);

        Cli.Result refused = Cli.run(words.toArray());
        words.addAll(List.of("--on-error", "skip"));
        Cli.Result passed = Cli.run(words.toArray());

        assertThat(refused.exitCode()).as(refused.err()).isEqualTo(Failures.FAILED);
        assertThat(refused.err()).endsWith("tritone: " + corpus + ":11: expected 3 columns but found 1\n");
        assertThat(passed.err()).endsWith(told(corpus));
        assertThat(passed.exitCode()).as(passed.err()).isEqualTo(PARTLY);
    }

    @Test
    void areLeftOutAndNothingElse() throws IOException {
        Path corpus = corpus();

        Cli.Result whole = Cli.run("corpus", "stats", folder.resolve("whole.tsv"));
        Cli.Result passed = Cli.run("corpus", "stats", corpus, "--on-error", "skip");

        assertThat(figures(passed)).isEqualTo(figures(whole)).contains("reviews                                   60");
    }

    private static String figures(Cli.Result result) {
        return result.out().substring(result.out().indexOf('\n'), result.out().indexOf(" MB read"));
    }

    @Test
    void areTheSameWhenAModelOfThemIsEvaluatedAndReproduced() throws IOException {
        Path corpus = corpus();
        Path model = folder.resolve("model");
        Cli.run("train", corpus, "--on-error", "skip", "--cell", "linear", "--min-reviews", "1", "--output", model);

        Cli.Result evaluated = Cli.run("evaluate", corpus, "--model", model, "--on-error", "skip");
        Cli.Result reproduced = Cli.run("reproduce", model);

        assertThat(evaluated.err()).endsWith(told(corpus));
        assertThat(evaluated.exitCode()).isEqualTo(PARTLY);
        assertThat(reproduced.err()).endsWith(told(corpus));
        assertThat(reproduced.exitCode()).as(reproduced.out()).isEqualTo(PARTLY);
        assertThat(reproduced.out()).contains("the same");
    }

    @Test
    void areNoReasonToGoOnWhereNoneIsGood() throws IOException {
        Path corpus = Files.writeString(folder.resolve("x.tsv"), "label\ttext\nx\ny\n");

        Cli.Result result = Cli.run("corpus", "stats", corpus, "--on-error", "skip");

        assertThat(result.exitCode()).isEqualTo(Failures.FAILED);
        assertThat(result.err())
                .contains("tritone: " + corpus + ": expected at least one review but found none among 2 bad rows\n")
                .contains("tritone: 2 rows were bad and passed over:\n");
    }

    @Test
    void thatCostTheRestOfAFileAreToldHoweverManyCameBefore() throws IOException {
        Path good = Files.writeString(folder.resolve("a.csv"), "text,label\nx\ny\nz\nv\nfine,pos\n\"open,pos\nw,pos\n");
        Path header = Files.writeString(folder.resolve("b.csv"), "a,b,c,d,e\n1,2,3,4,5\n");
        Path binary = Files.write(folder.resolve("c"), new byte[] {0, 1, 2, 3});
        Path cut = Files.write(folder.resolve("d.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});

        Cli.Result counted = Cli.run("corpus", "stats", good, header, binary, cut, "--on-error", "skip");

        assertThat(counted.exitCode()).as(counted.err()).isEqualTo(PARTLY);
        assertThat(counted.err())
                .startsWith(
                        "tritone: 8 rows were bad and passed over:\n  " + good + ":2: expected 2 columns but found 1\n")
                .contains("  " + good + ":7: expected a closing quote but found the end of the file after 2 lines;"
                        + " nothing more of it was read\n")
                .contains("found 5 columns and no header; nothing more of it was read\n")
                .contains(
                        "found bytes that are no text (--format reads them all the same); nothing more of it was read\n")
                .contains("found a cut or damaged one; nothing more of it was read\n")
                .endsWith("  ...\n");
        assertThat(counted.err().lines()).hasSize(9);
    }

    @Test
    void areNamedByTheirWordsAlone() throws IOException {
        Path corpus = Files.writeString(folder.resolve("x.tsv"), "label\ttext\npos\tfine\n\u001b[31m\tx\ty\n");

        Cli.Result result = Cli.run("corpus", "stats", corpus, "--on-error", "skip");

        assertThat(result.err()).doesNotContain("\u001b").contains(corpus + ":3: expected 2 columns but found 3");
    }

    @Test
    void anUnknownWayOfTreatingThemIsRefused() {
        Cli.Result result = Cli.run("corpus", "stats", "--on-error", "row");

        assertThat(result.exitCode()).isEqualTo(Failures.WRONG_USAGE);
        assertThat(result.err()).contains("must be one of fail, skip but was row");
    }
}
