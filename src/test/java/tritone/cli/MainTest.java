package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.corpus.CorpusFiles;

class MainTest {
    @TempDir
    private Path folder;

    private Path corpus() throws IOException {
        CorpusFiles.write(
                folder, "films/train.tsv", "label\tfilm\ttext\npos\tGull\tI liked it\nneg\tSalt\tI did not\n");
        CorpusFiles.write(folder, "films/test.csv", "text,label\n\"Liked, liked\",pos\n");
        return folder.resolve("films");
    }

    private static JsonNode json(Cli.Result result) throws IOException {
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        return new ObjectMapper().readTree(result.out());
    }

    @Test
    void statsOfEachPart() throws IOException {
        Cli.Result result = Cli.run("corpus", "stats", corpus(), "--chain", "simple,lowercase");

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out().replace(corpus().toString(), "films").replaceAll("(?m)^0.0 MB.*$", "0.0 MB ..."))
                .isEqualTo("""
                        films, chain simple,lowercase

                                                               train    test
                        reviews                                    2       1
                          neg                                      1       0
                          pos                                      1       1
                        groups (films)                             2       0
                        tokens                                     6       3
                        tokens per review
                          shortest                                 3       3
                          10 % up to                               3       3
                          half up to                               3       3
                          90 % up to                               3       3
                          99 % up to                               3       3
                          longest                                  3       3
                        of these tokens a vocabulary covers
                          with 1,000                         100.0 %  66.7 %

                        5 different tokens in train, 4 of them seen once
                        0.0 MB ...
                        """);
    }

    @Test
    void statsAsJson() throws IOException {
        JsonNode stats = json(Cli.run("corpus", "stats", corpus(), "--json"));

        assertThat(stats.get("reviews").asInt()).isEqualTo(3);
        assertThat(stats.get("labels").get("pos").asInt()).isEqualTo(2);
        assertThat(stats.get("unlabelled").asInt()).isZero();
        assertThat(stats.get("parts").get(1).get("part").asText()).isEqualTo("test");
        assertThat(stats.get("vocabulary").get("size").asInt()).isEqualTo(5);
        assertThat(stats.get("megabytes_per_second").asDouble()).isPositive();
    }

    @Test
    void vocabularyIsBuiltFromTheTrainingPartAndShown() throws IOException {
        Path output = folder.resolve("vocab");

        Cli.Result built = Cli.run("vocab", "build", corpus(), "--output", output, "--max-size", "5");
        Cli.Result shown = Cli.run("vocab", "show", output, "i", "not", "liked");

        assertThat(built)
                .isEqualTo(new Cli.Result(
                        0, output.resolve("vocab.txt") + ": 5 ids cover 66.7 % of 6 tokens in 2 reviews\n", ""));
        assertThat(Files.readString(output.resolve("vocab.txt")))
                .isEqualTo(
                        "# tritone vocabulary 1, chain html,simple,contractions,emoticons,lowercase, counted 6, rows 3\n"
                                + "i\t2\ndid\t1\nit\t1\n");
        assertThat(shown.out()).isEqualTo(output + """
                        : 5 ids cover 66.7 % of 6 tokens, chain html,simple,contractions,emoticons,lowercase

                        token       id  count
                        i            2      2
                        not    unknown      0
                        liked  unknown      0
                        """);
        assertThat(json(Cli.run("vocab", "show", output, "--limit", "1", "--json"))
                        .get("tokens")
                        .toString())
                .isEqualTo("[{\"id\":2,\"token\":\"i\",\"count\":2}]");
    }

    @Test
    void tokensShowsWhatEachStepMakes() {
        Cli.Result result = Cli.run("tokens", "--text", "I <b>didn't</b> like it :(");

        assertThat(result).isEqualTo(new Cli.Result(0, """
                        text          I <b>didn't</b> like it :(
                        html          I didn't like it :(
                        simple        I | didn | ' | t | like | it | : | (
                        contractions  I | did | n't | like | it | : | (
                        emoticons     I | did | n't | like | it | :(
                        lowercase     i | did | n't | like | it | :(
                        6 tokens
                        """, ""));
    }

    @Test
    void tokensAsJsonTellsPlaces() throws IOException {
        JsonNode shown = json(Cli.run("tokens", "--text", "A &amp; B", "--chain", "html,simple", "--json"));

        assertThat(shown.get("stages").get(0).toString())
                .isEqualTo("{\"step\":\"simple\",\"tokens\":[{\"text\":\"A\",\"start\":0,\"end\":1},"
                        + "{\"text\":\"&\",\"start\":2,\"end\":7},{\"text\":\"B\",\"start\":8,\"end\":9}]}");
    }

    @Test
    void everyStepIsListed() {
        assertThat(Cli.run("tokens", "--steps").out())
                .contains("html          takes out markup", "stem          English stems");
    }

    @Test
    void mistakesInTheDataAreOneSentence() throws IOException {
        Path bad = CorpusFiles.write(folder, "bad.tsv", "pos\tfine\nneg\n");

        assertThat(Cli.run("corpus", "stats", bad))
                .isEqualTo(new Cli.Result(1, "", "tritone: " + bad + ":2: expected 2 columns but found 1\n"));
        assertThat(Cli.run("corpus", "stats", folder.resolve("nowhere")))
                .isEqualTo(
                        new Cli.Result(1, "", "tritone: " + folder.resolve("nowhere") + ": no such file or folder\n"));
        assertThat(Cli.run("vocab", "show", "nowhere"))
                .isEqualTo(new Cli.Result(1, "", "tritone: nowhere: no such file or folder\n"));
    }

    @Test
    void mistakesInTheCommandAreOneSentenceAndAHint() {
        assertThat(Cli.run("corpus", "stats", "--jsno")).isEqualTo(new Cli.Result(2, "", """
                        tritone: Unknown option: '--jsno'
                        Possible solutions: --json
                        Try 'tritone corpus stats --help'.
                        """));
        assertThat(Cli.run("corpus", "stats", "--chain", "simpel").err()).isEqualTo("""
                        tritone: Invalid value for option '--chain': a chain must be made of html, simple, english, \
                        standard, whitespace, contractions, urls, emoticons, numbers, lowercase, ascii, stop, stem but \
                        found "simpel"
                        Try 'tritone corpus stats --help'.
                        """);
        assertThat(Cli.run("corpsu").exitCode()).isEqualTo(2);
        assertThat(Cli.run("corpus").exitCode()).isEqualTo(2);
        assertThat(Cli.run("corpus").err()).startsWith("tritone: Missing required subcommand\nUsage: tritone corpus ");
        assertThat(Cli.run().exitCode()).isEqualTo(2);
        assertThat(Cli.run("tokens").exitCode()).isEqualTo(2);
        assertThat(Cli.run("vocab", "build").err()).startsWith("tritone: Missing required option: '--output=DIR'\n");
        assertThat(Cli.run("corpus", "stats", "--threads", "0").err())
                .startsWith(
                        "tritone: Invalid value for option '--threads': must be a whole number from 1 on but was 0\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "corpus",
                "corpus stats",
                "corpus check",
                "corpus encode",
                "vocab",
                "vocab build",
                "vocab show",
                "tokens",
                "benchmark",
                "benchmark encode",
                "benchmark train",
                "completion"
            })
    void everyCommandHelpsWithExamples(String command) {
        Cli.Result result = Cli.run((Object[]) (command + " --help").strip().split(" "));

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("Usage: tritone " + command, "Examples:\n");
    }

    @Test
    void impossibleArgumentsAreWrongUsage() throws IOException {
        Path corpus = corpus();

        assertThat(Cli.run("corpus", "stats", "").err()).startsWith("tritone: CORPUS must be a file, a folder or -");
        assertThat(Cli.run("corpus", "stats", corpus, "--labels", "pos,pos")).isEqualTo(new Cli.Result(2, "", """
                        tritone: Invalid value for option '--labels': labels must differ but pos is there twice
                        Try 'tritone corpus stats --help'.
                        """));
        assertThat(Cli.run("vocab", "build", corpus, "--output", folder.resolve("v"), "--max-size", "2")
                        .exitCode())
                .isEqualTo(2);
        assertThat(Cli.run("corpus", "stats", corpus, "--threads", "100000").exitCode())
                .isEqualTo(2);
    }

    @Test
    void aFileInTheWayOfAFolderIsNamed() throws IOException {
        Path file = CorpusFiles.write(folder, "taken", "");

        assertThat(Cli.run("vocab", "build", corpus(), "--output", file))
                .isEqualTo(new Cli.Result(1, "", "tritone: " + file + ": is a file where a folder is needed\n"));
    }

    @Test
    void argumentsMayComeFromAFile() throws IOException {
        Path arguments = CorpusFiles.write(folder, "arguments", "--text\n\"I am\"\n--chain=whitespace\n");

        assertThat(Cli.run("tokens", "@" + arguments).out()).endsWith("whitespace  I | am\n2 tokens\n");
    }

    @Test
    void completionKnowsEveryCommand() {
        assertThat(Cli.run("completion").out()).contains("corpus", "stats", "encode", "--max-size", "benchmark");
    }

    @Test
    void benchmarkPrintsItsFigures() throws IOException {
        JsonNode result = json(Cli.run("benchmark", "encode", corpus(), "--rounds", "3", "--json"));

        assertThat(result.get("megabytes_per_second").get("median").asDouble()).isPositive();
        assertThat(result.get("chain").asText()).startsWith("html,");
    }

    @Test
    void trainingBenchmarkPrintsItsFigures() throws IOException {
        JsonNode shown = json(Cli.run(
                "benchmark",
                "train",
                corpus(),
                "--batches",
                "1",
                "--rounds",
                "3",
                "--warm-up",
                "1",
                "--threads",
                "2",
                "--json"));

        assertThat(shown.get("results").findValuesAsText("cell")).containsExactly("simple-rnn", "lstm", "gru");
        JsonNode gru = shown.get("results").get(2);
        assertThat(gru.get("tokens_per_review").asDouble()).isEqualTo(3);
        assertThat(gru.get("tokens_per_second").asDouble())
                .isEqualTo(3 * gru.get("reviews_per_second").get("median").asDouble());
        assertThat(gru.get("lazy").asBoolean()).isTrue();
        assertThat(gru.get("loss").asDouble())
                .isPositive()
                .isLessThan(gru.get("first_loss").asDouble());
        assertThat(gru.get("share_of_peak").asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void trainingBenchmarkRunsDeeplearning4jsOwnLayers() throws IOException {
        Path corpus = corpus();

        JsonNode shown = json(Cli.run(
                "benchmark",
                "train",
                corpus,
                "--engine",
                "dl4j",
                "--batches",
                "1",
                "--rounds",
                "1",
                "--warm-up",
                "1",
                "--json"));

        assertThat(shown.get("engine").asText()).isEqualTo("dl4j");
        assertThat(shown.get("results").findValuesAsText("cell")).containsExactly("simple-rnn", "lstm");
        assertThat(Cli.run("benchmark", "train", corpus, "--engine", "dl4j", "--cell", "gru"))
                .isEqualTo(new Cli.Result(2, "", """
                        tritone: Deeplearning4j has no GRU and no bag of its own
                        Try 'tritone benchmark train --help'.
                        """));
        assertThat(Cli.run("benchmark", "train", corpus, "--engine", "torch").err())
                .startsWith(
                        "tritone: Invalid value for option '--engine': must be one of tritone, dl4j but was torch\n");
    }

    @Test
    void trainingNeedsTwoClasses() throws IOException {
        Path stars = CorpusFiles.write(folder, "stars.tsv", "1\tbad\n3\tso so\n5\tgood\n");

        assertThat(Cli.run("benchmark", "train", stars).err())
                .startsWith("tritone: the networks tell two classes apart but " + stars + " has 1, 3, 5\n");
    }
}
