package tritone.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** One-line assertions about chains. */
final class Tokens {
    private Tokens() {}

    static List<String> of(String chain, String text) {
        return new TextAnalyzer(Chain.parse(chain))
                .tokens(text).stream().map(Token::text).toList();
    }

    static void assertTokens(String chain, String text, String... tokens) {
        assertThat(of(chain, text)).as(chain + ": " + text).containsExactly(tokens);
    }
}
