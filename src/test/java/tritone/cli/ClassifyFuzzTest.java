package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tritone.network.CellKind;

/**
 * Spoilt rows of every layout, plain and gzipped: whatever stands in a row, it has one outcome, in its place. {@code mvn
 * test -Dtest=ClassifyFuzzTest -Dtritone.fuzz.rows=100000} tries many more rows.
 */
class ClassifyFuzzTest {
    private static final int ROWS =
            Integer.getInteger("tritone.fuzz.rows", 2000) / (2 * HostileRows.Layout.values().length);

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Path model;

    @BeforeAll
    static void writeModel() throws IOException {
        model = ClassifiedRows.tinyModel(shared.resolve("tiny"), CellKind.SIMPLE_RNN, 2);
    }

    @ParameterizedTest
    @EnumSource
    void everyRowHasOneOutcomeInItsPlace(HostileRows.Layout layout) throws IOException {
        for (boolean zipped : new boolean[] {false, true}) {
            HostileRows rows = HostileRows.of(layout, ROWS, 17 + 2 * layout.ordinal() + (zipped ? 1 : 0));
            Path input = write(rows, zipped);

            List<JsonNode> told = outcomes(rows, input);

            assertOthersAgree(told, input);
        }
    }

    private Path write(HostileRows rows, boolean zipped) throws IOException {
        String zip = zipped ? ".gz" : "";
        if (rows.layout() != HostileRows.Layout.FILES) {
            return write(folder.resolve("rows." + rows.layout().ending + zip), rows.bytes(), zipped);
        }
        Path texts = Files.createDirectory(folder.resolve(zipped ? "zipped" : "plain"));
        for (int i = 0; i < rows.rows().size(); i++) {
            write(texts.resolve(fileName(i, zip)), rows.rows().get(i), zipped);
        }
        return texts;
    }

    private static String fileName(int number, String zip) {
        return 1_000_000 + number + ".txt" + zip;
    }

    private static Path write(Path file, byte[] bytes, boolean zipped) throws IOException {
        if (!zipped) {
            return Files.write(file, bytes);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return Files.write(file, out.toByteArray());
    }

    /** With a row for every bad one. */
    private static List<JsonNode> outcomes(HostileRows rows, Path input) throws IOException {
        ClassifiedRows told = ClassifiedRows.run("--model", model, "--on-error", "row", input);
        List<Integer> counted = rows.counted();
        assertThat(told.rows()).as(told.err()).hasSameSizeAs(counted);
        for (int i = 0; i < counted.size(); i++) {
            JsonNode outcome = told.rows().get(i);
            boolean bad = outcome.has("error");
            assertThat(outcome.has("label")).isNotEqualTo(bad);
            assertThat(outcome.get("id").asText()).isEqualTo(name(rows, counted.get(i), bad, input));
            if (rows.isBad(counted.get(i)) || rows.isGood(counted.get(i))) {
                assertThat(bad).as("row " + counted.get(i)).isEqualTo(rows.isBad(counted.get(i)));
            }
        }
        assertThat(told.exitCode()).isEqualTo(told.rows().stream().anyMatch(row -> row.has("error")) ? 4 : 0);
        return told.rows();
    }

    private static String name(HostileRows rows, int row, boolean bad, Path input) {
        if (rows.layout() == HostileRows.Layout.FILES) {
            return fileName(row, input.endsWith("zipped") ? ".gz" : "");
        }
        return rows.layout().ids && !bad ? "r" + row : Integer.toString(row + 1);
    }

    private static void assertOthersAgree(List<JsonNode> told, Path input) throws IOException {
        List<JsonNode> good = told.stream().filter(row -> !row.has("error")).toList();
        ClassifiedRows skipped = ClassifiedRows.run("--model", model, "--on-error", "skip", input);
        assertThat(skipped.rows()).isEqualTo(good);
        assertThat(skipped.exitCode()).isEqualTo(good.size() < told.size() ? 4 : 0);

        List<JsonNode> start = new ArrayList<>(told);
        int firstBad = told.indexOf(
                told.stream().filter(row -> row.has("error")).findFirst().orElse(null));
        ClassifiedRows failed = ClassifiedRows.run("--model", model, input);
        assertThat(failed.rows()).isEqualTo(firstBad < 0 ? start : start.subList(0, firstBad));
        if (firstBad >= 0) {
            assertThat(failed.err())
                    .isEqualTo("tritone: " + told.get(firstBad).get("error").asText() + "\n");
            assertThat(failed.exitCode()).isEqualTo(1);
        }
    }
}
