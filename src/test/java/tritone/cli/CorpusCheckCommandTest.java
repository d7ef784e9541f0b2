package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static tritone.cli.TinyCorpora.assertFails;
import static tritone.cli.TinyCorpora.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.corpus.CorpusFiles;
import tritone.inspection.Kind;

class CorpusCheckCommandTest {
    private static final String LONG =
            "I went in hoping for a quiet drama about two brothers and a boat, and what I got"
                    + " was a loud one about a shark, which I did not mind at all once it got going";

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return CorpusFiles.write(folder, name, text);
    }

    private static JsonNode checked(Object... inputs) throws IOException {
        List<Object> words = new ArrayList<>(List.of("corpus", "check", "--json"));
        words.addAll(List.of(inputs));
        return json(words.toArray());
    }

    private static JsonNode finding(JsonNode checked, String kind) {
        for (JsonNode finding : checked.get("findings")) {
            if (finding.get("kind").asText().equals(kind)) {
                return finding;
            }
        }
        throw new AssertionError("no " + kind);
    }

    private static List<String> found(JsonNode checked) {
        List<String> kinds = new ArrayList<>();
        for (JsonNode finding : checked.get("findings")) {
            if (finding.get("count").asInt() > 0) {
                kinds.add(finding.get("kind").asText());
            }
        }
        return kinds;
    }

    private static void assertFound(JsonNode checked, String kind, int count, String... examples) {
        JsonNode finding = finding(checked, kind);
        List<String> lines = new ArrayList<>();
        for (JsonNode example : finding.get("examples")) {
            List<String> places = new ArrayList<>();
            example.get("places").forEach(place -> places.add(place.asText().replaceFirst(".*/", "")));
            lines.add(String.join(" and ", places) + " " + example.get("words").asText());
        }
        assertThat(lines).as(kind).containsExactly(examples);
        assertThat(finding.get("count").asInt()).as(kind).isEqualTo(count);
    }

    /** Twelve reviews of each label that nothing is wrong with. */
    private static String soundRows(long seed) {
        StringBuilder rows = new StringBuilder("id\tlabel\ttext\n");
        Random random = new Random(seed);
        String[] words = {
            "the", "film", "was", "and", "story", "acting", "music", "quite", "slow", "warm", "bold", "flat"
        };
        for (int i = 0; i < 24; i++) {
            rows.append("s").append(i).append(i % 2 == 0 ? "\tneg\t" : "\tpos\t");
            for (int word = 0; word < 30; word++) {
                rows.append(words[random.nextInt(words.length)]).append(' ');
            }
            rows.append("end\n");
        }
        return rows.toString();
    }

    private Path sound(String... rows) throws IOException {
        return file("sound.tsv", soundRows(1) + String.join("\n", rows) + "\n");
    }

    @Test
    void nothingIsWrongWithASoundCollection() throws IOException {
        Path sound = sound();

        Cli.Result result = Cli.run("corpus", "check", sound, "--strict");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out().replace(sound.toString(), "sound.tsv").replaceAll("in [\\d.]+ s", "in 0 s"))
                .isEqualTo("""
                        sound.tsv: 24 reviews, neg 12, pos 12
                        chain html,simple,contractions,emoticons,lowercase, texts expected in English

                        ok       no row that cannot be read
                        ok       no review with the words of one in an earlier part or input
                        ok       no review nearly like one in an earlier part or input
                        ok       no review labelled otherwise than another of the same words
                        ok       no review with the text of an earlier one
                        ok       no review with the words of an earlier one, but for case, marks, white space or markup
                        ok       no review nearly like an earlier one
                        ok       no review with the id of an earlier one
                        ok       no review without any token
                        ok       no part with a single label
                        ok       no label with fewer than ten reviews, or less than one in a hundred
                        ok       no review without label where most have one
                        ok       no review in another language than English
                        ok       no review with UTF-8 that was read as Latin-1 or Windows-1252
                        ok       no review with U+FFFD, which stands for a lost character
                        ok       no review with control characters (those from \\u0080 on are mostly Windows-1252 that was read as Latin-1)
                        ok       no part with a label more than three times as frequent as another
                        ok       no review naming a rating, which may give the label away
                        ok       no review of more than 400 tokens, which --max-tokens 400 cuts
                        ok       no review of fewer than five tokens
                        ok       no review more than ten times as long as the median, 31 tokens
                        ok       no review with tags or entities

                        0 warnings, 0 notes; 24 reviews looked at in 0 s
                        """);
    }

    @Test
    void everyKindIsToldWithItsKeysWhetherFoundOrNot() throws IOException {
        JsonNode checked = checked(sound());

        assertThat(checked.fieldNames())
                .toIterable()
                .containsExactly(
                        "chain",
                        "language",
                        "max_tokens",
                        "median_tokens",
                        "reviews",
                        "warnings",
                        "notes",
                        "parts",
                        "findings",
                        "seconds");
        assertThat(checked.get("findings").findValuesAsText("kind"))
                .containsExactlyElementsOf(
                        List.of(Kind.values()).stream().map(Kind::toString).toList());
        assertThat(checked.get("findings").get(0).fieldNames())
                .toIterable()
                .containsExactly("kind", "severity", "count", "groups", "details", "examples");
        assertThat(checked.get("parts").get(0).get("labels").toString()).isEqualTo("{\"neg\":12,\"pos\":12}");
        assertThat(checked.get("language").asText()).isEqualTo("en");
    }

    @Test
    void repeatsAreCountedUnderTheClosestLikeness() throws IOException {
        JsonNode checked = checked(sound(
                "a\tpos\t" + LONG,
                "b\tpos\t" + LONG,
                "c\tpos\t" + LONG.toUpperCase() + "!!",
                "d\tpos\t" + LONG.replace("I went", "I came"),
                "e\tpos\t" + LONG));

        assertThat(found(checked)).containsExactly("same-text", "same-words", "near-text");
        assertFound(
                checked,
                "same-text",
                2,
                "sound.tsv:26 and sound.tsv:27 I went in hoping for a quiet drama about...",
                "sound.tsv:26 and sound.tsv:30 I went in hoping for a quiet drama about...");
        assertFound(
                checked, "same-words", 1, "sound.tsv:26 and sound.tsv:28 I went in hoping for a quiet drama about...");
        assertFound(
                checked,
                "near-text",
                1,
                "sound.tsv:26 and sound.tsv:29 0.88 alike: I went in hoping for a quiet drama about...");
        assertThat(finding(checked, "same-text").get("groups").asInt()).isEqualTo(1);
    }

    @Test
    void whatStandsInTwoPartsOrInputsIsTold() throws IOException {
        Path first = file("films/train.tsv", soundRows(1) + "a\tpos\t" + LONG + "\n");
        file("films/test.tsv", soundRows(2) + "b\tpos\t" + LONG + " <br />\nc\tpos\tso it ends\n");
        Path second = file("more.tsv", soundRows(3) + "d\tpos\tSo it ends.\n");

        JsonNode checked = checked(first.getParent(), second);

        assertThat(checked.get("parts").findValuesAsText("split")).containsExactly("train", "test", "whole");
        assertThat(found(checked)).containsExactly("shared-text", "short-text", "markup");
        assertFound(
                checked,
                "shared-text",
                2,
                "train.tsv:26 and test.tsv:26 I went in hoping for a quiet drama about...",
                "test.tsv:27 and more.tsv:26 so it ends");
        assertThat(finding(checked, "shared-text").get("details").toString().replace(folder.toString() + "/", ""))
                .isEqualTo("[{\"name\":\"films/test.tsv in films/train.tsv\",\"counts\":{\"same words\":1}},"
                        + "{\"name\":\"more.tsv in films/test.tsv\",\"counts\":{\"same words\":1}}]");
    }

    @Test
    void oneTextWithTwoLabelsIsTold() throws IOException {
        JsonNode checked =
                checked(sound("a\tpos\t" + LONG), file("other.tsv", soundRows(4) + "x\tbad\t" + LONG + ".\n"));

        assertFound(
                checked,
                "two-labels",
                2,
                "sound.tsv:26 and other.tsv:26 pos and neg: I went in hoping for a quiet drama about...");
    }

    @Test
    void theCheckGoesOnAfterABadRow() throws IOException {
        JsonNode checked = checked(sound("a\tpos", "b\tpos\tfine and well it was", "c\tsoso\tthe film was so so"));

        assertFound(
                checked,
                "bad-row",
                2,
                "sound.tsv:26 expected 3 columns but found 2",
                "sound.tsv:28 expected one of the labels neg, pos but found \"soso\" (other classes are named with"
                        + " --labels)");
        assertThat(checked.get("reviews").asInt()).isEqualTo(25);
        assertThat(checked.get("parts").get(0).get("bad_rows").asInt()).isEqualTo(2);
        assertThat(found(checked("--labels", "neg,soso,pos", folder.resolve("sound.tsv"))))
                .containsExactly("bad-row", "rare-label", "imbalance");
    }

    @Test
    void anEmptyFileIsABadRow() throws IOException {
        JsonNode checked = checked(file("empty.tsv", ""), sound());

        assertFound(checked, "bad-row", 1, "empty.tsv expected at least one review but found none");
        assertThat(checked.get("reviews").asInt()).isEqualTo(24);
        assertThat(Cli.run("corpus", "check", folder.resolve("empty.tsv")).out())
                .contains("warning  1 row that cannot be read\n", "0 reviews looked at in ");
    }

    @Test
    void labelsAreWeighed() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            rows.append("\tnothing but number ").append(i).append(" to be said here\n");
        }
        Path rare = file("rare.tsv", soundRows(1).replace("\tpos\t", "\tneg\t") + "p\tpos\ta b c d e f g\n");
        Path one = file("one.tsv", "pos\ta b c d e\npos\tb c d e f\n");

        JsonNode checked = checked(
                sound(),
                rare,
                one,
                file("gaps.csv", "text,label\na b c d e f,pos\ng h i j k,neg\n" + "l m n o p,\nq r s t u,pos\n"));

        assertFound(checked, "rare-label", 3, "rare.tsv pos: 1 of 25", "gaps.csv neg: 1 of 3", "gaps.csv pos: 2 of 3");
        assertFound(checked, "imbalance", 1, "rare.tsv neg 24, pos 1");
        assertFound(checked, "one-label", 1, "one.tsv pos 2");
        assertFound(checked, "no-label", 1, "gaps.csv:4 l m n o p");
        assertThat(found(checked(file("none.txt", "a b c d e\nf g h i j\n")))).isEmpty();
    }

    @Test
    void brokenCharactersAreTold() throws IOException {
        JsonNode checked = checked(sound(
                "a\tpos\ta film of caf\u00c3\u00a9s and of the sea",
                "b\tpos\tit was lost\ufffd and then it was found",
                "c\tpos\ta \u001b[31mred\u001b[0m film is what it was",
                "d\tpos\tdash \u0096 and so it was the end"));

        assertFound(checked, "mojibake", 1, "sound.tsv:26 ... film of caf\u00c3\u00a9s and of the sea");
        assertFound(checked, "lost-character", 1, "sound.tsv:27 it was lost\ufffd and then it was found");
        assertFound(
                checked,
                "control-character",
                2,
                "sound.tsv:28 a \\u001b[31mred\\u001b[0m film is what it was",
                "sound.tsv:29 dash \\u0096 and so it was the end");
    }

    @Test
    void aReviewInAnotherLanguageIsTold() throws IOException {
        String german = "Der Film war nicht so gut, wie ich nach dem ersten Teil gehofft hatte.";

        JsonNode checked = checked(sound("a\tpos\t" + german));
        JsonNode none = checked("--chain", "standard,lowercase", file("german.txt", german + "\n" + german + "!\n"));

        assertFound(checked, "other-language", 1, "sound.tsv:26 German: Der Film war nicht so gut, wie ich nach ...");
        assertThat(finding(checked, "other-language").get("details").toString())
                .isEqualTo("[{\"name\":\"languages\",\"counts\":{\"German\":1}}]");
        assertThat(none.get("language").asText()).isEqualTo("de");
        assertThat(found(none)).containsExactly("same-words");
    }

    @Test
    void ratingsInTheTextAreCountedByLabel() throws IOException {
        Path rated = file(
                "rated.tsv",
                "a\tpos\t9\tI give it 9/10 and so should you\nb\tneg\t2\t3/10 is all it is to me\n"
                        + "c\tpos\t10\tten out of ten from all of us\nd\tneg\t1\ttwo thumbs down, and then some\n");

        JsonNode leak = finding(checked(rated), "rating-in-text");

        assertThat(leak.get("count").asInt()).isEqualTo(4);
        assertThat(leak.get("details").toString())
                .isEqualTo("[{\"name\":\"half or less\",\"counts\":{\"neg\":2}},"
                        + "{\"name\":\"more than half\",\"counts\":{\"pos\":2}},"
                        + "{\"name\":\"the review's own rating\",\"counts\":{\"no\":1,\"yes\":2}},"
                        + "{\"name\":\"10/10\",\"counts\":{\"pos\":1}},"
                        + "{\"name\":\"3/10\",\"counts\":{\"neg\":1}},"
                        + "{\"name\":\"9/10\",\"counts\":{\"pos\":1}},"
                        + "{\"name\":\"thumbs down\",\"counts\":{\"neg\":1}}]");
    }

    @Test
    void lengthsAreToldByTheChain() throws IOException {
        JsonNode checked = checked(
                "--max-tokens",
                "100",
                sound("a\tpos\t<br />", "b\tpos\tso good", "c\tpos\t" + "ever and ever ".repeat(150)));

        assertFound(checked, "empty-text", 1, "sound.tsv:26 <br />");
        assertFound(checked, "short-text", 1, "sound.tsv:27 so good");
        assertFound(checked, "cut-text", 1, "sound.tsv:28 450 tokens: ever and ever ever and ever ever and eve...");
        assertFound(checked, "long-text", 1, "sound.tsv:28 450 tokens: ever and ever ever and ever ever and eve...");
        assertThat(found(checked("--max-tokens", "450", folder.resolve("sound.tsv"))))
                .doesNotContain("cut-text");
    }

    @Test
    void aShortReviewMayBeCutAsWell() throws IOException {
        JsonNode checked = checked("--max-tokens", "2", file("short.txt", "one two three\nfour\n"));

        assertFound(checked, "cut-text", 1, "short.txt:1 3 tokens: one two three");
        assertFound(checked, "short-text", 2, "short.txt:1 one two three", "short.txt:2 four");
    }

    @Test
    void anIdThatComesAgainInItsPartIsTold() throws IOException {
        Path more = file("more.tsv", soundRows(5));
        Path unnamed = file("folder/a.tsv", "pos\tone two three four five\n");
        file("folder/b.tsv", "pos\tsix seven eight nine ten\n");

        JsonNode checked = checked(sound("s3\tpos\tanother text of the same id"), more, unnamed.getParent());

        assertFound(checked, "same-id", 1, "sound.tsv:5 and sound.tsv:26 s3");
    }

    @ParameterizedTest
    @CsvSource({"a\tpos, 3", "a\tpos\t<b>only a note</b> of what was, 0"})
    void strictFailsOnAWarningButNotOnANote(String row, int exitCode) throws IOException {
        Path file = sound(row);

        assertThat(Cli.run("corpus", "check", file, "--strict").exitCode()).isEqualTo(exitCode);
        assertThat(Cli.run("corpus", "check", file, "--strict", "--json").exitCode())
                .isEqualTo(exitCode);
        assertThat(Cli.run("corpus", "check", file).exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void theNumberOfThreadsChangesNothing(int threads) throws IOException {
        StringBuilder rows = new StringBuilder("pos\t" + LONG + "\n");
        Random random = new Random(2);
        for (int i = 0; i < 6000; i++) {
            rows.append(i % 3 == 0 ? "pos" : "neg").append('\t');
            rows.append(i % 50 == 0 ? LONG : LONG.substring(random.nextInt(60)))
                    .append(i % 7)
                    .append('\n');
            rows.append(i % 1000 == 0 ? "bad\n" : "");
        }
        Path file = file("many.tsv", rows.toString());

        String one = checked(file, "--threads", "1").toString();
        String several = checked(file, "--threads", threads).toString();

        assertThat(several.replaceAll("\"seconds\":.*", "")).isEqualTo(one.replaceAll("\"seconds\":.*", ""));
    }

    @Test
    void standardInputIsComparedLikeAFile() throws IOException {
        Path file = sound("a\tpos\t" + LONG);
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(
                ("neg\t" + LONG + "\nneg\tx\ty\npos\t" + LONG + " again\n").getBytes(StandardCharsets.UTF_8)));
        try {
            JsonNode checked = checked("-", file);

            assertThat(found(checked))
                    .containsExactly("bad-row", "shared-text", "two-labels", "near-text", "rare-label");
            assertFound(
                    checked, "shared-text", 1, "stdin:1 and sound.tsv:26 I went in hoping for a quiet drama about...");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void noCharacterOfAFileDrivesTheTerminal() throws IOException {
        String evil = "\u001b]0;owned\u0007 \u009b2J";
        Path file = file(
                "evil\u001b.csv",
                "id,label,text\n1," + evil + ",\"a\nok       no\r fault " + evil + " 10/10\"\n1," + evil + "," + evil
                        + "\n2,\"x\ny\",it is " + evil + "\n3,p,it is " + evil + "\n\"bad" + evil + "\"\n");

        Cli.Result result = Cli.run("corpus", "check", file);

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).doesNotContainPattern("[\\p{Cc}&&[^\n]]");
        assertThat(result.out().lines())
                .allMatch(line -> line.isEmpty()
                        || line.matches("(warning|note   |ok     |         |chain|\\d+ warnings?,|/).*"));
        assertThat(checked(file).get("findings").size()).isEqualTo(Kind.values().length);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aNameOfAFileBeginsNoLine() throws IOException {
        Path file = file("two\nok       lines.tsv", "pos\t10/10 of it\nneg\n");

        assertThat(Cli.run("corpus", "check", file).out().lines())
                .anyMatch(line -> line.contains("two?ok       lines.tsv:1  10/10 of it"))
                .noneMatch(line -> line.startsWith("ok       lines"));
    }

    @Test
    void wrongUsageIsOneSentence() {
        assertFails(1, "nowhere: no such file or folder", "corpus", "check", "sample", "nowhere");
        assertFails(2, "standard input can be read once only", "corpus", "check", "-", "-");
        assertFails(2, "INPUT must be a file, a folder or - but was empty", "corpus", "check", "");
        assertFails(
                2,
                "Invalid value for option '--max-tokens': must be a whole number from 1 on but was 0",
                "corpus",
                "check",
                "--max-tokens",
                "0");
    }

    @Test
    void theSampleHasNoWarning() {
        assertThat(Cli.run("corpus", "check", "--strict").exitCode()).isZero();
    }
}
