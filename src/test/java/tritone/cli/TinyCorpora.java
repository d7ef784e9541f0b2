package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import tritone.files.Sha256;

/** Reviews that one word decides, models of them, and what commands print of them. */
final class TinyCorpora {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String[] FILLERS = {"The", "film", "was", "a", "plot,", "actor", "Scene", "and"};

    private TinyCorpora() {}

    /** A table of id, label and text; the labels take turns and each has a word of its own. */
    static Path decided(Path file, int count, String... labels) throws IOException {
        Random random = new Random(5);
        StringBuilder rows = new StringBuilder("id\tlabel\ttext\n");
        for (int i = 0; i < count; i++) {
            List<String> words = new ArrayList<>();
            for (int word = 0; word < 4 + random.nextInt(6); word++) {
                words.add(FILLERS[random.nextInt(FILLERS.length)]);
            }
            words.add(random.nextInt(words.size()), "sign" + "abcdefg".charAt(i % labels.length));
            rows.append("r")
                    .append(i)
                    .append('\t')
                    .append(labels[i % labels.length])
                    .append('\t');
            rows.append(String.join(" ", words)).append('\n');
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.writeString(file, rows);
    }

    /** Groups of four neighbours for the ids of a corpus. */
    static Path groups(Path file, int count) throws IOException {
        StringBuilder rows = new StringBuilder("id\tgroup\n");
        for (int i = 0; i < count; i++) {
            rows.append("r").append(i).append("\tg").append(i / 4).append('\n');
        }
        return Files.writeString(file, rows);
    }

    /** Trains and expects that it works. */
    static void train(Path output, Object... arguments) {
        List<Object> words = new ArrayList<>(List.of("train", "--output", output));
        words.addAll(List.of(arguments));
        Cli.Result result = Cli.run(words.toArray());
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    /** What a command prints, if it is one object and nothing else. */
    static JsonNode json(Object... arguments) throws IOException {
        Cli.Result result = Cli.run(arguments);
        assertThat(result.exitCode()).as(result.err()).isZero();
        return json(result);
    }

    static JsonNode json(Cli.Result result) throws IOException {
        assertThat(result.out()).startsWith("{\n").endsWith("\n}\n");
        return JSON.readTree(result.out());
    }

    /** One sentence, and no more. */
    static void assertFails(int exitCode, String sentence, Object... arguments) {
        Cli.Result result = Cli.run(arguments);
        assertThat(result.err()).startsWith("tritone: " + sentence + "\n");
        assertThat(result.err().lines().skip(1)).allMatch(line -> line.startsWith("Try 'tritone "));
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(exitCode);
    }

    /** What two files of weights share only if every byte is the same. */
    static String weights(Path model) throws IOException {
        return new Sha256().addFile(model.resolve("model.safetensors")).hex();
    }

    static long weightBytes(Path model) throws IOException {
        return Files.size(model.resolve("model.safetensors"));
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
