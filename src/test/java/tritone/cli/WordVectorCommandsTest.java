package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.files.Sha256;

class WordVectorCommandsTest {
    @TempDir
    private Path folder;

    private Path corpus;
    private Path more;

    /** Reviews with labels, and sentences without: of two topics, whose words never meet. */
    @BeforeEach
    void writeCorpora() throws IOException {
        corpus = TinyCorpora.decided(folder.resolve("films.tsv"), 40, "pos", "neg");
        Random random = new Random(2);
        StringBuilder rows = new StringBuilder("id\ttext\n");
        for (int i = 0; i < 1_500; i++) {
            List<String> words = new ArrayList<>();
            for (int word = 0; word < 10; word++) {
                words.add((i % 2 == 0 ? "warm" : "cold") + (char) ('a' + random.nextInt(8)));
            }
            rows.append('u')
                    .append(i)
                    .append('\t')
                    .append(String.join(" ", words))
                    .append('\n');
        }
        more = Files.writeString(folder.resolve("more.tsv"), rows);
    }

    private Path output() {
        return folder.resolve("vocab").resolve("mine");
    }

    private Cli.Result pretrain(Object... arguments) {
        List<Object> words = new ArrayList<>(List.of("pretrain", "vectors", corpus, more, "--output", output()));
        for (String[] option :
                new String[][] {{"--numbers", "20"}, {"--rounds", "12"}, {"--rate", "0.05"}, {"--sample", "0"}}) {
            if (!List.of(arguments).contains(option[0])) {
                words.addAll(List.of(option));
            }
        }
        words.addAll(List.of(arguments));
        return Cli.run(words.toArray());
    }

    private Path learnt() {
        Cli.Result result = pretrain();
        assertThat(result.exitCode()).as(result.err()).isZero();
        return output();
    }

    @Test
    void writesAVocabularyWithVectorsAndSaysHowItWasMade() throws IOException {
        Cli.Result result = pretrain("--threads", "1");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out())
                .matches("(?s).*/mine: \\d+ words of 20 numbers, learnt from [\\d,]+ tokens of 1,536 reviews in"
                        + " [\\d.]+ s, [\\d,]+ tokens/s\n");
        assertThat(TinyCorpora.names(output())).containsExactly("README.md", "vectors.safetensors", "vocab.txt");
        assertThat(output().resolve("README.md"))
                .content()
                .contains(
                        "# mine",
                        "tritone pretrain vectors ",
                        "films.tsv | pre-training | `",
                        "| window, negatives | 5, 5 |");
        assertThat(Files.list(output().getParent())).containsExactly(output());
    }

    @Test
    void theCardListsTheNearestOfExamples() throws IOException {
        Cli.Result result = pretrain("--examples", "warma,blargh");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(output().resolve("README.md"))
                .content()
                .containsPattern("\\| warma \\| (warm[b-h] \\d\\.\\d\\d, ){5}")
                .contains("| blargh | has no vector |");
    }

    @Test
    void printsFiguresAsJson() throws IOException {
        JsonNode json = TinyCorpora.json(pretrain("--json"));

        assertThat(json.get("reviews").asInt()).isEqualTo(1_536); // four of forty are held back
        assertThat(json.get("plan").get("numbers").asInt()).isEqualTo(20);
        assertThat(json.get("tokens").asLong()).isGreaterThan(12 * 15_000L);
        assertThat(json.get("precision").asText()).isEqualTo("int8");
        assertThat(json.get("tokens_per_second").asDouble()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3"})
    void theNumberOfThreadsChangesNoByte(String threads) throws IOException {
        pretrain("--threads", threads);
        String one =
                new Sha256().addFile(output().resolve("vectors.safetensors")).hex();

        pretrain("--threads", "2", "--replace");

        assertThat(new Sha256().addFile(output().resolve("vectors.safetensors")).hex())
                .isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(strings = {"float32", "float16", "int8"})
    void showsWhichWordsAreNear(String precision) throws IOException {
        assertThat(pretrain("--precision", precision).exitCode()).isZero();

        JsonNode near = TinyCorpora.json("vocab", "show", output(), "--near", "warma", "--top", "7", "--json");

        assertThat(near.get("words")).hasSize(7);
        near.get("words").forEach(word -> {
            assertThat(word.get("token").asText()).startsWith("warm");
            assertThat(word.get("cosine").asDouble()).isBetween(0.5, 1.0);
        });
        Cli.Result table = Cli.run("vocab", "show", output(), "--near", "warma", "--top", "2");
        assertThat(table.out().lines()).hasSize(3);
        assertThat(table.out()).startsWith("near warma");
    }

    @Test
    void saysWhichWordsHaveNoNeighbours() {
        learnt();

        TinyCorpora.assertFails(
                1,
                "nowhere is no word of the vocabulary " + output()
                        + ", whose chain is html,simple,contractions,emoticons,lowercase",
                "vocab",
                "show",
                output(),
                "--near",
                "nowhere");
        TinyCorpora.assertFails(
                2,
                "--near looks up one word, and no TOKEN beside it",
                "vocab",
                "show",
                output(),
                "film",
                "--near",
                "film");
        assertThat(Cli.run("vocab", "show", "--near", "film").err())
                .contains("vocab/sample: holds no vectors: there is no vectors.safetensors in it");
    }

    @Test
    void trainsFromTheVectorsOfAFolderWithItsVocabulary() throws IOException {
        learnt();
        Path model = folder.resolve("model");

        Cli.Result result = Cli.run(
                "train",
                corpus,
                "--cell",
                "gru",
                "--units",
                "6",
                "--epochs",
                "2",
                "--vectors",
                output(),
                "--freeze-vectors",
                "1",
                "--output",
                model);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).contains("vectors " + output() + ": ").contains("100.0 % of the tokens");
        assertThat(model.resolve("plan.yaml"))
                .content()
                .contains("embedding: 20", "freeze-vectors: 1", "vocab: " + output());
        assertThat(Files.readString(model.resolve("config.json"))).contains("\"vectors\"");
        assertThat(Files.readAllLines(model.resolve("vocab.txt")))
                .isEqualTo(Files.readAllLines(output().resolve("vocab.txt")));
    }

    @Test
    void trainsFromAFileThatKnowsOnlySomeOfTheWords() throws IOException {
        Path glove = Files.writeString(folder.resolve("glove.txt"), "signa 1 2 3\nsignb -1 -2 -3\nfilm 0 0 1\n");

        Cli.Result result = Cli.run(
                "train", corpus, "--cell", "bag", "--epochs", "2", "--vectors", glove, "--output", folder.resolve("m"));

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).contains("vectors " + glove + ": 3 of ");
    }

    @Test
    void aModelFromVectorsIsReproduced() throws IOException {
        learnt();
        Path model = folder.resolve("model");
        TinyCorpora.train(
                model, corpus, "--cell", "bag", "--epochs", "2", "--vectors", output(), "--freeze-vectors", "1");

        Cli.Result result = Cli.run("reproduce", model);

        assertThat(result.exitCode()).as(result.err() + result.out()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rate|0|2|--rate must be above 0 and at most 1 but was 0.0",
                "--rate|NaN|2|--rate must be above 0 and at most 1 but was NaN",
                "--sample|1|2|--sample must be at least 0 and below 1 but was 1.0",
                "--numbers|10001|2|--numbers must be from 1 to 10000 but was 10001",
                "--window|999999999|2|--window must be from 1 to 1000 but was 999999999",
                "--negatives|1001|2|--negatives must be from 1 to 1000 but was 1001",
                "--vocab-size|2|2|vocab-size must be at least 3, so that there is room for a token, but was 2",
                "--validation|0.0|2|validation must be a share between 0 and 1 or a number of reviews but was 0.0",
                "--min-count|100000|1|expected at least 2 different words to learn from but found 0: lower --min-count, or give more text"
            })
    void refusesWhatMakesNoVectors(String option, String value, int exitCode, String sentence) {
        Cli.Result result = pretrain(option, value);

        assertThat(result.err()).startsWith("tritone: " + sentence + "\n");
        assertThat(result.exitCode()).isEqualTo(exitCode);
        assertThat(output()).doesNotExist();
    }

    @Test
    void replacesOnlyAVocabularyAndOnlyIfAsked() throws IOException {
        learnt();

        assertThat(pretrain().err()).contains("is there already: choose another --output, or --replace it");
        assertThat(pretrain("--replace").exitCode()).isZero();
        Files.delete(output().resolve("vocab.txt"));
        assertThat(pretrain("--replace").err()).contains("is no vocabulary, and nothing else is replaced");
    }

    @Test
    void noOtherVocabularyIsCountedIntoTheFolder() throws IOException {
        learnt();
        String before = Files.readString(output().resolve("vocab.txt"));

        TinyCorpora.assertFails(
                2,
                output() + " holds vectors for the vocabulary that is there: choose another --output",
                "vocab",
                "build",
                corpus,
                "--output",
                output());
        assertThat(output().resolve("vocab.txt")).hasContent(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "language-model.safetensors"})
    void replacesNoModelThoughItHasAVocabularyToo(String file) throws IOException {
        learnt();
        Path other = Files.writeString(output().resolve(file), "of a model");

        Cli.Result result = pretrain("--replace");

        assertThat(result.err()).contains("is no vocabulary, and nothing else is replaced");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(other).exists();
    }

    @Test
    void aWordThatIsNowhereHasNoVectorAndIsNotCountedAmongThoseThatHave() throws IOException {
        Path words = folder.resolve("words.txt");
        Files.writeString(words, "warma warmb coldc elsewhere");
        assertThat(Cli.run("vocab", "build", words, "--output", folder.resolve("words"))
                        .exitCode())
                .isZero();

        JsonNode report = TinyCorpora.json(pretrain("--vocab", folder.resolve("words"), "--json"));

        assertThat(report.get("words").asInt()).isEqualTo(3);
        assertThat(output().resolve("README.md"))
                .content()
                .contains("a vector of 20 numbers for 3 of its 4 words, as int8");
        assertThat(pretrain("--vocab", folder.resolve("words"), "--replace").out())
                .contains("mine: 3 words of 20 numbers, learnt from ");
    }

    @Test
    void needsACorpus() {
        assertThat(Cli.run("pretrain", "vectors", "--output", output()).exitCode())
                .isEqualTo(2);
        assertThat(Cli.run("pretrain", "vectors", folder.resolve("none.tsv"), "--output", output())
                        .err())
                .contains("none.tsv: no such file or folder");
    }
}
