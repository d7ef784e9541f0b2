package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.corpus.CorpusFiles;

class CorpusSplitCommandTest {
    @TempDir
    private Path folder;

    private Path output() {
        return folder.resolve("mine");
    }

    private Cli.Result split(Path input, String parts, Object... more) {
        List<Object> words = new ArrayList<>(List.of("corpus", "split", input, "--parts", parts, "--output", output()));
        words.addAll(List.of(more));
        return Cli.run(words.toArray());
    }

    private Path films() throws IOException {
        return TinyCorpora.decided(folder.resolve("films.tsv"), 100, "pos", "neg");
    }

    private String sorted(String... files) throws IOException {
        List<String> rows = new ArrayList<>();
        for (String file : files) {
            List<String> lines = Files.readAllLines(output().resolve(file));
            rows.addAll(lines.subList(1, lines.size()));
        }
        return String.join("\n", rows.stream().sorted().toList());
    }

    @Test
    void aTableTellsWhatIsInEachPart() throws IOException {
        Cli.Result result = split(films(), "train=0.8,validation=0.1,test=0.1", "--seed", "7");

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).startsWith(output() + ", from " + folder.resolve("films.tsv") + """
                 by seed 7

                         train  validation  test
                reviews     80          10    10
                  neg       40           5     5
                  pos       40           5     5
                """);
    }

    @Test
    void thePartsAreACorpusOfTheSameReviewsInTheirOrder() throws IOException {
        Path films = films();
        split(films, "train=0.8,validation=0.1,test=0.1");

        assertThat(TinyCorpora.names(output())).containsExactly("test.tsv", "train.tsv", "validation.tsv");
        List<String> rows = Files.readAllLines(films);
        assertThat(sorted("train.tsv", "test.tsv", "validation.tsv"))
                .isEqualTo(String.join(
                        "\n",
                        rows.subList(1, rows.size()).stream()
                                .map(row -> row.replaceFirst("\t(\\w+)\t", "\t$1\t\t\t"))
                                .sorted()
                                .toList()));
        List<Integer> numbers = Files.readAllLines(output().resolve("train.tsv")).stream()
                .skip(1)
                .map(row -> Integer.valueOf(row.substring(1, row.indexOf('\t'))))
                .toList();
        assertThat(numbers).isSorted();
        JsonNode stats = TinyCorpora.json("corpus", "stats", output(), "--json");
        assertThat(stats.get("parts"))
                .extracting(part -> part.get("part").asText())
                .containsExactly("train", "validation", "test");
    }

    @Test
    void equalSeedsGiveEqualBytes() throws IOException {
        Path films = films();
        split(films, "train=0.5,test=0.5");
        byte[] first = Files.readAllBytes(output().resolve("train.tsv"));
        Files.move(output(), folder.resolve("first"));
        split(films, "train=0.5,test=0.5");
        assertThat(output().resolve("train.tsv")).hasBinaryContent(first);
        Files.move(output(), folder.resolve("second"));

        split(films, "train=0.5,test=0.5", "--seed", "2");

        assertThat(Files.readAllBytes(output().resolve("train.tsv"))).isNotEqualTo(first);
    }

    @Test
    void groupsFromAFileStayTogetherAndAreKept() throws IOException {
        Path groups = TinyCorpora.groups(folder.resolve("groups.tsv"), 100);

        JsonNode report = TinyCorpora.json(
                "corpus",
                "split",
                films(),
                "--parts",
                "train=rest,test=20",
                "--groups",
                groups,
                "--to",
                "jsonl",
                "--output",
                output(),
                "--json");

        assertThat(report.get("parts").get(1).get("reviews").asInt()).isEqualTo(20);
        assertThat(report.get("parts").get(1).get("groups").asInt()).isEqualTo(5);
        assertThat(report.get("left_over").asInt()).isZero();
        assertThat(Files.readAllLines(output().resolve("test.jsonl"))).allMatch(row -> row.contains("\"group\":\"g"));
    }

    @ParameterizedTest
    @CsvSource({
        "films.tsv, '', train.tsv",
        "films.csv.gz, '', train.csv.gz",
        "films.tsv, jsonl, train.jsonl",
        "films.tsv, parquet, train.parquet",
        "films.tsv, files, train",
        "films.txt, '', train.jsonl"
    })
    void theFormatIsTheInputsOwnOrChosen(String input, String format, String file) throws IOException {
        Path films = films();
        Path from = folder.resolve(input);
        if (!Files.exists(from)) {
            Object[] convert = {"corpus", "convert", films, "--output", from};
            assertThat(Cli.run(convert).exitCode()).isZero();
        }

        Cli.Result result = format.isEmpty() ? split(from, "train=0.5") : split(from, "train=0.5", "--to", format);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(TinyCorpora.names(output())).containsExactly(file);
        assertThat(result.out()).contains("50 reviews are in no part");
    }

    @Test
    void aSingleReviewIsNotTalkedOfAsSeveral() throws IOException {
        Path file = CorpusFiles.write(folder, "few.tsv", "pos\ta\npos\ta\nneg\tb\npos\tc\n");

        assertThat(split(file, "train=3").out()).endsWith("""

                1 review is in no part
                1 review has the text of another one and is in the same part
                """);
    }

    @Test
    void idsOfSeveralPartsStayDifferent() throws IOException {
        Path corpus = folder.resolve("parts");
        Files.createDirectories(corpus);
        Files.writeString(corpus.resolve("train.tsv"), "pos\tone\nneg\ttwo\n");
        Files.writeString(corpus.resolve("test.tsv"), "pos\tthree\nneg\tfour\n");

        Cli.Result result = split(corpus, "train=rest");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(Files.readAllLines(output().resolve("train.tsv")).stream()
                        .skip(1)
                        .map(row -> row.split("\t")[0]))
                .containsExactlyInAnyOrder("train/1", "train/2", "test/1", "test/2");
    }

    @Test
    void whatAFormatHasNoPlaceForIsTold() throws IOException {
        assertThat(split(films(), "train=0.5,test=0.5", "--to", "fasttext").err())
                .isEqualTo("tritone: left out, for which fasttext has no place: id of 100\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"train=1.5", "train=0.8,test=0.3", "train=0.0", "train=-0.1", "a=0.5,a=0.5", "../a=0.5", "a"})
    void aBadPlanIsWrongUsage(String parts) throws IOException {
        Cli.Result result = split(films(), parts);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("tritone: Invalid value for option '--parts'");
        assertThat(output()).doesNotExist();
    }

    @Test
    void moreThanThereIsFailsInASentence() throws IOException {
        Path films = films();
        TinyCorpora.assertFails(
                1,
                films + ": expected at least 101 reviews for the parts but found 100",
                "corpus",
                "split",
                films,
                "--parts",
                "train=101",
                "--output",
                output());
        assertThat(output()).doesNotExist();
    }

    @Test
    void whatIsThereIsNotOverwritten() throws IOException {
        Path films = films();
        split(films, "train=0.5,test=0.5");
        byte[] before = Files.readAllBytes(output().resolve("train.tsv"));

        TinyCorpora.assertFails(
                2,
                "--output must be a new folder or an empty one but " + output() + " is there already",
                "corpus",
                "split",
                films,
                "--parts",
                "train=0.2",
                "--output",
                output());

        assertThat(output().resolve("train.tsv")).hasBinaryContent(before);
    }

    @Test
    void aBadRowLeavesNothingUnlessItIsPassedOver() throws IOException {
        Path films = films();
        Files.writeString(films, Files.readString(films) + "one cell\n");

        Cli.Result failed = split(films, "train=0.5,test=0.5");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err()).isEqualTo("tritone: " + films + ":102: expected 3 columns but found 1\n");
        assertThat(folder.toFile().list()).containsExactly("films.tsv");

        Cli.Result passed = split(films, "train=0.5,test=0.5", "--on-error", "skip");
        assertThat(passed.exitCode()).isEqualTo(4);
        assertThat(TinyCorpora.names(output())).containsExactly("test.tsv", "train.tsv");
    }

    @Test
    void aStreamCannotBeReadTwice() {
        TinyCorpora.assertFails(
                2,
                "a split reads its corpus twice, which a stream does not allow",
                "corpus",
                "split",
                "-",
                "--parts",
                "train=0.5",
                "--output",
                output());
    }
}
