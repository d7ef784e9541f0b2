package tritone.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tritone.Python;

/** What Arrow's own library makes of the Parquet files written here, where Python has it. */
class PythonParquetTest {
    private static final Path SCRIPT = Path.of("src/test/python/parquet_files.py");

    @TempDir
    private Path folder;

    @BeforeAll
    static void python() throws InterruptedException {
        Python.assumeHas("pyarrow.parquet");
    }

    private List<String> shown(Path file) throws IOException, InterruptedException {
        Path out = folder.resolve("rows.jsonl");
        Process process = new ProcessBuilder("python3", SCRIPT.toString(), "--show", file.toString())
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("has ended").isTrue();
        assertThat(Files.readString(folder.resolve("errors"))).isEmpty();
        return Files.readAllLines(out);
    }

    @Test
    void arrowReadsWhatIsWritten() throws IOException, InterruptedException {
        Path file = folder.resolve("x.parquet");
        String hard = "a\tb\r\n\"c\" \\ \ufeff \u2028 \ud83c\udfac e\u0301 \0";
        int reviews = 2000;
        try (ReviewWriter writer = ReviewWriter.open(file, CorpusFormat.PARQUET, Escapes.NONE)) {
            for (int i = 0; i < reviews; i++) {
                // Long enough for several groups of rows.
                String text = hard + " " + i + (i % 200 == 199 ? " again".repeat(300_000) : "");
                writer.write(new Review(
                        "r" + i,
                        i == 7 ? "" : text,
                        i % 3 == 2 ? Optional.empty() : Optional.of(i % 3 == 0 ? "neg" : "pos"),
                        i % 4 == 3 ? OptionalDouble.empty() : OptionalDouble.of(i % 10 + 0.5),
                        i % 5 == 4 ? Optional.empty() : Optional.of("film " + i / 5)));
            }
            writer.finish();
        }
        List<Review> written = CorpusFiles.read(file);

        List<String> rows = shown(file);

        assertThat(rows).hasSize(reviews);
        assertThat(written).hasSize(reviews);
        for (int i = 0; i < reviews; i++) {
            JsonNode row = new ObjectMapper().readTree(rows.get(i));
            Review review = written.get(i);
            assertThat(row.fieldNames()).toIterable().containsExactly("id", "label", "rating", "group", "text");
            assertThat(row.get("id").asText()).isEqualTo("r" + i);
            assertThat(row.get("text").asText()).isEqualTo(review.text());
            assertThat(row.get("label").asText(null)).isEqualTo(review.label().orElse(null));
            assertThat(row.get("rating").isNull()).isEqualTo(review.rating().isEmpty());
            assertThat(row.get("rating").asDouble()).isEqualTo(review.rating().orElse(0));
            assertThat(row.get("group").asText(null)).isEqualTo(review.group().orElse(null));
        }
        assertThat(written.get(0).text()).isEqualTo(hard + " 0");
        assertThat(written.get(7).text()).isEmpty();
    }
}
