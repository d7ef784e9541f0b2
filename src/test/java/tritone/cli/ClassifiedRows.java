package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tritone.model.ModelFolder;
import tritone.model.TinyModels;
import tritone.network.CellKind;

/** What {@code tritone classify} printed, row by row. */
record ClassifiedRows(int exitCode, List<JsonNode> rows, String err) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Runs it, with JSON Lines as its result. */
    static ClassifiedRows run(Object... arguments) throws IOException {
        List<Object> words = new ArrayList<>(List.of("classify"));
        words.addAll(List.of(arguments));
        Cli.Result result = Cli.run(words.toArray());
        return new ClassifiedRows(result.exitCode(), parsed(result.out()), result.err());
    }

    /** Objects, each in a line that ends. */
    static List<JsonNode> parsed(String lines) throws IOException {
        assertThat(lines.isEmpty() || lines.endsWith("\n")).as("whole lines").isTrue();
        List<JsonNode> rows = new ArrayList<>();
        for (String line : lines.split("\n")) {
            if (!lines.isEmpty()) {
                rows.add(JSON.readTree(line));
            }
        }
        return rows;
    }

    /** The values under this name; null where a row has none. */
    List<String> all(String name) {
        List<String> values = new ArrayList<>();
        rows.forEach(row -> values.add(row.has(name) ? row.get(name).asText() : null));
        return values;
    }

    List<String> ids() {
        return all("id");
    }

    /** A model that knows the words the, film, was, dull and lovely. */
    static Path tinyModel(Path folder, CellKind kind, int classes) throws IOException {
        ModelFolder.write(TinyModels.of(kind, classes), folder, ModelFolder.More.NOTHING);
        return folder;
    }
}
