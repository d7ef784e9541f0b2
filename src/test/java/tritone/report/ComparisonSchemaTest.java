package tritone.report;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ComparisonSchemaTest {
    @Test
    void refusesWhatIsNoComparison() {
        ObjectNode nothing = new ObjectMapper().createObjectNode().put("format", 1);

        assertThatThrownBy(() -> ComparisonSchema.assertFits(nothing)).hasMessageContaining("conclusions");
    }
}
