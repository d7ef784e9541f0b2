package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tritone.files.Sha256;
import tritone.model.LanguageModel;
import tritone.model.LanguageModelFolder;

class PretrainLanguageModelCommandTest {
    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Path films;

    @BeforeAll
    static void write() throws IOException {
        films = TinyCorpora.decided(shared.resolve("films.tsv"), 60, "pos", "neg");
    }

    private static Object[] words(Object corpus, Path output, Object... more) {
        List<Object> words = new ArrayList<>(List.of("pretrain", "language-model", corpus, "--output", output));
        words.addAll(List.of("--units", 5, "--embedding", 4, "--min-count", 1, "--epochs", 2));
        words.addAll(List.of(more));
        return words.toArray();
    }

    private static Cli.Result learn(Path output, Object... more) {
        Cli.Result result = Cli.run(words(films, output, more));
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result;
    }

    private static String bytes(Path model) throws IOException {
        return new Sha256().addFile(model.resolve("language-model.safetensors")).hex();
    }

    @Test
    void printsALine() {
        Path output = folder.resolve("lm");

        Cli.Result result = learn(output);

        assertThat(result.out())
                .matches(output + ": gru of 5 units, forward, 12 words, perplexity \\d+\\.\\d\\d on reviews held out,"
                        + " learnt from 822 tokens of 54 reviews in \\d+ s, [\\d,]+ tokens/s\\R");
        assertThat(result.err().lines())
                .hasSize(2)
                .allMatch(line -> line.matches("pass [12]  loss \\d\\.\\d{4}  perplexity \\d+\\.\\d\\d  \\d+ s"));
    }

    @Test
    void printsOneObject() throws IOException {
        Path output = folder.resolve("lm");

        JsonNode report = TinyCorpora.json(words(films, output, "--cell", "lstm", "--direction", "both", "--json"));

        assertThat(report.get("model").asText()).isEqualTo(output.toString());
        assertThat(report.get("cell").asText()).isEqualTo("lstm");
        assertThat(report.get("units").asInt()).isEqualTo(5);
        assertThat(report.get("direction").asText()).isEqualTo("both");
        assertThat(report.get("words").asInt()).isEqualTo(12);
        assertThat(report.get("reviews").asInt()).isEqualTo(54);
        assertThat(report.get("passes")).hasSize(2);
        assertThat(report.get("passes").get(1).get("pass").asInt()).isEqualTo(2);
        assertThat(report.get("passes").get(1).get("loss").asDouble()).isPositive();
        assertThat(report.get("perplexity").asDouble())
                .isEqualTo(report.get("passes").get(1).get("perplexity").asDouble())
                .isBetween(1.0, 20.0);
        assertThat(report.get("tokens").asLong()).isEqualTo(822);
        assertThat(report.get("tokens_per_second").asDouble()).isPositive();
    }

    @Test
    void withoutHeldOutReviewsThereIsNoPerplexity() throws IOException {
        Cli.Result result = learn(folder.resolve("lm"), "--validation", "none");
        JsonNode report = TinyCorpora.json(words(films, folder.resolve("other"), "--validation", "none", "--json"));

        assertThat(result.out()).doesNotContain("perplexity").contains(" 12 words, learnt from ");
        assertThat(report.get("perplexity").isNull()).isTrue();
        assertThat(report.get("passes").get(0).get("perplexity").isNull()).isTrue();
    }

    @Test
    void writesACardThatTellsHowItWasMade() throws IOException {
        Path output = folder.resolve("lm");

        learn(output, "--seed", "3", "--piece", "9");

        assertThat(TinyCorpora.names(output)).containsExactly("README.md", "language-model.safetensors", "vocab.txt");
        String card = Files.readString(output.resolve("README.md"));
        assertThat(card)
                .startsWith("# lm\n")
                .contains("| pieces of up to | 9 tokens |\n")
                .contains("| batch, rate, seed | 32, 0.002, 3 |\n")
                .containsPattern("\\| 2 \\| \\d\\.\\d{4} \\| \\d+\\.\\d\\d \\| \\d+ \\|\n")
                .contains("tritone pretrain language-model " + films)
                .contains(" --seed 3 ")
                .containsPattern("films\\.tsv \\| pre-training \\| `[0-9a-f]{64}` \\|\n");
    }

    @Test
    void theSamePlanGivesTheSameBytes() throws IOException {
        learn(folder.resolve("one"), "--threads", "1");
        learn(folder.resolve("two"), "--threads", "3");
        learn(folder.resolve("other"), "--seed", "2");

        assertThat(bytes(folder.resolve("two"))).isEqualTo(bytes(folder.resolve("one")));
        assertThat(bytes(folder.resolve("other"))).isNotEqualTo(bytes(folder.resolve("one")));
    }

    @Test
    void readsSeveralCorporaAndAVocabulary() throws IOException {
        Path more = Files.writeString(folder.resolve("more.tsv"), "id\ttext\nu1\tThe film was signb and unheard of\n");
        Cli.Result built = Cli.run("vocab", "build", films, "--min-count", 1, "--output", folder.resolve("words"));
        assertThat(built.exitCode()).as(built.err()).isZero();

        JsonNode report = TinyCorpora.json(
                words(films, folder.resolve("lm"), more, "--vocab", folder.resolve("words"), "--json"));

        assertThat(report.get("reviews").asInt()).isEqualTo(55);
        LanguageModel model = LanguageModelFolder.read(folder.resolve("lm"));
        assertThat(model.vocabulary().id("unheard")).isEqualTo(1);
        assertThat(model.vocabulary().id("signb")).isGreaterThan(1);
    }

    @Test
    void replacesALanguageModelAndNothingElse() throws IOException {
        Path output = folder.resolve("lm");
        learn(output);
        String before = bytes(output);

        TinyCorpora.assertFails(
                2,
                output + " is there already: choose another --output, or --replace it",
                words(films, output, "--seed", 2));
        assertThat(bytes(output)).isEqualTo(before);
        learn(output, "--seed", 2, "--replace");
        assertThat(bytes(output)).isNotEqualTo(before);

        Path other = Files.createDirectory(folder.resolve("photos"));
        Files.writeString(other.resolve("holiday.txt"), "sun");
        TinyCorpora.assertFails(
                2, other + " is no language model, and nothing else is replaced", words(films, other, "--replace"));
        assertThat(other.resolve("holiday.txt")).hasContent("sun");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--piece | 1 | --piece must be at least 2 but was 1",
                "--piece | 0 | Invalid value for option '--piece': must be a whole number from 1 on but was 0",
                "--candidates | 0 | Invalid value for option '--candidates': must be a whole number from 1 on but was 0",
                "--epochs | 0 | --epochs must be a whole number from 1 on but was 0",
                "--units | many | --units must be a whole number from 1 on but was many",
                "--cell | bag | --cell must be one of simple-rnn, lstm, gru but was bag",
                "--cell | linear | --cell must be one of simple-rnn, lstm, gru but was linear",
                "--cell | rnn | --cell must be one of simple-rnn, lstm, gru but was rnn",
                "--variant | peepholes | --variant must be usual or one of reset-before, reset-after but was peepholes",
                "--direction | sideways | --direction must be one of forward, backward, both but was sideways",
                "--rate | 0 | --rate must be more than 0 but was 0",
                "--rate | NaN | --rate must be a number but was NaN",
                "--clip-norm | -1 | --clip-norm must be more than 0 but was -1",
                "--seed | x | --seed must be a whole number but was x",
                "--schedule | plateau |"
                        + " --schedule must be constant or one-cycle, which need no validation, but was plateau",
            })
    void refusesWhatItCannotUse(String option, String value, String sentence) {
        TinyCorpora.assertFails(2, sentence, words(films, folder.resolve("lm"), option, value));

        assertThat(folder.resolve("lm")).doesNotExist();
    }

    @Test
    void whatItCannotLearnFromIsOneSentence() throws IOException {
        Path output = folder.resolve("lm");
        Path short_ = Files.writeString(folder.resolve("short.tsv"), "id\ttext\n1\tone\n2\ttwo\n");
        Path empty = Files.writeString(folder.resolve("empty.tsv"), "");
        Path blank = Files.writeString(folder.resolve("blank.tsv"), "id\ttext\n1\t\n2\t \n");

        TinyCorpora.assertFails(
                1,
                "expected reviews of two words or more but found none",
                words(short_, output, "--validation", "none"));
        for (Path nothing : List.of(empty, blank)) {
            for (String validation : List.of("none", "auto")) {
                Cli.Result result = Cli.run(words(nothing, output, "--validation", validation));
                assertThat(result.exitCode()).isEqualTo(1);
                assertThat(result.err().lines()).singleElement().asString().startsWith("tritone: ");
                assertThat(result.err()).doesNotContain("Exception");
            }
        }
        TinyCorpora.assertFails(1, "nowhere.tsv: no such file or folder", words("nowhere.tsv", output));
        TinyCorpora.assertFails(
                2, "Missing required parameter: 'CORPUS'", "pretrain", "language-model", "--output", output);
        TinyCorpora.assertFails(2, "Missing required option: '--output=DIR'", "pretrain", "language-model", films);
        assertThat(output).doesNotExist();
    }

    @Test
    void tooLargeOrTooFastIsOneSentence() {
        Path output = folder.resolve("lm");

        Cli.Result large = Cli.run(words(films, output, "--units", 999_999_999));
        Cli.Result fast = Cli.run(words(films, output, "--rate", "1e38"));

        assertThat(large.err())
                .startsWith("tritone: the language model would be too large: ")
                .hasLineCount(1);
        assertThat(fast.err())
                .startsWith("tritone: ")
                .endsWith("try a lower --rate\n")
                .hasLineCount(1);
        assertThat(List.of(large.exitCode(), fast.exitCode())).containsOnly(1);
        assertThat(output).doesNotExist();
    }

    @Test
    void explainsItself() {
        Cli.Result result = Cli.run("pretrain", "language-model", "--help");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains("--units=N", "Units of a cell. (usual: 256)")
                .contains("--embedding=N", "--piece=N", "--candidates=N", "--direction=WAY")
                .contains("tritone train reviews.tsv --from models/mine-lm --output models/mine");
        assertThat(Cli.run("pretrain", "--help").out()).contains("vectors", "language-model");
    }
}
