package tritone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tritone.model.Refusal.refused;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.network.CellKind;

/** {@code config.json} as text: fields, nesting, encoding, and files too large to be read. */
class HostileJsonTest {
    @TempDir
    private Path folder;

    private Spoilt model(CellKind kind) throws IOException {
        return Refusal.model(kind, folder);
    }

    @Test
    void wantsEveryFieldOnceAndNoOther() throws IOException {
        Spoilt spoilt = model(CellKind.LSTM);
        String body = spoilt.body();
        List<String> fields =
                body.lines().filter(line -> line.matches("  +\"[a-z_]+\" : .*")).toList();
        assertThat(fields).hasSizeGreaterThan(60);

        for (String field : fields) {
            String name = field.replaceAll("^ +\"([a-z_]+)\".*", "$1");
            spoilt.writeBody(
                    body.replace(field, field.replace(name, name + "\\u001b")).getBytes(StandardCharsets.UTF_8));
            boolean free = field.contains("\"corpus\"") || field.matches(".*\"(nd4j|lucene|cell)\" : \"[a-z0-9.]+\",?");
            assertThat(free || spoilt.complaint().isPresent())
                    .as("without " + name)
                    .isTrue();
            spoilt.writeBody(
                    body.replace(field, "  \"" + name + "\" : 1,\n" + field).getBytes(StandardCharsets.UTF_8));
            refused(spoilt);
        }
        spoilt.writeBody((body + ",\n  \"\\u001b[2J" + "x".repeat(999) + "\" : {}").getBytes(StandardCharsets.UTF_8));
        assertThat(refused(spoilt)).endsWith("at \\u001b[2J" + "x".repeat(36) + "...");
    }

    @Test
    void takesAConfigurationWhoseFieldsStandInAnotherOrder() throws IOException {
        Spoilt spoilt = model(CellKind.LSTM);
        spoilt.config(root -> {
            List<String> names = new java.util.ArrayList<>();
            root.fieldNames().forEachRemaining(names::add);
            Collections.reverse(names);
            ObjectNode copy = root.deepCopy();
            root.removeAll();
            names.forEach(name -> root.set(name, copy.get(name)));
        });

        assertThat(spoilt.complaint()).isEmpty();
    }

    @Test
    void followsNoNesting() throws IOException {
        Spoilt spoilt = model(CellKind.LSTM);
        String body = spoilt.body();
        for (int depth : new int[] {10, 900, 1100, 1_000_000}) {
            for (String bracket : List.of("[", "{\"a\":")) {
                String nested = bracket.repeat(depth) + "1" + (bracket.equals("[") ? "]" : "}").repeat(depth);
                spoilt.writeBody(body.replace("\"training\" : {", "\"extra\" : " + nested + ", \"training\" : {")
                        .getBytes(StandardCharsets.UTF_8));
                refused(spoilt);
                spoilt.writeBody(body.replace("\"labels\" : [", "\"labels\" : [" + nested + ", ")
                        .getBytes(StandardCharsets.UTF_8));
                refused(spoilt);
                Files.writeString(spoilt.file("config.json"), bracket.repeat(depth));
                refused(spoilt);
            }
        }
    }

    /** Many small things, each of which could become an object. */
    @ParameterizedTest
    @ValueSource(strings = {"{},", "[],", "\"\",", "1.5,", "[[{}]],", "{\"a\":1},"})
    void takesNoMoreMemoryThanSomeTimesTheFile(String small) throws IOException {
        Spoilt spoilt = model(CellKind.LSTM);
        String many = small.repeat((2 << 20) / small.length());
        spoilt.text(body -> body.replace("\"format\" : 2", "\"format\" : 2, \"extra\" : [" + many + "1]"));

        refused(spoilt);
    }

    @Test
    void takesNoMoreMemoryThanSomeTimesTheFileForManyNames() throws IOException {
        Spoilt spoilt = model(CellKind.LSTM);
        String names = IntStream.range(0, 1 << 17)
                .mapToObj(i -> "\"" + Integer.toString(i, 36) + "\":1,")
                .collect(Collectors.joining());
        spoilt.text(body -> body.replace("\"format\" : 2", "\"format\" : 2, " + names + "\"extra\" : 1"));

        assertThat(refused(spoilt)).startsWith("/config.json: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "README.md", "vocab.txt", "model.safetensors"})
    void readsNoFileThatIsLargerThanMemory(String name) throws IOException {
        Spoilt spoilt = model(CellKind.LSTM);
        // Sparse: takes no room on disk where that is possible.
        try (RandomAccessFile file = new RandomAccessFile(spoilt.file(name).toFile(), "rw")) {
            file.setLength(5L << 30);
        }

        if (name.equals("README.md")) {
            assertThatThrownBy(() -> ModelFolder.card(spoilt.folder()))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessage(spoilt.file(name) + ": expected at most 16777216 bytes but found 5368709120");
        } else {
            assertThat(spoilt.complaint().orElseThrow()).startsWith("/" + name + ": expected ");
        }
    }

    @Test
    void readsAConfigurationInNoOtherEncoding() throws IOException {
        Spoilt spoilt = model(CellKind.LSTM);
        String text = Files.readString(spoilt.file("config.json"));
        for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Files.write(spoilt.file("config.json"), text.getBytes(charset));
            refused(spoilt);
        }
        Files.writeString(spoilt.file("config.json"), "\ufeff" + text);
        refused(spoilt);
        spoilt.writeBody(text.replace("films.tsv", "m\u00f6we")
                .substring(0, text.lastIndexOf(",\n"))
                .getBytes(StandardCharsets.ISO_8859_1));
        refused(spoilt);
    }
}
