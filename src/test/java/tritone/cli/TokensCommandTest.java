package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensCommandTest {
    @TempDir
    private Path folder;

    private static JsonNode json(Cli.Result result) throws IOException {
        assertThat(result.err()).isEmpty();
        return new ObjectMapper().readTree(result.out());
    }

    @Test
    void showsWhatEachStepMakes() {
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
    void jsonTellsPlaces() throws IOException {
        JsonNode shown = json(Cli.run("tokens", "--text", "A &amp; B", "--chain", "html,simple", "--json"));

        assertThat(shown.get("stages").get(0).toString())
                .isEqualTo("{\"step\":\"simple\",\"tokens\":[{\"text\":\"A\",\"start\":0,\"end\":1},"
                        + "{\"text\":\"&\",\"start\":2,\"end\":7},{\"text\":\"B\",\"start\":8,\"end\":9}]}");
    }

    @Test
    void everyStepIsListed() {
        Cli.Result result = Cli.run("tokens", "--steps");

        assertThat(result.out())
                .contains("html                  takes out markup", "stem                  English stems")
                .contains("""
                        snowball:LANGUAGE     stems of a language's words in lower case (Snowball's, by Lucene)
                                              ar ca da de el en es et eu fi fr ga hi hu hy id it lt ne nl no pt ro ru sr sv
                                              ta tr yi
                        ngrams:N              words and phrases of up to N (2 to 5): not, good, not good
                        """);
        assertThat(result.out().lines()).allMatch(line -> line.length() <= 110);
    }

    @Test
    void jsonListsEveryStepWithItsLanguages() throws IOException {
        JsonNode steps = json(Cli.run("tokens", "--steps", "--json")).get("steps");

        assertThat(steps.findValuesAsText("step")).contains("simple", "lucene:LANGUAGE", "stop:@FILE", "ngrams:N");
        assertThat(steps.get(5).get("step").asText()).isEqualTo("lucene:LANGUAGE");
        assertThat(steps.get(5).get("choices")).hasSize(41);
        assertThat(steps.get(0).get("choices")).isEmpty();
    }

    @Test
    void wordsOfFilesAreCountedForPeopleAndWrittenForMachines() throws IOException {
        Path stop = Files.writeString(folder.resolve("stop.txt"), "the # a comment\na | one\n");
        Path same = Files.writeString(folder.resolve("same.txt"), "film, movie\nbad => awful\n");
        String chain = "simple,lowercase,stop:@" + stop + ",synonyms:@" + same;

        assertThat(Cli.run("tokens", "--text", "The movie bad", "--chain", chain))
                .isEqualTo(new Cli.Result(0, """
                        text               The movie bad
                        simple             The | movie | bad
                        lowercase          the | movie | bad
                        stop(2 words)      movie | bad
                        synonyms(2 rules)  film | awful
                        2 tokens
                        """, ""));
        assertThat(json(Cli.run("tokens", "--text", "x", "--chain", chain, "--json"))
                        .get("chain")
                        .asText())
                .isEqualTo("simple,lowercase,stop=a|the,synonyms=movie>film;bad>awful");
    }

    @Test
    void aFileThatIsNoneIsASentence() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.txt"), "a => b\nfilm\n");

        assertThat(Cli.run("tokens", "--text", "x", "--chain", "simple,synonyms:@" + bad))
                .isEqualTo(new Cli.Result(
                        2,
                        "",
                        "tritone: Invalid value for option '--chain': " + bad
                                + ":2: expected words with commas between them, or => and a word after it\n"
                                + "Try 'tritone tokens --help'.\n"));
        assertThat(Cli.run("tokens", "--text", "x", "--chain", "simple,stop:@" + folder.resolve("none"))
                        .err())
                .startsWith("tritone: Invalid value for option '--chain': " + folder.resolve("none")
                        + ": no such file or folder\n");
    }
}
