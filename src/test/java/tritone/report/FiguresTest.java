package tritone.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({"0.8734, 87.3 %", "1, 100.0 %", "0, 0.0 %", "-0.0019, -0.2 %", "NaN, \u2013", "Infinity, \u2013"})
    void sharesAreInPerCentWithOneDecimal(double share, String written) {
        assertThat(Figures.percent(share)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0; 0",
                "-0.0; 0",
                "7; 7",
                "1234567; 1,234,567",
                "-1234; -1,234",
                "1234.56; 1,235",
                "999.96; 1,000",
                "999.94; 999.9",
                "0.41234; 0.4123",
                "12.3456; 12.35",
                "0.5; 0.5",
                "0.00012345; 0.0001235",
                "0.0000123; 1.230e-05",
                "2.5e17; 2.500e+17",
                "NaN; \u2013"
            })
    void numbersHaveAsManyDigitsAsTheyNeed(double value, String written) {
        assertThat(Figures.number(value)).isEqualTo(written);
    }

    @Test
    void anAxisSaysHow() {
        assertThat(Figures.on(Axis.of("share", Axis.Format.PERCENT), 0.5)).isEqualTo("50.0 %");
        assertThat(Figures.on(Axis.log("tokens", Axis.Format.NUMBER), 0.5)).isEqualTo("0.5");
        assertThat(Figures.on(Axis.of("part", List.of("first", "second")), 1)).isEqualTo("second");
        assertThat(Figures.on(Axis.of("part", List.of("first", "second")), 2)).isEqualTo(Figures.NONE);
        assertThat(Figures.on(Axis.of("part", List.of("first")), Double.NaN)).isEqualTo(Figures.NONE);
    }
}
