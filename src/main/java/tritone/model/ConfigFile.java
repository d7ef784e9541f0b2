package tritone.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code config.json}: everything about a model but its weights and words. Its last line but one is a sum over those above. */
final class ConfigFile {
    static final String NAME = "config.json";
    static final int FORMAT = 1;

    private static final long MOST_BYTES = 1 << 24;
    private static final Pattern SUM =
            Pattern.compile("(.*),\\R  \"checksum\" : \"([0-9a-f]{8})\"\\R}\\R?", Pattern.DOTALL);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ConfigFile() {}

    /**
     * What the file holds.
     *
     * @param files sums of the others, by name
     */
    record Config(
            int format,
            Architecture architecture,
            Training training,
            Provenance provenance,
            Map<String, Checksums> files) {}

    static void write(Config config, Path file) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        String json = JSON.writer(printer).writeValueAsString(config);
        String body = json.substring(0, json.lastIndexOf("\n}"));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Files.writeString(file, body + ",\n  \"checksum\" : \"" + Checksums.crc32c(bytes, bytes.length) + "\"\n}\n");
    }

    static Config read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new ModelFormatException(
                    file, "expected at most " + MOST_BYTES + " bytes but found " + Files.size(file));
        }
        byte[] bytes = Files.readAllBytes(file);
        JsonNode root = parse(bytes, file);
        int format = root.path("format").asInt(0);
        if (format > FORMAT) {
            throw new ModelFormatException(
                    file, "was written by a newer Tritone, in format " + format + "; this one reads up to " + FORMAT);
        }
        if (format < 1) {
            throw new ModelFormatException(file, "is no model's: there is no format number in it");
        }
        checkSum(new String(bytes, StandardCharsets.ISO_8859_1), file);
        return config(root, file);
    }

    private static JsonNode parse(byte[] bytes, Path file) {
        try {
            JsonNode root = JSON.readTree(bytes);
            if (root != null && root.isObject()) {
                return root;
            }
        } catch (IOException e) {
            // Said below: what a parser says of damaged bytes helps no one.
        }
        throw new ModelFormatException(file, "is cut or damaged: it is no JSON object");
    }

    /** Bytes as characters: the sum is over bytes. */
    private static void checkSum(String text, Path file) {
        Matcher matcher = SUM.matcher(text);
        if (!matcher.matches()) {
            throw new ModelFormatException(file, "does not end in its checksum");
        }
        byte[] body = matcher.group(1).getBytes(StandardCharsets.ISO_8859_1);
        if (!Checksums.crc32c(body, body.length).equals(matcher.group(2))) {
            throw new ModelFormatException(file, "is not as it was written: its checksum differs");
        }
    }

    private static Config config(JsonNode root, Path file) {
        try {
            ((com.fasterxml.jackson.databind.node.ObjectNode) root).remove("checksum");
            return JSON.treeToValue(root, Config.class);
        } catch (ValueInstantiationException e) {
            throw new ModelFormatException(file, String.valueOf(e.getCause().getMessage()));
        } catch (JsonProcessingException e) {
            throw new ModelFormatException(file, "does not hold what a model's must");
        }
    }
}
