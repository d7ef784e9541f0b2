package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateAverageTest {
    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Path films;

    @BeforeAll
    static void train() throws IOException {
        films = TinyCorpora.decided(shared.resolve("films.tsv"), 40, "pos", "neg");
        TinyCorpora.train(model("bag"), films, "--cell", "bag", "--embedding", "4", "--epochs", "2");
        TinyCorpora.train(model("linear"), films, "--cell", "linear");
    }

    private static Path model(String name) {
        return shared.resolve(name);
    }

    @Test
    void theAverageIsTheMeanOfProbabilitiesReviewByReview() throws IOException {
        Path file = folder.resolve("predictions.tsv");

        JsonNode shown = TinyCorpora.json(
                "evaluate",
                films,
                "--model",
                model("bag"),
                "--model",
                model("linear"),
                "--average",
                "--predictions",
                file,
                "--json");

        assertThat(shown.get("results").findValuesAsText("model"))
                .containsExactly(model("bag").toString(), model("linear").toString(), "average");
        assertThat(shown.get("results").get(2).get("cell").asText()).isEqualTo("bag + linear");
        Map<String, Double> sums = new HashMap<>();
        Map<String, Double> averages = new HashMap<>();
        Files.readAllLines(file).stream().skip(1).map(row -> row.split("\t")).forEach(row -> {
            double positive = Double.parseDouble(row[row.length - 1]);
            if (row[0].equals("average")) {
                averages.put(row[1], positive);
            } else {
                sums.merge(row[1], positive, Double::sum);
            }
        });
        assertThat(averages).hasSize(40);
        averages.forEach((id, average) -> assertThat(average).as(id).isCloseTo(sums.get(id) / 2, within(1e-6)));
    }

    @Test
    void modelsThatHeldOtherReviewsBackHaveNoAverage() throws IOException {
        TinyCorpora.train(model("other"), films, "--cell", "linear", "--cut-seed", "3", "--validation", "9");

        TinyCorpora.assertFails(
                1,
                "the answers of " + model("bag") + " and " + model("other") + " have no average: their labels or the"
                        + " reviews that were held back differ",
                "evaluate",
                films,
                "--held-out",
                "--average",
                "--model",
                model("bag"),
                "--model",
                model("other"));
    }

    @Test
    void oneModelHasNoAverage() {
        TinyCorpora.assertFails(
                2, "--average needs more than one --model", "evaluate", films, "--model", model("bag"), "--average");
    }
}
