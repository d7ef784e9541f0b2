package tritone.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tritone.corpus.Quote;
import tritone.files.WholeFile;

/** A plan as YAML: a setting's name and its value in each line. What a file leaves out is for the preset to say. */
public final class PlanFile {
    /** What the file is called in a model's folder. */
    public static final String NAME = "plan.yaml";

    private static final long MOST_BYTES = 1 << 20;
    private static final ObjectMapper READER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectMapper WRITER = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .stringQuotingChecker(new Quoting())
            .build());

    private PlanFile() {}

    /** Quotes what would be read as another text: 1e-3 is the number 0.001 to YAML, and so are 1_000 and 0x10 numbers. */
    private static final class Quoting extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1;

        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value) || !value.equals(unquoted(value));
        }

        private static String unquoted(String value) {
            try {
                return READER.readTree(value).asText();
            } catch (JsonProcessingException e) {
                return "";
            }
        }
    }

    /** Writes the whole file or nothing. */
    public static void write(Map<Setting, String> settings, Path file) throws IOException {
        Map<String, String> named = new LinkedHashMap<>();
        settings.forEach((setting, value) -> named.put(setting.toString(), value));
        WholeFile.write(file, part -> Files.writeString(part, WRITER.writeValueAsString(named)));
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
        Settings.completeOlder(settings);
        return settings;
    }

    private static JsonNode parse(Path file) throws IOException {
        try {
            return READER.readTree(file.toFile());
        } catch (MismatchedInputException e) {
            throw new PlanFormatException(file, where(e) + "says again what was said before, or begins a second plan");
        } catch (JsonProcessingException e) {
            throw new PlanFormatException(file, where(e) + "is no YAML");
        }
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + " ";
    }

    private static Setting setting(Path file, String name) {
        return Arrays.stream(Setting.values())
                .filter(setting -> setting.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new PlanFormatException(file, "there is no setting called " + Quote.of(name)));
    }

    /** A list, as of class weights, is written with commas in settings. */
    private static String value(Path file, Map.Entry<String, JsonNode> entry) {
        JsonNode value = entry.getValue();
        List<JsonNode> values = new ArrayList<>();
        (value.isArray() ? value : List.of(value)).forEach(values::add);
        if (!values.stream().allMatch(one -> one.isValueNode() && !one.isNull())) {
            throw new PlanFormatException(file, entry.getKey() + " must have one value or a plain list");
        }
        return values.stream().map(JsonNode::asText).collect(Collectors.joining(","));
    }
}
