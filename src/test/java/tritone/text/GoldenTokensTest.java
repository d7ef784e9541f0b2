package tritone.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Models name the chain that made their tokens, so a chain must give the same ones for ever, whatever version a library
 * has. A line of this file is never changed; new steps add lines.
 */
class GoldenTokensTest {
    private static final String FILE = "golden-tokens.jsonl";

    @Test
    void everyChainGivesTheTokensItGaveWhenItWasReleased() throws IOException {
        ObjectMapper json = new ObjectMapper();
        int lines = 0;
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(GoldenTokensTest.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode golden = json.readTree(line);
                List<String> expected = new ArrayList<>();
                golden.get("tokens").forEach(token -> expected.add(token.asText()));

                assertThat(Tokens.of(
                                golden.get("chain").asText(), golden.get("text").asText()))
                        .as(line)
                        .isEqualTo(expected);
                lines++;
            }
        }
        assertThat(lines).isEqualTo(261);
    }
}
