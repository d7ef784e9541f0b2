package tritone.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharacterFaultsTest {
    @Test
    void eachKindIsToldWhereItBegins() {
        assertThat(CharacterFaults.of("ab\u0007c<br />d\ufffde\u001b"))
                .isEqualTo(Map.of(Kind.CONTROL_CHARACTER, 2, Kind.MARKUP, 4, Kind.LOST_CHARACTER, 11));
        assertThat(CharacterFaults.of("dash \u0096 here")).isEqualTo(Map.of(Kind.CONTROL_CHARACTER, 5));
        assertThat(CharacterFaults.of("caf\u00c3\u00a9")).isEqualTo(Map.of(Kind.MOJIBAKE, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a <b>b</b>", "a &amp; b", "&#39;s", "<!-- x -->", "</p>", "&#x27;"})
    void tagsAndEntitiesAreMarkup(String text) {
        assertThat(CharacterFaults.of(text)).containsOnlyKeys(Kind.MARKUP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I <3 it", "R&B; no", "3 < 4 > 2", "Q&A", "tab\tline\r\nend", "<", "&", "&&;", ""})
    void signsAloneAreNot(String text) {
        assertThat(CharacterFaults.of(text)).isEmpty();
    }
}
