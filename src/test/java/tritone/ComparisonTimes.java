package tritone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;

/** A comparison as it was handed on, but for its times. */
public final class ComparisonTimes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ComparisonTimes() {}

    /** What must be the same whenever the same command is run. */
    public static JsonNode without(Path file) throws IOException {
        return without(JSON.readTree(file.toFile()));
    }

    private static JsonNode without(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("times");
        }
        node.forEach(ComparisonTimes::without);
        return node;
    }
}
