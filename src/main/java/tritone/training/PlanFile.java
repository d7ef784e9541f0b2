package tritone.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tritone.files.WholeFile;

/** A plan as YAML: a setting's name and its value in each line. What a file leaves out is for the preset to say. */
public final class PlanFile {
    /** What the file is called in a model's folder. */
    public static final String NAME = "plan.yaml";

    private static final long MOST_BYTES = 1 << 20;
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES));

    private PlanFile() {}

    /** Writes the whole file or nothing. */
    public static void write(Map<Setting, String> settings, Path file) throws IOException {
        Map<String, String> named = new LinkedHashMap<>();
        settings.forEach((setting, value) -> named.put(setting.toString(), value));
        WholeFile.write(file, part -> Files.writeString(part, YAML.writeValueAsString(named)));
    }

    /** Reads a file; its values are checked when they become a plan. */
    public static Map<Setting, String> read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new PlanFormatException(file, "expected at most " + MOST_BYTES + " bytes");
        }
        JsonNode root = parse(file);
        if (root == null || !root.isObject()) {
            throw new PlanFormatException(file, "expected lines of \"setting: value\"");
        }
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        root.properties().forEach(entry -> settings.put(setting(file, entry.getKey()), value(file, entry)));
        return settings;
    }

    private static JsonNode parse(Path file) throws IOException {
        try {
            return YAML.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + " ";
            throw new PlanFormatException(file, where + "is no YAML");
        }
    }

    private static Setting setting(Path file, String name) {
        return Arrays.stream(Setting.values())
                .filter(setting -> setting.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new PlanFormatException(file, "there is no setting called " + name));
    }

    /** A list, as of class weights, is written with commas in settings. */
    private static String value(Path file, Map.Entry<String, JsonNode> entry) {
        JsonNode value = entry.getValue();
        if (value.isArray()) {
            return java.util.stream.StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(","));
        }
        if (!value.isValueNode() || value.isNull()) {
            throw new PlanFormatException(file, entry.getKey() + " must have one value");
        }
        return value.asText();
    }
}
