package tritone.text;

import static org.assertj.core.api.Assertions.assertThat;
import static tritone.text.Tokens.assertTokens;

import java.io.IOException;
import java.io.StringReader;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmojiTest {
    private static final String HEART_EYES = "\ud83d\ude0d";
    private static final String NAME = ":smiling_face_with_heart_shaped_eyes:";
    private static final String FAMILY = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67";

    @ParameterizedTest
    @CsvSource({
        "\u263a, :white_smiling_face:",
        "\u2764\ufe0f, :heavy_black_heart:",
        "\u2639\ufe0e, :white_frowning_face:",
        "\ud83d\udc4d\ud83c\udffd, :thumbs_up_sign:",
        "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67, :man_woman_girl:",
        "\ud83e\udd37\ud83c\udffd\u200d\u2640\ufe0f, :shrug:",
        "\u2764\ufe0f\u200d\ud83d\udd25, :heavy_black_heart_fire:",
        "\ud83c\udde9\ud83c\uddea, :flag_de:",
        "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f, :flag_gbeng:",
        "1\ufe0f\u20e3, :keycap_1:",
        "#\u20e3, :keycap_number_sign:"
    })
    void anEmojiIsOneTokenWhateverItIsMadeOf(String emoji, String name) {
        assertTokens("whitespace,emoji", emoji, name);
        assertTokens("whitespace,emoji", emoji + emoji, name, name);
        assertTokens("whitespace,emoji", "a" + emoji + "b", "a", name, "b");
        assertTokens("simple,emoji", emoji, name);
        assertTokens("simple,emoji", "so " + emoji + "!", "so", name, "!");
        assertTokens("english,emoji", "so " + emoji, "so", name);
    }

    /** The standard tokenizer makes tokens of emoji, but none of keys alone. */
    @Test
    void rowsOfEmojiAreTakenApart() {
        String row = HEART_EYES + HEART_EYES + "\ud83c\udde9\ud83c\uddea\ud83c\uddeb\ud83c\uddf7" + FAMILY;
        for (String tokenizer : new String[] {"simple", "whitespace", "standard", "english", "lucene:de"}) {
            assertTokens(tokenizer + ",emoji", row, NAME, NAME, ":flag_de:", ":flag_fr:", ":man_woman_girl:");
        }
    }

    @Test
    void tellsWhereEachStoodInTheText() {
        String text = "wow" + HEART_EYES + FAMILY + "&amp;";

        assertThat(new TextAnalyzer(Chain.parse("html,whitespace,emoji")).tokens(text.substring(0, 13)))
                .containsExactly(new Token("wow", 0, 3), new Token(NAME, 3, 5), new Token(":man_woman_girl:", 5, 13));
        assertThat(new TextAnalyzer(Chain.parse("html,whitespace,emoji")).tokens(text))
                .allMatch(token -> token.start() == 0 && token.end() == text.length());
    }

    @Test
    void whatIsNoEmojiStaysAsItIs() {
        assertTokens(
                "simple,emoji",
                "a \u2605 7 # \ud83c\udde9 \ud83c\udffd",
                "a",
                "\u2605",
                "7",
                "#",
                "\ud83c\udde9",
                "\ud83c\udffd");
        assertTokens(
                "whitespace,emoji",
                "\u0444\u0438\u043b\u044c\u043c \ud55c\uad6d x\u200dy",
                "\u0444\u0438\u043b\u044c\u043c",
                "\ud55c\uad6d",
                "x\u200dy");
        // Of Unicode 14: a Java that is newer than 17 knows its name, and Java 17 does not.
        assertTokens("simple,emoji", "\ud83e\udee0", "\ud83e\udee0");
    }

    @Test
    void aRowWithoutEndIsCut() {
        String endless = (HEART_EYES + "\u200d").repeat(10_000);

        assertThat(Tokens.of("simple,emoji", endless)).hasSizeGreaterThan(1000).allMatch(token -> token.length() < 400);
        assertThat(Tokens.of("whitespace,emoji", endless)).hasSizeGreaterThan(1000);
        assertThat(Tokens.of("simple,emoji", "\ud83c\udde9".repeat(1001))).hasSize(501);
    }

    @Test
    void stepsAfterItLeaveNamesWhole() {
        assertTokens(
                "simple,contractions,urls,emoji,emoticons,numbers,lowercase,ascii,ngrams:2",
                "No " + HEART_EYES + " :(",
                "no",
                NAME,
                "no " + NAME,
                ":(",
                NAME + " :(");
    }

    /** Lucene's tokenizer has Unicode's grammar of words, in which emoji have a place of their own. */
    @Test
    void whatIsAnEmojiHereIsOneForLuceneAndHasAName() throws IOException {
        int[] all = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(Emoji::isEmoji)
                .toArray();

        assertThat(all)
                .hasSizeGreaterThan(1300)
                .contains(0xa9, 0x1f600, 0x1fad6)
                .doesNotContain(0xaa, 0x1f6d8);
        for (int emoji : all) {
            assertThat(isEmojiOfLucene(emoji)).as(Character.getName(emoji)).isTrue();
            assertThat(Tokens.of("simple,emoji", Character.toString(emoji)).get(0))
                    .matches(":[a-z0-9_]+:");
        }
    }

    private static boolean isEmojiOfLucene(int character) throws IOException {
        try (StandardTokenizer lucene = new StandardTokenizer()) {
            TypeAttribute type = lucene.addAttribute(TypeAttribute.class);
            lucene.setReader(new StringReader(Character.toString(character)));
            lucene.reset();
            return lucene.incrementToken() && type.type().equals("<EMOJI>");
        }
    }
}
