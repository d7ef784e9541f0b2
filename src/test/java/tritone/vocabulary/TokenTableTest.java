package tritone.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenTableTest {
    @Test
    void numbersTokensAsAMapOfStringsWould() {
        Random random = new Random(7);
        Map<String, Integer> expected = new HashMap<>();
        TokenTable table = new TokenTable();
        for (int i = 0; i < 300_000; i++) {
            String token = Integer.toString(random.nextInt(100_000), 2 + random.nextInt(30)) + "\u00e9".repeat(i % 3);
            int number = table.findOrAdd(token.toCharArray(), token.length());

            assertThat(number).isEqualTo(expected.computeIfAbsent(token, key -> expected.size()));
        }

        assertThat(table.size()).isEqualTo(expected.size());
        expected.forEach((token, number) -> {
            assertThat(table.find(token.toCharArray(), token.length())).isEqualTo(number);
            assertThat(table.token(number)).isEqualTo(token);
        });
        assertThat(table.find("nowhere!".toCharArray(), 8)).isEqualTo(-1);
    }

    @Test
    void looksAtNoMoreThanTheLength() {
        TokenTable table = new TokenTable();

        int number = table.findOrAdd("greatest".toCharArray(), 5);

        assertThat(table.token(number)).isEqualTo("great");
        assertThat(table.find("great".toCharArray(), 5)).isEqualTo(number);
        assertThat(table.find("greatest".toCharArray(), 8)).isEqualTo(-1);
    }

    @Test
    void takesTokensFromAnotherTable() {
        TokenTable first = new TokenTable();
        first.findOrAdd("a".toCharArray(), 1);
        first.findOrAdd("bc".toCharArray(), 2);
        TokenTable second = new TokenTable();

        assertThat(second.findOrAdd(first, 1)).isZero();
        assertThat(second.token(0)).isEqualTo("bc");
    }

    @Test
    void refusesATokenLongerThanAPage() {
        assertThatThrownBy(() -> new TokenTable().findOrAdd(new char[1 << 16], 1 << 16))
                .hasMessage("a token must be shorter than 65536 characters but was 65536");
    }
}
