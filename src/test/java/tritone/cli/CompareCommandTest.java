package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tritone.ComparisonTimes;
import tritone.files.WholeFolder;
import tritone.report.ComparisonSchema;

class CompareCommandTest {
    private static final List<String> SMALL =
            List.of("--preset", "lecture", "--embedding", "8", "--epochs", "3", "--batch", "10", "--rate", "0.02");

    @TempDir
    private Path folder;

    private Path corpus() throws IOException {
        return TinyCorpora.decided(folder.resolve("films.tsv"), 120, "pos", "neg");
    }

    private Path report() {
        return folder.resolve("report");
    }

    private Cli.Result compare(Object... more) throws IOException {
        List<Object> words = new ArrayList<>(List.of("compare", corpus(), "--report", report(), "--validation", "0.3"));
        words.addAll(SMALL);
        words.addAll(List.of(more));
        return Cli.run(words.toArray());
    }

    private JsonNode compared(Object... more) throws IOException {
        List<Object> words = new ArrayList<>(List.of(more));
        words.add("--json");
        Cli.Result result = compare(words.toArray());
        return fitting(result);
    }

    private static JsonNode fitting(Cli.Result result) throws IOException {
        assertThat(result.exitCode()).as(result.err()).isZero();
        JsonNode comparison = TinyCorpora.json(result);
        ComparisonSchema.assertFits(comparison);
        return comparison;
    }

    private List<Path> runs() throws IOException {
        try (Stream<Path> found = Files.list(report().resolve("runs"))) {
            return found.sorted().toList();
        }
    }

    @Test
    void comparesFiveContendersAndWritesFiveFiles() throws IOException {
        JsonNode comparison = compared("--seeds", "2");

        List<String> cells = new ArrayList<>();
        comparison
                .get("contenders")
                .forEach(one -> cells.add(one.get("contender").get("cell").asText()));
        assertThat(cells).containsExactly("simple-rnn", "lstm", "gru", "bag", "linear");
        assertThat(comparison.get("contenders").get(0).get("runs")).hasSize(2);
        assertThat(comparison.get("contenders").get(4).get("runs")).hasSize(1);
        assertThat(comparison.get("pairs")).hasSize(10);
        assertThat(comparison.get("conditions").get("reviews").asInt()).isEqualTo(36);
        assertThat(comparison.get("conditions").get("compared_on").asText()).isEqualTo("validation");
        assertThat(comparison.get("conclusions")).isNotEmpty();
        assertThat(TinyCorpora.names(report()))
                .containsExactly(
                        "comparison.json", "curves.csv", "predictions.csv", "report.html", "report.md", "runs");
        assertThat(Files.readAllLines(report().resolve("predictions.csv"))).hasSize(1 + 36 * (4 * 2 + 1));
        assertThat(runs()).hasSize(9);
    }

    @Test
    void doesNoRunTwiceAndPaysOneSeedForASeed() throws IOException {
        compared("--cells", "gru,linear", "--seeds", "1");
        List<Path> before = runs();
        List<FileTime> times = new ArrayList<>();
        for (Path run : before) {
            times.add(Files.getLastModifiedTime(run.resolve("model.safetensors")));
        }

        JsonNode comparison = compared("--cells", "gru,linear", "--seeds", "2");

        assertThat(comparison.get("contenders").get(0).get("runs")).hasSize(2);
        assertThat(runs()).containsAll(before).hasSize(3);
        for (int i = 0; i < before.size(); i++) {
            assertThat(Files.getLastModifiedTime(before.get(i).resolve("model.safetensors")))
                    .isEqualTo(times.get(i));
        }
    }

    @Test
    void saysTheSameTwice() throws IOException {
        compared("--cells", "lstm,bag", "--seeds", "2");
        JsonNode first = ComparisonTimes.without(report().resolve("comparison.json"));
        WholeFolder.delete(report());

        compared("--cells", "lstm,bag", "--seeds", "2");

        assertThat(ComparisonTimes.without(report().resolve("comparison.json"))).isEqualTo(first);
    }

    @Test
    void comparesOnTheCorpusOwnTestPartOrAnotherCorpus() throws IOException {
        Path test = TinyCorpora.decided(folder.resolve("more.tsv"), 20, "neg", "pos");
        Path parts = Files.createDirectories(folder.resolve("parts"));
        TinyCorpora.decided(parts.resolve("train.tsv"), 60, "pos", "neg");
        TinyCorpora.decided(parts.resolve("test.tsv"), 30, "pos", "neg");

        JsonNode other = compared("--cells", "bag", "--seeds", "1", "--test", test);
        List<Object> words = new ArrayList<>(List.of("compare", parts, "--report", folder.resolve("other")));
        words.addAll(List.of("--cells", "linear", "--json"));
        JsonNode own = fitting(Cli.run(words.toArray()));

        assertThat(other.get("conditions").get("reviews").asInt()).isEqualTo(20);
        assertThat(own.get("conditions").get("reviews").asInt()).isEqualTo(30);
        assertThat(own.get("conditions").get("compared_on").asText()).isEqualTo("test");
    }

    @Test
    void holdsEachFoldBackOnce() throws IOException {
        List<Object> words =
                new ArrayList<>(List.of("compare", corpus(), "--report", report(), "--folds", "3", "--json"));
        words.addAll(List.of("--cells", "bag,linear", "--seeds", "2", "--embedding", "8", "--preset", "lecture"));
        JsonNode comparison = fitting(Cli.run(words.toArray()));

        assertThat(comparison.get("conditions").get("reviews").asInt()).isEqualTo(120);
        assertThat(comparison.get("contenders").get(0).get("runs").findValuesAsText("fold"))
                .containsExactly("1/3", "2/3", "3/3", "1/3", "2/3", "3/3");
        assertThat(comparison.get("pairs").get(0).get("seeds").get("differences"))
                .hasSize(3); // by fold
        assertThat(comparison.get("pairs").get(0).get("reviews").get("by_seed")).hasSize(2);
    }

    @Test
    void matchesParametersAndTime() throws IOException {
        JsonNode equal = compared("--cells", "simple-rnn,lstm,gru", "--seeds", "1", "--match", "parameters");
        List<Integer> sizes = new ArrayList<>();
        equal.get("contenders")
                .forEach(one -> sizes.add(one.get("size").get("parameters").asInt()));

        JsonNode timed = compared("--cells", "simple-rnn,lstm", "--seeds", "1", "--match", "time");
        JsonNode again = compared("--cells", "simple-rnn,lstm", "--seeds", "1", "--match", "time");

        assertThat((double) sizes.get(0) / sizes.get(2)).isBetween(0.9, 1.1);
        assertThat((double) sizes.get(1) / sizes.get(2)).isBetween(0.9, 1.1);
        assertThat(timed.get("contenders")
                        .get(0)
                        .get("contender")
                        .get("settings")
                        .get("steps")
                        .asInt())
                .isPositive();
        assertThat(again.get("contenders").findValuesAsText("steps"))
                .isEqualTo(timed.get("contenders").findValuesAsText("steps"));
    }

    @Test
    void setsRemediesSideBySideAndCountsWhatExplodes() throws IOException {
        JsonNode grid = compared(
                "--cells",
                "simple-rnn",
                "--seeds",
                "1",
                "--simple-rnn.variant",
                "relu",
                "--simple-rnn.rate",
                "30",
                "--simple-rnn.optimiser",
                "sgd",
                "--vary",
                "clip=none,0.001",
                "--vary",
                "window=2,all");

        assertThat(grid.get("contenders").findValuesAsText("name")).contains("simple-rnn clip-norm=0.001 window=all");
        assertThat(grid.get("absent").get(0).get("exploded").toString()).contains("the loss exploded");
        assertThat(grid.get("contenders").get(grid.get("contenders").size() - 1).get("runs"))
                .hasSize(1);
        assertThat(Files.readString(report().resolve("report.md"))).contains("What the settings did");
    }

    @Test
    void showsTextOfReviewsAsText() throws IOException {
        Path hostile = folder.resolve("hostile.tsv");
        StringBuilder rows = new StringBuilder("id\tlabel\trating\ttext\n");
        for (int i = 0; i < 60; i++) {
            rows.append("<b>").append(i).append("</b>\t").append(i % 2 == 0 ? "<i>pos" : "neg|");
            rows.append("\t")
                    .append(i % 2 == 0 ? 9 : 2)
                    .append("\t<script>alert(1)</script> word")
                    .append(i % 7)
                    .append('\n');
        }
        Files.writeString(hostile, rows);

        Cli.Result result = Cli.run(
                "compare",
                hostile,
                "--report",
                report(),
                "--cells",
                "gru,lstm",
                "--seeds",
                "1",
                "--units",
                "4",
                "--preset",
                "lecture",
                "--embedding",
                "4",
                "--validation",
                "0.5",
                "--epochs",
                "1");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(Files.readString(report().resolve("report.html")))
                .doesNotContain("<script>alert")
                .doesNotContain("<i>pos")
                .contains("&lt;script&gt;");
        assertThat(Files.readString(report().resolve("report.md"))).doesNotContain("<script>alert");
    }

    @Test
    void tellsAsManyClassesApartAsThereAre() throws IOException {
        Path three = TinyCorpora.decided(folder.resolve("three.tsv"), 90, "happy", "sad", "so so");

        JsonNode comparison = fitting(Cli.run(
                "compare",
                three,
                "--report",
                report(),
                "--cells",
                "bag,linear",
                "--seeds",
                "2",
                "--embedding",
                "8",
                "--preset",
                "lecture",
                "--validation",
                "0.4",
                "--json"));

        assertThat(comparison.get("conditions").get("labels")).hasSize(3);
        JsonNode detail = comparison.get("contenders").get(1).get("detail");
        assertThat(detail.get("confusion")).hasSize(3);
        assertThat(detail.get("roc")).isNotEmpty();
    }

    @Test
    void readsNoStream() {
        Cli.Result result = Cli.run("compare", "/dev/stdin", "--report", report(), "--cells", "bag");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("reads its corpus more than once, which a stream does not allow");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--cells gru,gru                     | --cells must be different ones but was [gru, gru]",
                "--cells rnn                         | Invalid value for option '--cells' (CELL): must be one of simple-rnn, lstm, gru, bag, linear but was rnn",
                "--seeds 0                           | Invalid value for option '--seeds': must be from 1 to 1000 seeds but was 0",
                "--seeds 1,1                         | Invalid value for option '--seeds': must be different seeds but was 1,1",
                "--folds 2 --test films.tsv          | --folds compares on the reviews that each fold holds back, so it takes no --test",
                "--cells bag --match parameters      | there is no recurrent cell whose parameters could be matched",
                "--cells bag --window 3              | window means nothing for any of the cells [bag]",
                "--cells bag --gru.units 3           | there is an option for gru, which is none of the cells [bag]",
                "--match parameters --vary units=3,4 | --match parameters decides units, so it cannot be varied",
                "--vary units=3 --vary units=4       | a setting must be varied once, with all its values, but was twice: [units=3, units=4]",
                "--vary window                       | Invalid value for option '--vary' (SETTING=VALUE,...): must be SETTING=VALUE,VALUE,... but was window",
                "--gru.units none                    | units must be a whole number from 1 on but was none"
            })
    void refusesWhatMakesNoSense(String arguments, String sentence) {
        List<Object> words = new ArrayList<>(List.of("compare", "--report", report()));
        words.addAll(List.of(arguments.split(" ")));

        TinyCorpora.assertFails(2, sentence, words.toArray());

        assertThat(report()).doesNotExist();
    }

    @Test
    void hasNothingToCompareOnWithoutValidation() throws IOException {
        Cli.Result result =
                Cli.run("compare", corpus(), "--report", report(), "--validation", "none", "--cells", "bag");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("there is no test part to compare on, and nothing is held back");
    }
}
