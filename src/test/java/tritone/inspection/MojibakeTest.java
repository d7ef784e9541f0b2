package tritone.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {
    @ParameterizedTest
    @ValueSource(strings = {"é", "naïve", "it’s", "“quoted”", "1 €", "für", "Привет", "日本", "the end…", "😀"})
    void whatJavaSpoilsThisWayIsFound(String text) {
        byte[] bytes = ("He said " + text + " twice").getBytes(StandardCharsets.UTF_8);

        assertThat(CharacterFaults.of(new String(bytes, Charset.forName("windows-1252"))))
                .containsKey(Kind.MOJIBAKE);
        assertThat(CharacterFaults.of(new String(bytes, StandardCharsets.ISO_8859_1)))
                .containsKey(Kind.MOJIBAKE)
                .doesNotContainKey(Kind.CONTROL_CHARACTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"à", "où", "HÔTEL", "CAFÉ", "Ô rage", "NOËL", "\ufeffbegin", "20 °"})
    void whatLooksLikeMarksAfterALetterIsFoundAllTheSame(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(CharacterFaults.of(new String(bytes, Charset.forName("windows-1252"))))
                .containsKey(Kind.MOJIBAKE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "L’été déjà, où Noël… «naïveté» ÉTÉ»",
                "Größe, Übermut, „Äpfel“ – ÄÖÜ»",
                "Não, coração, AMANHÃ, ÂNIMO",
                "Það er Ísland",
                "Привет, это кино",
                "Ça coûte 5 € à 20° ½ ±3",
                "日本の映画",
                "« un café\u00a0» et « fatigué…» ; « voilà\u00a0» ; \u00abdéjà\u00bb",
                "o filme “AMANHÔ, «MAÇû e AMANHÃ… ou “amanhã…”",
                "a soft\u00adhyphen and\u00a0space"
            })
    void whatIsMeantIsNot(String text) {
        assertThat(CharacterFaults.of(text)).isEmpty();
    }
}
