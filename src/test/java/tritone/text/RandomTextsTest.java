package tritone.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every step, alone and with others, on texts of words in many scripts, marks, markup, emoji and noise. */
class RandomTextsTest {
    private static final String[] PIECES = {
        "The",
        "film's",
        "didn't",
        "running",
        "<br />",
        "<b>",
        "&amp;",
        "&#39;",
        "www.example.org/a?b=1",
        "1,000",
        ":-)",
        "nicht",
        "Filme",
        "\u00fcbergr\u00f6\u00dfe",
        "l'\u00e9t\u00e9",
        "qu\u2019il",
        "a\u00e7\u0131k",
        "\u0130stanbul",
        "\u0444\u0438\u043b\u044c\u043c\u044b",
        "\u03c4\u03b1\u03b9\u03bd\u03af\u03b5\u03c2",
        "\u0627\u0644\u0641\u064a\u0644\u0645",
        "\u0640\u0640",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u092b\u093c\u093f\u0932\u094d\u092e\u0947\u0902",
        "\u0e20\u0e32\u0e1e\u0e22\u0e19\u0e15\u0e23\u0e4c\u0e14\u0e35\u0e21\u0e32\u0e01",
        "\u65e5\u672c\u306e\u6620\u753b",
        "\ud55c\uad6d\uc601\ud654\ub294",
        "\uc548",
        "\u0b9a\u0bbf\u0ba9\u0bbf\u0bae\u0bbe",
        "\u0c38\u0c3f\u0c28\u0c3f\u0c2e\u0c3e",
        "\ud83d\ude0d",
        "\ud83d\udc4d\ud83c\udffd",
        "\ud83c\udde9\ud83c\uddea",
        "\ud83c\udde9",
        "1\ufe0f\u20e3",
        "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
        "\u2764\ufe0f",
        "\u200d",
        "\ufe0f",
        "\ud83c\udffd",
        "\u20e3",
        "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f",
        "\u0301",
        "\u00ad",
        "\ufeff",
        "\u0000",
        "\u0085",
        "\u2028",
        "\ud800",
        "\udc00",
        "...",
        "!!!",
        "'",
        "-",
        "\n",
        "\t",
        " ",
        " ",
        " "
    };

    private static final List<String> TOKENIZERS =
            new ArrayList<>(List.of("simple", "english", "standard", "whitespace"));
    private static final List<String> FILTERS = new ArrayList<>(List.of(
            "contractions",
            "urls",
            "emoji",
            "emoticons",
            "numbers",
            "lowercase",
            "ascii",
            "stop",
            "stem",
            "ngrams:2",
            "ngrams:5",
            "chargrams:1-1",
            "chargrams:3-5",
            "chargrams:1-10",
            "stop=the|film%27s",
            "synonyms=the%20film>it;nicht|1%2C000>not|never;%21%21%21>%3F"));

    static {
        for (StepForm form : StepForm.all()) {
            String word = form.form().split(":")[0];
            for (String choice : form.choices()) {
                (word.startsWith("lucene") ? TOKENIZERS : FILTERS).add(word + ":" + choice);
            }
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i >= 0; i--) {
            switch (random.nextInt(8)) {
                case 0 -> text.append((char) random.nextInt(0x10000));
                case 1 -> text.appendCodePoint(random.nextInt(0x110000));
                case 2 -> text.append((char) ('a' + random.nextInt(26)));
                default -> text.append(PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return text.toString();
    }

    private static String chain(Random random) {
        StringBuilder chain = new StringBuilder(random.nextBoolean() ? "html," : "");
        chain.append(TOKENIZERS.get(random.nextInt(TOKENIZERS.size())));
        for (int i = random.nextInt(5); i > 0; i--) {
            chain.append(',').append(FILTERS.get(random.nextInt(FILTERS.size())));
        }
        return chain.toString();
    }

    private static void assertSound(String chain, List<Token> tokens, String text) {
        for (Token token : tokens) {
            assertThat(token.text()).as(chain).isNotEmpty();
            assertThat(token.start()).as(chain + " " + token).isBetween(0, token.end());
            assertThat(token.end()).as(chain + " " + token).isLessThanOrEqualTo(text.length());
            assertThat(token.text()).as(chain).doesNotContain("\n", "\t");
        }
    }

    /** The same analyzer goes on from text to text; what it kept of one must not be seen in another. */
    private static void assertSoundOn(String chain, Random random, int texts) {
        TextAnalyzer used = new TextAnalyzer(Chain.parse(chain));
        for (int i = 0; i < texts; i++) {
            String text = text(random);
            List<Token> tokens = used.tokens(text);

            assertSound(chain, tokens, text);
            assertThat(tokens).as(chain).isEqualTo(new TextAnalyzer(Chain.parse(chain)).tokens(text));
        }
    }

    @Test
    void everyTokenizerIsSound() {
        for (String tokenizer : TOKENIZERS) {
            assertSoundOn(tokenizer, new Random(1), 60);
            assertSoundOn("html," + tokenizer, new Random(2), 60);
        }
    }

    @Test
    void everyFilterIsSound() {
        for (String filter : FILTERS) {
            assertSoundOn("simple," + filter, new Random(3), 60);
            assertSoundOn(
                    "html,whitespace,lowercase".replace(",lowercase", filter.equals("lowercase") ? "" : ",lowercase")
                            + "," + filter,
                    new Random(4),
                    60);
        }
    }

    @Test
    void stepsAreSoundTogether() {
        Random random = new Random(5);
        int sound = 0;
        while (sound < 400) {
            String chain = chain(random);
            try {
                Chain.parse(chain);
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).containsAnyOf("a step may stand only once", "synonyms must stand before");
                continue;
            }
            assertSoundOn(chain, random, 3);
            sound++;
        }
    }
}
