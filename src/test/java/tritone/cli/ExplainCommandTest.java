package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String HOSTILE = "Don't <3 this & \"that\" &lt;script>alert(1)&lt;/script>";

    @TempDir
    private Path folder;

    private static Cli.Result classify(Object... arguments) {
        List<Object> words = new ArrayList<>(List.of("classify", "--explain"));
        words.addAll(List.of(arguments));
        return Cli.run(words.toArray());
    }

    private static Cli.Result onTerminal(Object... arguments) {
        System.setProperty("tritone.terminal.out", "true");
        System.setProperty("tritone.terminal.columns", "60");
        try {
            return classify(arguments);
        } finally {
            System.clearProperty("tritone.terminal.out");
            System.clearProperty("tritone.terminal.columns");
        }
    }

    private static List<JsonNode> rows(String lines) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : lines.split("\n")) {
            rows.add(JSON.readTree(line));
        }
        return rows;
    }

    /** A bad row between two reviews. */
    private Path withBadRow() throws IOException {
        return Files.writeString(folder.resolve("reviews.jsonl"), """
                {"id":"<script>1</script>","text":"A lovely < script > of a film."}
                {"id":"2","text":
                {"id":"3","text":"Dull."}
                """);
    }

    @Test
    void jsonLinesTellWhatEachWordDid() throws IOException {
        String text = "A <b>zorkish</b> film &amp; I couldn't stop smiling.";

        Cli.Result result = classify("--text", text);

        JsonNode row = rows(result.out()).get(0);
        JsonNode explanation = row.get("explanation");
        double sum = 0;
        for (JsonNode word : explanation.get("words")) {
            assertThat(word.get("word").textValue())
                    .isEqualTo(text.substring(
                            word.get("start").intValue(), word.get("end").intValue()));
            sum += word.get("attribution").doubleValue();
        }
        double change = explanation.get("log_odds").doubleValue()
                - explanation.get("baseline").doubleValue();
        JsonNode running = explanation.get("running");
        assertThat(result.exitCode()).isZero();
        assertThat(row.fieldNames())
                .toIterable()
                .containsExactly("id", "label", "probability", "probabilities", "explanation");
        assertThat(explanation.fieldNames())
                .toIterable()
                .containsExactly("log_odds", "baseline", "residual", "words", "running");
        assertThat(explanation.get("words").get(1).fieldNames())
                .toIterable()
                .contains("word", "start", "end", "attribution", "known", "read");
        assertThat(explanation.get("words").get(1).get("known").booleanValue()).isFalse();
        assertThat(StreamSupport.stream(explanation.get("words").spliterator(), false)
                        .filter(word -> word.has("occlusion")))
                .hasSize(10);
        assertThat(Math.abs(sum - change)).isLessThan(1e-3);
        assertThat(Math.abs(explanation.get("residual").doubleValue())).isLessThan(1e-3);
        assertThat(running).hasSize(explanation.get("words").size());
        assertThat(running.get(running.size() - 1)).isEqualTo(row.get("probability"));
    }

    @Test
    void saysTheSameAsWithoutWords() throws IOException {
        String plain = Cli.run("classify", "--text", "Dull.", "--details").out();
        String explained = classify("--text", "Dull.", "--details").out();

        assertThat(explained).startsWith(plain.substring(0, plain.length() - 2) + ",\"explanation\":{");
    }

    @Test
    void rowsKeepTheirOrder() throws IOException {
        Path reviews = TinyCorpora.decided(folder.resolve("films.tsv"), 150, "neg", "pos");

        Cli.Result result = classify(reviews, "--threads", 3, "--output", folder.resolve("why.jsonl"));

        List<JsonNode> rows = rows(Files.readString(folder.resolve("why.jsonl")));
        assertThat(result.exitCode()).isZero();
        assertThat(rows).hasSize(150);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).get("id").textValue()).isEqualTo("r" + i);
            assertThat(rows.get(i).has("explanation")).isTrue();
        }
        assertThat(TinyCorpora.names(folder)).containsExactly("films.tsv", "why.jsonl");
    }

    @Test
    void aBadRowHasNoExplanation() throws IOException {
        Cli.Result result = classify(withBadRow(), "--on-error", "row");

        List<JsonNode> rows = rows(result.out());
        assertThat(result.exitCode()).isEqualTo(Failures.PARTLY);
        assertThat(rows).extracting(row -> row.has("explanation")).containsExactly(true, false, true);
        assertThat(rows).extracting(row -> row.has("error")).containsExactly(false, true, false);
    }

    @Test
    void aPageShowsTheWholeBatchAndNoTextBecomesPartOfIt() throws IOException {
        Path page = folder.resolve("why.html");

        Cli.Result result = classify(withBadRow(), "--text", HOSTILE, "--on-error", "row", "--output", page);

        String html = Files.readString(page);
        assertThat(result.exitCode()).isEqualTo(Failures.PARTLY);
        assertThat(result.out()).isEmpty();
        assertThat(html).startsWith("<!DOCTYPE html>").endsWith("</body>\n</html>\n");
        assertThat(html.split("<article>")).hasSize(5);
        assertThat(html)
                .contains(
                        "<h2>&lt;script&gt;1&lt;/script&gt;</h2>",
                        ">&lt;3</span>",
                        ">&amp;lt;</span>",
                        "<strong>error</strong>");
        assertThat(html).contains("Model <strong>imdb-gru</strong>, which tells <strong>neg</strong>");
        assertThat(html.toLowerCase(Locale.ROOT)).doesNotContain("<script");
        assertThat(TinyCorpora.names(folder)).containsExactly("reviews.jsonl", "why.html");
    }

    @Test
    void aPageIsNotThereIfABadRowEndsTheRun() throws IOException {
        Cli.Result result = classify(withBadRow(), "--output", folder.resolve("why.html"));

        assertThat(result.exitCode()).isEqualTo(Failures.FAILED);
        assertThat(folder.resolve("why.html")).doesNotExist();
    }

    @Test
    void aTerminalShowsTheTextAndHowTheAnswerGrew() {
        String text = "A lovely, warm film. ".repeat(8);

        String out = onTerminal("--text", text).out();

        String seen = out.replaceAll("\u001b\\[[0-9;]*m", "");
        assertThat(out.lines().count()).isGreaterThan(4);
        assertThat(seen.lines().skip(1)).allMatch(line -> line.startsWith("  ") && line.length() <= 60);
        assertThat(seen.lines().toList().get(seen.lines().toList().size() - 1))
                .matches("  (pos|neg) word by word: [0-9.]+ % [\u2581-\u2588]{8,32} [0-9.]+ %");
    }

    @Test
    void noCharacterOfATextDrivesATerminal() {
        String out = onTerminal("--text", "bad\u001b[31m\u009b2J\u0007 film\u202e\r\nend\u2028")
                .out();

        String seen = out.replaceAll("\u001b\\[[0-9;]*m", "");
        assertThat(seen).contains("[31m").doesNotContainPattern("[\\p{Cc}\\p{Cf}\u2028&&[^\n]]");
    }

    @Test
    void jsonIsPrintedOnATerminalToo() throws IOException {
        assertThat(rows(onTerminal("--text", "good", "--json").out()).get(0).has("explanation"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"why.csv", "why.tsv", "WHY.TSV.gz"})
    void wordsDoNotFitIntoColumns(String name) {
        TinyCorpora.assertFails(
                Failures.WRONG_USAGE,
                "words do not fit into columns: with --explain, --output must end in .jsonl or .html but was " + name,
                "classify",
                "--explain",
                "--text",
                "good",
                "--output",
                name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--output why.txt | with --explain, --output must be a file that ends in .jsonl or .html but was why.txt",
                "--output why.jsonl.gz | with --explain, --output must be a file that ends in .jsonl or .html but was"
                        + " why.jsonl.gz",
                "--output why.html --resume | --resume goes on with rows, not with a page: leave it out, or write .jsonl",
                "--output why.html --details | a page has no place for --details or --unsure: leave them out, or write"
                        + " .jsonl",
                "--model imdb-gru --model imdb-gru | --explain needs a single --model but there are 2 that vote"
            })
    void refusesWhatDoesNotGoTogether(String options, String sentence) {
        List<Object> words = new ArrayList<>(List.of("classify", "--explain", "--text", "good"));
        words.addAll(List.of(options.split(" ")));

        TinyCorpora.assertFails(Failures.WRONG_USAGE, sentence, words.toArray());
    }

    @Test
    void aPageNeedsExplanations() {
        Cli.Result result = Cli.run("classify", "--text", "good", "--output", folder.resolve("why.html"));

        assertThat(result.exitCode()).isEqualTo(Failures.WRONG_USAGE);
        assertThat(folder.resolve("why.html")).doesNotExist();
    }

    @Test
    void theHelpHasAnExample() {
        assertThat(Cli.run("classify", "--help").out())
                .contains("--explain", "tritone classify --text \"Well acted, but far too long.\" --explain");
    }
}
