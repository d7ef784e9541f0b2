package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Teachers know what signa and signb mean; reviews without labels say beside them what zork and blarg mean. */
class TeachersTest {
    private static final Object[] SMALL = {
        "--cell", "bag", "--embedding", "8", "--epochs", "40", "--batch", "8", "--rate", "0.03", "--stop-on", "none"
    };

    @TempDir
    private Path folder;

    private Path labelled;
    private Path unlabelled;

    @BeforeEach
    void writeReviews() throws IOException {
        labelled = TinyCorpora.decided(folder.resolve("labelled.tsv"), 60, "neg", "pos");
        StringBuilder rows = new StringBuilder("id\ttext\n");
        for (int i = 0; i < 60; i++) {
            rows.append("u")
                    .append(i)
                    .append('\t')
                    .append(i % 2 == 0 ? "signa blarg" : "signb zork")
                    .append('\n');
        }
        unlabelled = Files.writeString(folder.resolve("unlabelled.tsv"), rows);
        Path all =
                Files.writeString(folder.resolve("all.txt"), Files.readString(labelled) + Files.readString(unlabelled));
        assertThat(Cli.run("vocab", "build", all, "--output", folder.resolve("words"))
                        .exitCode())
                .isZero();
        train("teacher");
    }

    private Path model(String name) {
        return folder.resolve(name);
    }

    private void train(String name, Object... more) {
        Object[] arguments = new Object[SMALL.length + more.length + 3];
        arguments[0] = labelled;
        arguments[1] = "--vocab";
        arguments[2] = folder.resolve("words");
        System.arraycopy(SMALL, 0, arguments, 3, SMALL.length);
        System.arraycopy(more, 0, arguments, 3 + SMALL.length, more.length);
        TinyCorpora.train(model(name), arguments);
    }

    private double positive(String model, String text) throws IOException {
        Cli.Result result = Cli.run("classify", "--model", model(model), "--text", text);
        return new ObjectMapper()
                .readTree(result.out())
                .get("probabilities")
                .get("pos")
                .asDouble();
    }

    @Test
    void aWordThatNoLabelledReviewHasIsLearntFromTeachers() throws IOException {
        // Where the word that teachers know is dropped, the other one has to tell.
        train("student", "--teachers", model("teacher"), "--unlabelled", unlabelled, "--word-dropout", "0.5");

        assertThat(positive("student", "zork")).isGreaterThan(0.6);
        assertThat(positive("student", "blarg")).isLessThan(0.4);
        assertThat(positive("teacher", "zork") - positive("teacher", "blarg")).isBetween(-0.2, 0.2);
    }

    @Test
    void theModelSaysWhoTaughtItAndOnWhat() throws IOException {
        train("student", "--teachers", model("teacher"), "--unlabelled", unlabelled);

        JsonNode corpora = new ObjectMapper()
                .readTree(model("student").resolve("config.json").toFile())
                .get("provenance")
                .get("corpora");

        assertThat(corpora.findValuesAsText("use")).contains("teacher", "teaching");
        assertThat(corpora.findValuesAsText("name")).contains(model("teacher").toString(), unlabelled.toString());
    }

    @Test
    void theSameTeachersGiveTheSameBytes() throws IOException {
        train("one", "--teachers", model("teacher"), "--unlabelled", unlabelled, "--threads", "1");
        train("other", "--teachers", model("teacher"), "--unlabelled", unlabelled, "--threads", "3");

        assertThat(TinyCorpora.weights(model("one"))).isEqualTo(TinyCorpora.weights(model("other")));
    }

    @Test
    void teachersWithoutReviewsToAnswerForAreWrongUsage() {
        TinyCorpora.assertFails(
                2,
                "teachers need unlabelled reviews to answer for, and these need teachers",
                "train",
                labelled,
                "--teachers",
                model("teacher"),
                "--output",
                model("student"));
    }

    @Test
    void aTeacherOfOtherLabelsIsRefused() throws IOException {
        Path stars = TinyCorpora.decided(folder.resolve("stars.tsv"), 60, "1", "2", "3");
        TinyCorpora.train(model("stars"), stars, "--cell", "bag", "--embedding", "4", "--epochs", "1");

        TinyCorpora.assertFails(
                1,
                "expected the teacher " + model("stars") + " to know the labels neg, pos but found 1, 2, 3",
                "train",
                labelled,
                "--teachers",
                model("stars"),
                "--unlabelled",
                unlabelled,
                "--output",
                model("student"));
    }

    @Test
    void whatIsLearntFromAndValidatedOnIsNotTaughtAsWell() {
        assertItsOwnReviewsAreNotTaught();
    }

    @Test
    void norIsItWhereTheCorpusIsReadOtherwise() {
        assertItsOwnReviewsAreNotTaught("--labels", "neg,pos");
    }

    private void assertItsOwnReviewsAreNotTaught(String... reading) {
        List<Object> arguments = new ArrayList<>(List.of("train", labelled));
        arguments.addAll(List.of(reading));
        arguments.addAll(
                List.of("--teachers", model("teacher"), "--unlabelled", labelled, "--output", model("student")));

        TinyCorpora.assertFails(
                1,
                "unlabelled must be other reviews than those that are learnt from or validated on but was " + labelled,
                arguments.toArray());
    }

    @Test
    void whatWasTaughtFlattersAModelThatIsMeasuredOnIt() throws IOException {
        Path known = TinyCorpora.decided(folder.resolve("known.tsv"), 20, "neg", "pos");
        train("student", "--teachers", model("teacher"), "--unlabelled", known);

        assertThat(Cli.run("evaluate", "--model", model("student"), known).err())
                .isEqualTo("tritone: " + model("student") + " learnt from reviews of this part, which flatters it\n");
    }

    @Test
    void aTeacherWithoutANameIsWrongUsage() {
        TinyCorpora.assertFails(
                2,
                "teachers must be names with commas between them but was a,,b",
                "train",
                labelled,
                "--teachers",
                "a,,b",
                "--unlabelled",
                unlabelled,
                "--output",
                model("student"));
    }
}
