package tritone.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The schema that {@code comparison.json} is published with. */
public final class ComparisonSchema {
    private static final JsonSchema SCHEMA = read();

    private ComparisonSchema() {}

    private static JsonSchema read() {
        try (InputStream in = Json.class.getResourceAsStream("comparison.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The comparison has all that the schema promises, and nothing else. */
    public static void assertFits(JsonNode comparison) {
        assertThat(SCHEMA.validate(comparison)).isEmpty();
    }
}
