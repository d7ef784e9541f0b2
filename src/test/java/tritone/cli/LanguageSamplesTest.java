package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tritone.corpus.Corpus;
import tritone.corpus.ReadingOptions;
import tritone.corpus.Review;
import tritone.corpus.ReviewReader;

/** Twenty reviews each in German and Korean, from the check to the answers for sentences that were not learnt from. */
class LanguageSamplesTest {
    @TempDir
    private Path folder;

    private static Path sample(String language) {
        try {
            return Path.of(Objects.requireNonNull(
                            LanguageSamplesTest.class.getResource("/tritone/corpus/" + language + ".tsv"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "german|lucene:de|linear --min-reviews 1|Ein wunderbar gespielter Film, klug und spannend.|Langweilig"
                        + " und schlecht, eine einzige Enttäuschung.",
                "german|html,simple,lowercase,snowball:de|linear --min-reviews 1|Ein wunderbarer Film, klug und"
                        + " spannend.|Langweilige Dialoge, dumme Witze, eine Enttäuschung.",
                "german|lucene:de|gru --units 16 --embedding 16 --min-count 1 --rate 0.01 --epochs 30|Wunderbar, klug und"
                        + " spannend.|Schlecht, langweilig, enttäuschend.",
                "korean|lucene:ko|linear --min-reviews 1|감동적이고 아름다운 영화입니다.|지루하고 실망스러운 영화였어요.",
                "korean|lucene:ko|gru --units 16 --embedding 16 --min-count 1 --rate 0.01 --epochs 30|아름답고 훌륭하고"
                        + " 감동적이에요.|지루하고 유치하고 엉망입니다.",
            })
    void learnAndAnswer(String language, String chain, String cell, String praise, String blame) throws IOException {
        Path model = folder.resolve("model");
        Path answers = folder.resolve("answers.jsonl");
        List<Object> training = new ArrayList<>(List.of(sample(language), "--chain", chain, "--validation", "none"));
        training.addAll(List.of(("--cell " + cell).split(" ")));

        TinyCorpora.train(model, training.toArray());
        Cli.Result all = Cli.run("classify", sample(language), "--model", model, "--output", answers);
        Cli.Result unseen = Cli.run("classify", "--model", model, "--text", praise, "--text", blame, "--json");

        assertThat(all.exitCode()).as(all.err()).isZero();
        assertThat(labels(Files.readAllLines(answers))).isEqualTo(known(language));
        assertThat(labels(unseen.out().lines().toList())).containsExactly("pos", "neg");
    }

    @ParameterizedTest
    @CsvSource({
        "german, lucene:de, German",
        "korean, lucene:ko, Korean",
        "german, 'html,standard,lowercase', German",
        "korean, 'standard', Korean"
    })
    void aCheckFindsNothingToComplainOf(String language, String chain, String name) {
        Cli.Result result = Cli.run("corpus", "check", sample(language), "--chain", chain, "--strict");

        assertThat(result.out())
                .contains("texts expected in " + name)
                .contains("ok       no review in another language");
        assertThat(result.exitCode()).as(result.out()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"german, de", "korean, ko"})
    void aCheckByTheUsualChainSaysThatItIsForEnglish(String language, String code) {
        Cli.Result result = Cli.run("corpus", "check", sample(language));

        assertThat(result.out())
                .contains("warning  20 reviews (100.0 %) in another language than English; --chain lucene:" + code
                        + " is made for ");
    }

    private static List<String> labels(List<String> rows) throws IOException {
        List<String> labels = new ArrayList<>();
        for (String row : rows) {
            JsonNode answer = new ObjectMapper().readTree(row);
            labels.add(answer.get("label").asText());
        }
        return labels;
    }

    private static List<String> known(String language) throws IOException {
        List<String> labels = new ArrayList<>();
        try (ReviewReader reader = Corpus.open(sample(language), ReadingOptions.DEFAULTS)
                .training()
                .open()) {
            for (Review review = reader.next(); review != null; review = reader.next()) {
                labels.add(review.label().orElseThrow());
            }
        }
        assertThat(labels).hasSize(20);
        return labels;
    }
}
