package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tritone.model.ModelFolder;
import tritone.model.Spoilt;

/** Accuracy by length and rating, and the temperature, as commands tell them. */
class SlicesCommandTest {
    @TempDir
    private static Path shared;

    private static Path films;
    private static Path test;

    /** One word decides; every fourth review is long, and those rated 5 say the opposite of their label. */
    private static Path rated(String name, int reviews) throws IOException {
        StringBuilder rows = new StringBuilder("id\tlabel\trating\ttext\n");
        for (int i = 0; i < reviews; i++) {
            boolean good = i % 2 == 0;
            boolean mixed = i % 10 > 7;
            String word = good == mixed ? "awful" : "lovely";
            String rating = mixed ? "5" : good ? "9.5" : "2";
            rows.append("r" + i + "\t" + (good ? "pos" : "neg") + "\t" + rating + "\t" + word)
                    .append(" film".repeat(i % 4 == 0 ? 149 : 1 + i % 7))
                    .append('\n');
        }
        return Files.writeString(shared.resolve(name), rows);
    }

    @BeforeAll
    static void train() throws IOException {
        films = rated("films.tsv", 200);
        test = rated("test.tsv", 40);
        TinyCorpora.train(shared.resolve("linear"), films, "--cell", "linear", "--validation", "0.25");
    }

    private static JsonNode evaluated() throws IOException {
        return TinyCorpora.json("evaluate", test, "--model", shared.resolve("linear"), "--json")
                .get("results")
                .get(0);
    }

    @Test
    void evaluateTellsThemAsJson() throws IOException {
        JsonNode slices = evaluated().get("slices");

        assertThat(slices.get("lengths").findValuesAsText("name")).containsExactly("up to 100", "101 to 200");
        assertThat(slices.get("ratings").findValuesAsText("name")).containsExactly("2", "5", "9.5");
        assertThat(slices.get("ratings").get(1).get("accuracy").get("value").asDouble())
                .isZero();
        assertThat(slices.get("ratings").get(2).get("accuracy").get("value").asDouble())
                .isEqualTo(1);
        for (String by : List.of("lengths", "ratings")) {
            int reviews = 0;
            double right = 0;
            for (JsonNode slice : slices.get(by)) {
                JsonNode accuracy = slice.get("accuracy");
                reviews += slice.get("reviews").asInt();
                right += slice.get("reviews").asInt() * accuracy.get("value").asDouble();
                assertThat(accuracy.get("low").asDouble())
                        .isLessThan(accuracy.get("high").asDouble());
            }
            assertThat(reviews).isEqualTo(40);
            assertThat(right / 40).isCloseTo(evaluated().get("accuracy").asDouble(), within(1e-12));
        }
    }

    @Test
    void evaluatePrintsTwoTables() {
        Path model = shared.resolve("linear");

        Cli.Result result = Cli.run("evaluate", test, "--model", model);

        assertThat(result.out()).endsWith("""

                        tokens      accuracy  95 % interval, from       to  reviews
                        up to 100    80.00 %              62.69 %  90.49 %       30
                        101 to 200   80.00 %              49.02 %  94.33 %       10

                        rating  accuracy  95 % interval, from        to  reviews
                        2       100.00 %              80.64 %  100.00 %       16
                        5         0.00 %               0.00 %   32.44 %        8
                        9.5     100.00 %              80.64 %  100.00 %       16
                        """);
        assertThat(Cli.run("evaluate", test, "--model", model, "--model", model).out())
                .contains("\n" + model + ", tokens ", "\n" + model + ", rating ");
    }

    @Test
    void whereNoReviewHasARatingThereIsNoTableForIt() throws IOException {
        Path unrated = TinyCorpora.decided(shared.resolve("unrated.tsv"), 40, "pos", "neg");

        Cli.Result result = Cli.run("evaluate", unrated, "--model", shared.resolve("linear"));

        assertThat(result.out()).contains("\ntokens ").doesNotContain("rating");
    }

    @Test
    void heldOutReviewsGiveTheFiguresOfTheTraining() throws IOException {
        Path model = shared.resolve("linear");
        JsonNode training = new ObjectMapper()
                .readTree(model.resolve("config.json").toFile())
                .get("training");

        JsonNode held = TinyCorpora.json("evaluate", films, "--model", model, "--held-out", "--json")
                .get("results")
                .get(0);

        JsonNode figures = training.get("validation").get("probabilities");
        assertThat(held.get("slices")).isEqualTo(training.get("slices"));
        assertThat(held.get("log_loss")).isEqualTo(figures.get("log_loss"));
        assertThat(held.get("calibration_error")).isEqualTo(figures.get("calibration_error"));
        assertThat(held.get("log_loss").asDouble())
                .isLessThan(training.get("uncalibrated").get("log_loss").asDouble());
    }

    @Test
    void trainTellsTheCalibrationErrorBeforeAndAfter() throws IOException {
        Path model = shared.resolve("again");

        Cli.Result result = Cli.run("train", films, "--cell", "linear", "--validation", "0.25", "--output", model);
        JsonNode made = TinyCorpora.json(
                "train", films, "--cell", "linear", "--validation", "0.25", "--output", model, "--replace", "--json");

        double temperature = made.get("temperature").asDouble();
        double before = made.get("uncalibrated").get("calibration_error").asDouble();
        double after = made.get("validation")
                .get("probabilities")
                .get("calibration_error")
                .asDouble();
        assertThat(result.out().lines())
                .hasSize(3)
                .last()
                .isEqualTo("calibration error " + Figures.four(before) + ", and " + Figures.four(after)
                        + " at a temperature of " + Figures.four(temperature));
        assertThat(temperature).isNotEqualTo(1);
        assertThat(made.get("slices").get("ratings").findValuesAsText("name")).containsExactly("2", "5", "9.5");
        assertThat(Files.readString(model.resolve("README.md")))
                .contains("It errs most where ratings are neither the lowest nor the highest");
    }

    @Test
    void reproduceComesToTheSameTemperatureAndSaysOtherwise() throws IOException {
        Path model = shared.resolve("linear");
        JsonNode same = TinyCorpora.json("reproduce", model, "--json");
        assertThat(same.get("differences").toString()).doesNotContain("temperature");

        Path other = shared.resolve("other");
        TinyCorpora.train(other, films, "--cell", "linear", "--validation", "0.25");
        new Spoilt(other).put("architecture/temperature", "2.5");

        assertThat(Cli.run("reproduce", other).out()).contains("\nthe temperature: 2.5 then, ");
    }

    @Test
    void quantizeKeepsTheTemperature() throws IOException {
        Path small = shared.resolve("small");
        TinyCorpora.json(
                "model", "quantize", shared.resolve("linear"), test, "--to", "int8", "--output", small, "--json");

        assertThat(ModelFolder.read(small).architecture())
                .isEqualTo(ModelFolder.read(shared.resolve("linear")).architecture());
    }
}
