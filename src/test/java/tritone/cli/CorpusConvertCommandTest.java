package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.corpus.CorpusFiles;

class CorpusConvertCommandTest {
    @TempDir
    private Path folder;

    private Path csv;
    private Path films;

    @BeforeEach
    void corpora() throws IOException {
        csv = CorpusFiles.write(
                folder, "in.csv", "id,label,stars,film,text\nr1,pos,9,Gull,\"Fine, fine.\"\nr2,neg,1.5,,Dull.\n");
        CorpusFiles.write(folder, "films/train.tsv", "pos\tfine\nneg\tdull\n");
        CorpusFiles.write(folder, "films/test.csv", "text,label\n\"so, so\",neg\n");
        CorpusFiles.write(folder, "films/unsup.txt", "who knows\n");
        films = folder.resolve("films");
    }

    private Path out(String name) {
        return folder.resolve(name);
    }

    private static void assertWrong(Cli.Result result, String message) {
        assertThat(result.err()).startsWith("tritone: " + message + "\n");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    private String[] names(String of) {
        String[] names = out(of).toFile().list();
        java.util.Arrays.sort(names);
        return names;
    }

    @Test
    void theNameOfTheOutputTellsTheFormat() {
        Cli.Result result = Cli.run("corpus", "convert", csv, "--output", out("out.jsonl"));

        assertThat(result.err()).isEqualTo("tritone: " + out("out.jsonl") + ": 2 reviews\n");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(out("out.jsonl")).hasContent("""
                {"id":"r1","label":"pos","rating":9,"group":"Gull","text":"Fine, fine."}
                {"id":"r2","label":"neg","rating":1.5,"text":"Dull."}
                """);
    }

    @Test
    void whatTheFormatHasNoPlaceForIsSaid() {
        Cli.Result result = Cli.run("corpus", "convert", csv, "--output", out("out.txt"));

        assertThat(result.err())
                .isEqualTo("tritone: " + out("out.txt") + ": 2 reviews\n"
                        + "tritone: left out, for which lines has no place: id of 2, label of 2, rating of 2, group of"
                        + " 1\n");
        assertThat(out("out.txt")).hasContent("Fine, fine.\nDull.\n");
    }

    @Test
    void severalPartsBecomeAFolder() {
        Cli.Result result = Cli.run("corpus", "convert", films, "--to", "tsv", "--output", out("out"));

        assertThat(result.err()).isEqualTo("tritone: " + out("out") + ": 4 reviews\n");
        assertThat(names("out")).containsExactly("test.tsv", "train.tsv", "unlabelled.tsv");
        assertThat(out("out/train.tsv"))
                .hasContent("id\tlabel\trating\tgroup\ttext\n1\tpos\t\t\tfine\n2\tneg\t\t\tdull\n");
        assertThat(Cli.run("corpus", "convert", out("out"), "--to", "files", "--output", out("again"))
                        .exitCode())
                .isZero();
        assertThat(out("again/train/pos/1.txt")).hasContent("fine");
        assertThat(out("again/unlabelled/1.txt")).hasContent("who knows");
    }

    @Test
    void onePartOfSeveralBecomesAFile() {
        Cli.Result result = Cli.run("corpus", "convert", films, "--part", "test", "--output", out("out.ft"));

        assertThat(result.exitCode()).isZero();
        assertThat(out("out.ft")).hasContent("__label__neg so, so\n");
        assertThat(Cli.run("corpus", "convert", films, "--part", "validation", "--output", out("x.ft"))
                        .err())
                .isEqualTo("tritone: " + films + ": there is no part called validation in it\n");
    }

    @Test
    void aCorpusWithReviewsWithoutLabelsIsOneFolderOfTextFiles() throws IOException {
        CorpusFiles.write(folder, "two/reviews.tsv", "pos\tfine\n");
        CorpusFiles.write(folder, "two/unsup.tsv", "who knows\n");

        Cli.run("corpus", "convert", out("two"), "--to", "files", "--output", out("out"));

        assertThat(out("out/pos/1.txt")).hasContent("fine");
        assertThat(out("out/unsup/1.txt")).hasContent("who knows");
    }

    @Test
    void escapesCarryWhatARowCannotHold() throws IOException {
        Path text = CorpusFiles.write(folder, "x.jsonl", "{\"text\": \"one\\n\\ttwo\\\\\"}\n");

        Cli.Result refused = Cli.run("corpus", "convert", text, "--output", out("out.tsv"));
        Cli.Result written = Cli.run("corpus", "convert", text, "--output", out("out.tsv"), "--output-escapes");
        Cli.run("corpus", "convert", out("out.tsv"), "--escapes", "--output", out("again.jsonl"));

        assertThat(refused.err())
                .isEqualTo("tritone: " + text + ":1: expected text that fits a row without \\t, \\n, \\r but found \\n"
                        + " as character 4 (--output-escapes writes it so)\n");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(written.exitCode()).isZero();
        assertThat(out("again.jsonl")).hasContent("{\"id\":\"1\",\"text\":\"one\\n\\ttwo\\\\\"}\n");
    }

    @Test
    void aBadRowLeavesWhatWasThere() throws IOException {
        Path bad = CorpusFiles.write(folder, "bad.csv", "text,label\nfine,pos\ndull\n");
        Files.writeString(out("out.csv"), "old");

        Cli.Result result = Cli.run("corpus", "convert", bad, "--output", out("out.csv"));
        Cli.Result skipped = Cli.run("corpus", "convert", bad, "--on-error", "skip", "--output", out("skipped.csv"));

        assertThat(result.err()).isEqualTo("tritone: " + bad + ":3: expected 2 columns but found 1\n");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(out("out.csv")).hasContent("old");
        assertThat(skipped.exitCode()).isEqualTo(4);
        assertThat(out("skipped.csv")).hasContent("id,label,rating,group,text\n2,pos,,,fine\n");
        assertThat(names(".")).containsExactly("bad.csv", "films", "in.csv", "out.csv", "skipped.csv");
    }

    @Test
    void inputAndOutputMustDiffer() {
        assertWrong(
                Cli.run("corpus", "convert", csv, "--output", folder.resolve("films/../in.csv")),
                "--output must not be what is read but is " + folder.resolve("films/../in.csv"));
    }

    @Test
    void theArchiveThatIsReadIsNoOutput() throws IOException {
        Path archive = out("in.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("in.csv"));
            zip.write(Files.readAllBytes(csv));
        }

        assertWrong(
                Cli.run("corpus", "convert", archive, "--to", "csv", "--output", archive),
                "--output must not be what is read but is " + archive);
    }

    @Test
    void anEndingInCapitalsIsGzipToo() throws IOException {
        Cli.run("corpus", "convert", csv, "--output", out("OUT.CSV.GZ"));

        assertThat(Files.readAllBytes(out("OUT.CSV.GZ"))).startsWith(0x1f, 0x8b);
    }

    @Test
    void wrongUsage() throws IOException {
        assertWrong(
                Cli.run("corpus", "convert", csv, "--output", out("out.doc")),
                "--to must name the format where --output does not tell, as " + out("out.doc"));
        assertWrong(
                Cli.run("corpus", "convert", films, "--output", out("out.tsv")),
                "--output must be a folder, or --part must choose one of train, test, unlabelled, but " + out("out.tsv")
                        + " is the name of a file");
        assertWrong(
                Cli.run("corpus", "convert", csv, "--to", "files", "--output", films),
                "--output must be a new folder or an empty one but " + films + " is there already");
        assertWrong(
                Cli.run("corpus", "convert", csv, "--to", "tsv", "--output", films),
                "--output must be a file but " + films + " is none");
        assertWrong(
                Cli.run("corpus", "convert", csv, "--to", "csv", "--output", "-"),
                "--output must be a file or folder but was \"-\"");
        assertWrong(
                Cli.run("corpus", "convert", csv, "--output-escapes", "--output", out("out.csv")),
                "--output-escapes is for tsv, lines and fasttext but the format is csv");
        assertThat(Cli.run("corpus", "convert", csv, "--output", out("out.parquet.gz"))
                        .err())
                .isEqualTo("tritone: " + out("out.parquet.gz")
                        + ": expected a name for Parquet, which is compressed itself, but found one in .gz\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.parquet", "out.ft", "out.csv.gz", "out.tsv"})
    void theSampleComesBackAsItWas(String name) throws IOException {
        Cli.run("corpus", "convert", "sample", "--part", "train", "--output", out("sample.jsonl"));
        Cli.run("corpus", "convert", out("sample.jsonl"), "--output", out(name));
        Cli.run("corpus", "convert", out(name), "--output", out("again.jsonl"));

        String sample = Files.readString(out("sample.jsonl"));
        String held = name.equals("out.ft")
                ? sample.replaceAll("\"id\":\"[^\"]*\",", "").replaceAll("\"rating\":\\d+,\"group\":\"[^\"]*\",", "")
                : sample;
        assertThat(sample.lines()).hasSize(540);
        assertThat(Files.readString(out("again.jsonl")).replaceAll("\"id\":\"\\d+\",", ""))
                .isEqualTo(held);
    }
}
