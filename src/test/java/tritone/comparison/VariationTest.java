package tritone.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.training.Setting;

class VariationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "window=16,64,all   | WINDOW    | 16 64 all",
                "clip=none,1        | CLIP_NORM | none 1",
                "clip-value=none,1  | CLIP_VALUE| none 1",
                "recurrent-init = xavier , identity | RECURRENT_INIT | xavier identity",
                "units=8            | UNITS     | 8"
            })
    void readsASettingByItsNameOrItsFirstWord(String text, Setting setting, String values) {
        Variation variation = Variation.of(text);

        assertThat(variation.setting()).isEqualTo(setting);
        assertThat(variation.values()).containsExactly(values.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"window", "nothing=1", "seed=1,2", "cell=gru", "corpus=a", "validation=0.1,0.2", "cli=1", "="})
    void refusesWhatNoContendersCouldDifferIn(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Variation.of(text));
    }

    @Test
    void refusesTheSameValueTwiceAndNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Variation.of("window=16,16"))
                .withMessageContaining("different values");
        assertThatIllegalArgumentException().isThrownBy(() -> Variation.of("window=16,"));
    }
}
