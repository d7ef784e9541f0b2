package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which reviews are held back from learning. */
class TrainValidationTest {
    @TempDir
    private Path folder;

    private Path films;

    @BeforeEach
    void writeFilms() throws IOException {
        films = TinyCorpora.decided(folder.resolve("films.tsv"), 40, "pos", "neg");
    }

    private JsonNode trained(Object... arguments) throws IOException {
        List<Object> words = new ArrayList<>(List.of("train", "--cell", "linear", "--json", "--output"));
        words.add(folder.resolve("model"));
        words.addAll(List.of(arguments));
        return TinyCorpora.json(words.toArray());
    }

    private void assertRefused(int exitCode, String sentence, Object... arguments) {
        List<Object> words = new ArrayList<>(List.of("train", films, "--cell", "linear", "--output"));
        words.add(folder.resolve("model"));
        words.addAll(List.of(arguments));
        TinyCorpora.assertFails(exitCode, sentence, words.toArray());
        assertThat(folder.resolve("model.training")).doesNotExist();
    }

    /** Rows of the reviews that were held back. */
    private List<String[]> heldOut() throws IOException {
        Path rows = folder.resolve("held.tsv");
        TinyCorpora.json(
                "evaluate", films, "--model", folder.resolve("model"), "--held-out", "--predictions", rows, "--json");
        return Files.readAllLines(rows).stream()
                .skip(1)
                .map(row -> row.split("\t"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "0.25, 30, 10",
        ".25, 30, 10",
        "0.5, 20, 20",
        "1, 39, 1",
        "7, 33, 7",
        "38, 2, 38",
        "2/5, 32, 8",
        "1/7, 34, 6",
        "7/7, 35, 5",
        "auto, 36, 4",
        "none, 40, 0"
    })
    void isAShareOrANumberOrNothing(String amount, int training, int validation) throws IOException {
        JsonNode made = trained(films, "--validation", amount);

        assertThat(made.get("training_reviews").asInt()).isEqualTo(training);
        assertThat(made.get("validation_reviews").asInt()).isEqualTo(validation);
        assertThat(made.get("validation").isNull()).isEqualTo(validation == 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 2 | validation must be a share between 0 and 1 or a number of reviews but was 0",
                "-0.1 | 2 | validation must be a share between 0 and 1 or a number of reviews but was -0.1",
                "1.5 | 2 | validation must be a share between 0 and 1 or a number of reviews but was 1.5",
                "40 | 1 | validation must leave reviews to learn from but takes 40 of 40 with a label",
                "0.999 | 1 | validation must leave reviews to learn from but takes 40 of 40 with a label",
                "4294967300 | 1 | validation must leave reviews to learn from but takes 4294967300 of 40 with a label",
                "6/5 | 2 | 'validation must be a fold such as 2/5, the second of five, but was 6/5'",
                "2/41 | 1 | 'validation must be one of at most 40 folds, one for each review with a label, but was 2/41'",
                "1.2.3 | 1 | 1.2.3: no such file or folder",
                "nowhere | 1 | nowhere: no such file or folder",
                "- | 1 | a training reads its corpus more than once, which a stream does not allow",
            })
    void isRefusedWhereItMakesNoSense(String amount, int exitCode, String sentence) {
        assertRefused(exitCode, sentence, "--validation", amount);
    }

    @Test
    void foldsHoldEveryReviewOnce() throws IOException {
        List<String> held = new ArrayList<>();
        for (int number = 1; number <= 5; number++) {
            trained(films, "--validation", number + "/5", "--replace");
            List<String[]> rows = heldOut();
            rows.forEach(row -> held.add(row[1]));

            assertThat(rows.stream().collect(Collectors.groupingBy(row -> row[2], Collectors.counting())))
                    .isEqualTo(Map.of("pos", 4L, "neg", 4L));
        }

        assertThat(held).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void foldsOfGroupsAreWholeAndTrainTheSameModelAgain() throws IOException {
        Path groups = TinyCorpora.groups(folder.resolve("groups.tsv"), 40);

        trained(films, "--validation", "2/5", "--groups", groups);
        Map<Integer, Long> sizes = heldOut().stream()
                .collect(
                        Collectors.groupingBy(row -> Integer.parseInt(row[1].substring(1)) / 4, Collectors.counting()));
        Cli.Result again = Cli.run("reproduce", folder.resolve("model"));

        assertThat(sizes).hasSize(2);
        assertThat(sizes.values()).containsOnly(4L);
        assertThat(folder.resolve("model/plan.yaml")).content().contains("validation: 2/5\n");
        assertThat(again.out()).contains("the same weights, to the last bit\n");
    }

    @Test
    void neverComesToNothingUnnoticed() {
        assertRefused(
                1,
                "validation must take reviews of " + films + " but is so little that it takes none",
                "--validation",
                "0.001");
    }

    @Test
    void isAnotherCorpus() throws IOException {
        Path other = TinyCorpora.decided(folder.resolve("other.tsv"), 14, "pos", "neg");

        JsonNode made = trained(films, "--validation", other);

        assertThat(made.get("training_reviews").asInt()).isEqualTo(40);
        assertThat(made.get("validation_reviews").asInt()).isEqualTo(14);
        assertThat(folder.resolve("model/config.json")).content().contains("\"use\" : \"validation\"");
    }

    @Test
    void isTheCorpusOwnPart() throws IOException {
        TinyCorpora.decided(folder.resolve("parts/train.tsv"), 40, "pos", "neg");
        TinyCorpora.decided(folder.resolve("parts/validation.tsv"), 12, "pos", "neg");

        JsonNode made = trained(folder.resolve("parts"));

        assertThat(made.get("training_reviews").asInt()).isEqualTo(40);
        assertThat(made.get("validation_reviews").asInt()).isEqualTo(12);
    }

    @Test
    void keepsGroupsTogether() throws IOException {
        Path groups = TinyCorpora.groups(folder.resolve("groups.tsv"), 40);

        trained(films, "--validation", "0.3", "--groups", groups);
        Map<Integer, Long> sizes = heldOut().stream()
                .collect(
                        Collectors.groupingBy(row -> Integer.parseInt(row[1].substring(1)) / 4, Collectors.counting()));

        assertThat(sizes).hasSize(3);
        assertThat(sizes.values()).containsOnly(4L);
    }

    @Test
    void keepsTheSharesOfLabels() throws IOException {
        trained(films, "--validation", "10", "--cut-by", "stratum");

        assertThat(heldOut().stream().collect(Collectors.groupingBy(row -> row[2], Collectors.counting())))
                .isEqualTo(Map.of("pos", 5L, "neg", 5L));
    }

    @Test
    void isCutAnewWithAnotherSeedAndTheSameWithTheSame() throws IOException {
        trained(films, "--validation", "10");
        List<String> first = heldOut().stream().map(row -> row[1]).toList();
        trained(films, "--validation", "10", "--replace");
        List<String> again = heldOut().stream().map(row -> row[1]).toList();
        trained(films, "--validation", "10", "--cut-seed", "8", "--replace");
        List<String> other = heldOut().stream().map(row -> row[1]).toList();

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void itsWordsAreNotCounted() throws IOException {
        trained(films, "--validation", "1");
        int counted = Files.readString(folder.resolve("model/vocab.txt")).length();
        String held = heldOut().get(0)[1];
        Files.writeString(
                films,
                Files.readString(films)
                        .replace(held + "\tpos\t", held + "\tpos\tunheard ")
                        .replace(held + "\tneg\t", held + "\tneg\tunheard "));

        trained(films, "--validation", "1", "--replace");

        assertThat(films).content().contains("unheard");
        assertThat(folder.resolve("model/vocab.txt"))
                .content()
                .doesNotContain("unheard")
                .hasSize(counted);
    }

    @Test
    void groupsMustFitTheCorpus() throws IOException {
        Path others = Files.writeString(folder.resolve("others.tsv"), "id\tgroup\nx1\ta\nx2\tb\n");

        assertRefused(1, others + ": expected ids of " + films + " but found none of them", "--groups", others);
        assertRefused(1, "cut-by group needs groups, but " + films + " names none: give groups", "--cut-by", "group");
        assertRefused(1, folder + "/no: no such file or folder", "--groups", folder.resolve("no"));
    }
}
