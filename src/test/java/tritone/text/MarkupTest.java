package tritone.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;

class MarkupTest {
    private static final String[] PIECES = {
        "<br />",
        "<br/>",
        "<br>",
        "<BR>",
        "<b>",
        "</b>",
        "<",
        ">",
        "&",
        "&amp;",
        "&l",
        "t;",
        "&lt",
        "&G",
        "T ",
        "R&B ",
        "&#65;",
        "& ",
        "&x",
        "word",
        " ",
        "\n",
        "!",
        "<!--",
        "-->",
        "a < b",
        "<3",
        "\u2028",
        "\ud83d\ude00",
        "&&",
        "br />"
    };

    @Test
    void theShortCutGivesWhatLuceneGives() throws IOException {
        Random random = new Random(42);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(8); i >= 0; i--) {
                text.append(PIECES[random.nextInt(random.nextBoolean() ? PIECES.length : 4)]);
            }

            assertThat(tokens(Markup.strip(text.toString())))
                    .as(text.toString())
                    .isEqualTo(tokens(new HTMLStripCharFilter(new StringReader(text.toString()))));
        }
    }

    private static List<Token> tokens(Reader reader) throws IOException {
        List<Token> tokens = new ArrayList<>();
        try (Tokenizer tokenizer = OpenNlpTokenizer.simple()) {
            CharTermAttribute term = tokenizer.getAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokenizer.getAttribute(OffsetAttribute.class);
            tokenizer.setReader(reader);
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                tokens.add(new Token(term.toString(), offset.startOffset(), offset.endOffset()));
            }
            tokenizer.end();
        }
        return tokens;
    }
}
