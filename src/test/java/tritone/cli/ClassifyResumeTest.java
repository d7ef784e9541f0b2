package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tritone.network.CellKind;

/** Runs that were broken off at any byte of their output, and what {@code --resume} makes of them. */
class ClassifyResumeTest {
    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Path model;
    private static Path other;

    private Path input;

    @BeforeAll
    static void writeModels() throws IOException {
        model = ClassifiedRows.tinyModel(shared.resolve("tiny"), CellKind.GRU, 2);
        other = ClassifiedRows.tinyModel(shared.resolve("other"), CellKind.LSTM, 2);
    }

    /** Names that need quotes, hold newlines or are long in bytes; some rows are bad. */
    @BeforeEach
    void writeInput() throws IOException {
        StringBuilder rows = new StringBuilder("id,text\n");
        for (int i = 0; i < 12; i++) {
            rows.append("\"a ").append(i).append("\nline, \"\"quoted\"\"\n\u00e9\ud83c\udfac\",lovely film\n");
            rows.append(i).append(",dull ").append("the ".repeat(i)).append('\n');
            rows.append(i % 3 == 0 ? "bad,row,here\n" : "");
        }
        input = Files.writeString(folder.resolve("in.csv"), rows);
    }

    private Cli.Result classify(Path output, Object... more) {
        List<Object> words = new ArrayList<>(List.of("classify", input, "--output", output, "--details"));
        words.addAll(List.of(more));
        return Cli.run(words.toArray());
    }

    private static Path part(Path output) {
        return output.resolveSibling(output.getFileName() + ".part");
    }

    private static Path note(Path output) {
        return output.resolveSibling(output.getFileName() + ".part.run");
    }

    /** A run that is over before its first row, and leaves what others would. */
    private void breakOff(Path output, Object... more) {
        Thread.currentThread().interrupt();
        int exitCode = classify(output, more).exitCode();
        Thread.interrupted();

        assertThat(exitCode).isEqualTo(1);
        assertThat(output).doesNotExist();
        assertThat(part(output)).exists();
    }

    @ParameterizedTest
    @CsvSource({"csv, skip", "csv, row", "tsv, skip", "tsv, row", "jsonl, skip", "jsonl, row"})
    void goesOnFromAnyPlace(String format, String onError) throws IOException {
        Path output = folder.resolve("out." + format);
        Object[] options = {"--model", model, "--on-error", onError};
        Cli.Result undisturbed = classify(output, options);
        assertThat(undisturbed.exitCode()).as(undisturbed.err()).isEqualTo(4);
        byte[] whole = Files.readAllBytes(output);
        List<String> names = TinyCorpora.names(folder);

        Files.delete(output);
        breakOff(output, options);
        byte[] note = Files.readAllBytes(note(output));
        for (int length : lengths(whole)) {
            Files.write(note(output), note);
            Files.write(part(output), Arrays.copyOf(whole, length));

            Cli.Result resumed = classify(output, "--model", model, "--on-error", onError, "--resume");

            assertThat(resumed.exitCode()).as(resumed.err()).isEqualTo(4);
            assertThat(output).as("cut after " + length + " bytes").hasBinaryContent(whole);
            assertThat(TinyCorpora.names(folder)).isEqualTo(names);
            Files.delete(output);
        }
    }

    /** Nothing, inside the header, around newlines, inside quotes and inside characters, and everything. */
    private static TreeSet<Integer> lengths(byte[] whole) {
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        TreeSet<Integer> lengths = new TreeSet<>(List.of(0, 1, 4, whole.length - 1, whole.length));
        int firstEnd = text.indexOf('\n');
        int middle = text.indexOf('\n', whole.length / 2);
        for (int end : new int[] {firstEnd, text.indexOf('\n', firstEnd + 1), middle}) {
            lengths.addAll(List.of(end, end + 1, end + 2));
        }
        for (int from : new int[] {0, whole.length / 3}) {
            lengths.add(text.indexOf('\u00c3', from) + 1);
            lengths.add(text.indexOf('\u00f0', from) + 2);
            lengths.add(text.indexOf("quoted", from) - 1);
            lengths.add(text.indexOf("quoted", from) + 7);
        }
        return lengths;
    }

    @Test
    void rubbishAfterTheLastRowIsDropped() throws IOException {
        Path output = folder.resolve("out.jsonl");
        Object[] options = {"--model", model, "--on-error", "skip"};
        classify(output, options);
        byte[] whole = Files.readAllBytes(output);
        Files.delete(output);
        breakOff(output, options);
        Files.write(
                part(output), (new String(whole, StandardCharsets.UTF_8) + "\0\0\0").getBytes(StandardCharsets.UTF_8));

        classify(output, "--model", model, "--on-error", "skip", "--resume");

        assertThat(output).hasBinaryContent(whole);
    }

    @Test
    void onlyTheSameRunGoesOn() throws IOException {
        Path output = folder.resolve("out.jsonl");
        breakOff(output, "--model", model, "--on-error", "skip");
        Path another = Files.copy(input, folder.resolve("another.csv"));
        Object[][] others = {
            {"--model", other, "--on-error", "skip"},
            {"--model", model, "--model", other, "--on-error", "skip"},
            {"--model", model, "--on-error", "row"},
            {"--model", model},
            {"--model", model, "--on-error", "skip", "--unsure", "0.4:0.6"},
            {"--model", model, "--on-error", "skip", "--columns", "text=1"},
            {"--model", model, "--on-error", "skip", "--format", "lines"},
            {"--model", model, "--on-error", "skip", "--text", "one more"},
            {"--model", model, "--on-error", "skip", another},
        };

        for (Object[] options : others) {
            List<Object> words = new ArrayList<>(List.of(options));
            words.add("--resume");
            Cli.Result refused = classify(output, words.toArray());

            assertThat(refused.err())
                    .isEqualTo("tritone: " + part(output) + " was begun with other models, inputs or options:"
                            + " repeat those, or leave out --resume\n");
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(output).doesNotExist();
        }
        assertThat(classify(output, "--model", model, "--on-error", "skip", "--threads", "1", "--resume")
                        .exitCode())
                .isEqualTo(4);
    }

    @Test
    void withoutABeginningItBegins() throws IOException {
        Path output = folder.resolve("new/out.tsv");

        assertThat(classify(output, "--model", model, "--on-error", "row", "--resume")
                        .exitCode())
                .isEqualTo(4);

        assertThat(Files.readAllLines(output).get(0)).startsWith("id\tlabel\tprobability\tp_neg\tp_pos\ttokens");
    }

    @Test
    void aRunWithoutResumeBeginsAnew() throws IOException {
        Path output = folder.resolve("out.csv");
        breakOff(output, "--model", other, "--on-error", "skip");
        Files.writeString(part(output), "rubbish\n".repeat(9000));

        classify(output, "--model", model, "--on-error", "skip");
        byte[] anew = Files.readAllBytes(output);
        Path fresh = folder.resolve("fresh.csv");
        classify(fresh, "--model", model, "--on-error", "skip");

        assertThat(fresh).hasBinaryContent(anew);
    }

    @Test
    void aBadRowLeavesWhatStandsBeforeItAndGoesOnOnceItIsRepaired() throws IOException {
        Path output = folder.resolve("out.csv");

        Cli.Result failed = classify(output, "--model", model);
        assertThat(failed.err()).isEqualTo("tritone: " + input + ":6: expected 2 columns but found 3\n");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(output).doesNotExist();
        Files.writeString(input, Files.readString(input).replace("bad,row,here\n", "repaired,lovely\n"));
        Cli.Result resumed = classify(output, "--model", model, "--resume");

        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        byte[] bytes = Files.readAllBytes(output);
        classify(output, "--model", model);
        assertThat(output).hasBinaryContent(bytes);
    }

    @Test
    void typedReviewsAreNotWrittenTwice() throws IOException {
        Path output = folder.resolve("out.csv");
        Object[] options = {"--model", model, "--on-error", "row", "--text", "lovely", "--text", "dull"};
        classify(output, options);
        byte[] whole = Files.readAllBytes(output);
        int firstRow = new String(whole, StandardCharsets.ISO_8859_1).indexOf('\n', 100) + 1;
        for (int length : new int[] {firstRow, whole.length / 2, whole.length}) {
            Files.delete(output);
            breakOff(output, options);
            Files.write(part(output), Arrays.copyOf(whole, length));
            List<Object> words = new ArrayList<>(List.of(options));
            words.add("--resume");

            classify(output, words.toArray());

            assertThat(output).as("cut after " + length + " bytes").hasBinaryContent(whole);
        }
    }

    @Test
    void countsOfBothRunsAreTold() throws IOException {
        Path output = folder.resolve("out.csv");
        Object[] options = {"--model", model, "--on-error", "row"};
        String counts = classify(output, options).err();
        byte[] whole = Files.readAllBytes(output);
        Files.delete(output);
        breakOff(output, options);
        Files.write(part(output), Arrays.copyOf(whole, whole.length / 2));

        String resumed = classify(output, "--model", model, "--on-error", "row", "--resume")
                .err();

        assertThat(resumed).isEqualTo(counts);
    }

    @Test
    void otherReviewsUnderTheSameNameAreAnotherInput() throws IOException {
        Path output = folder.resolve("out.jsonl");
        classify(output, "--model", model, "--on-error", "row");
        byte[] whole = Files.readAllBytes(output);
        Files.delete(output);
        breakOff(output, "--model", model, "--on-error", "row");
        Files.write(part(output), Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(input, "id,text\nnew,lovely\n".repeat(30));

        Cli.Result refused = classify(output, "--model", model, "--on-error", "row", "--resume");

        assertThat(refused.err()).contains(" was begun with other models, inputs or options");
        assertThat(refused.exitCode()).isEqualTo(1);
    }

    @Test
    void twoTextsAreNotOneWithACommaInIt() throws IOException {
        Path output = folder.resolve("out.jsonl");
        breakOff(output, "--model", model, "--on-error", "row", "--text", "dull, lovely");

        Cli.Result refused = classify(
                output, "--model", model, "--on-error", "row", "--text", "dull", "--text", "lovely", "--resume");

        assertThat(refused.exitCode()).isEqualTo(1);
    }
}
