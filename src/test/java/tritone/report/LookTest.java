package tritone.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tritone.report.Series.Mark;

/** Whether eyes of all kinds tell contenders apart. */
class LookTest {
    /** As far apart as two colours must be at least, in units of CIELAB; about 2 is what can be seen at all. */
    private static final double FAR = 20;

    /** Linear RGB as people see it who lack a kind of cones (Machado, Oliveira and Fernandes 2009, table 1, severity 1). */
    private enum Eyes {
        USUAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
        PROTANOPIA(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
        DEUTERANOPIA(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
        TRITANOPIA(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

        private final double[] matrix;

        Eyes(double... matrix) {
            this.matrix = matrix;
        }

        double[] see(double[] linear) {
            return IntStream.range(0, 3)
                    .mapToDouble(row -> IntStream.range(0, 3)
                            .mapToDouble(column -> matrix[3 * row + column] * linear[column])
                            .sum())
                    .map(value -> Math.max(0, Math.min(1, value)))
                    .toArray();
        }
    }

    private static double[] linear(String hex) {
        return IntStream.of(1, 3, 5)
                .mapToDouble(at -> Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0)
                .map(c -> c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4))
                .toArray();
    }

    private static double luminance(double[] linear) {
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    /** By WCAG 2. */
    private static double contrast(String first, String second) {
        double[] both = Stream.of(first, second)
                .mapToDouble(hex -> luminance(linear(hex)) + 0.05)
                .sorted()
                .toArray();
        return both[1] / both[0];
    }

    /** CIELAB under D65. */
    private static double[] lab(double[] linear) {
        double x = (0.4124 * linear[0] + 0.3576 * linear[1] + 0.1805 * linear[2]) / 0.9505;
        double z = (0.0193 * linear[0] + 0.1192 * linear[1] + 0.9505 * linear[2]) / 1.089;
        double[] f = Arrays.stream(new double[] {x, luminance(linear), z})
                .map(t -> t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116)
                .toArray();
        return new double[] {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
    }

    private static double distance(Eyes eyes, String first, String second) {
        double[] a = lab(eyes.see(linear(first)));
        double[] b = lab(eyes.see(linear(second)));
        return Math.sqrt(IntStream.range(0, 3)
                .mapToDouble(i -> (a[i] - b[i]) * (a[i] - b[i]))
                .sum());
    }

    /** What the page has for each name: of light pages 0, of dark ones 1. */
    private static Map<String, String[]> colours() throws Exception {
        try (InputStream in = LookTest.class.getResourceAsStream("page.css")) {
            Matcher found = Pattern.compile("--([\\w-]+): light-dark\\((#\\w{6}), (#\\w{6})\\)")
                    .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, String[]> colours = new LinkedHashMap<>();
            while (found.find()) {
                colours.put(found.group(1), new String[] {found.group(2), found.group(3)});
            }
            return colours;
        }
    }

    private static String[] tones() {
        return Arrays.stream(Tone.values())
                .map(tone -> Look.of(new Style(tone, 0), Mark.LINE).tone())
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @EnumSource(Eyes.class)
    void noTwoTonesAreTakenForEachOther(Eyes eyes) throws Exception {
        Map<String, String[]> colours = colours();
        for (int theme = 0; theme < 2; theme++) {
            for (int i = 0; i < tones().length; i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(distance(eyes, colours.get(tones()[i])[theme], colours.get(tones()[j])[theme]))
                            .as(tones()[i] + " and " + tones()[j] + (theme == 0 ? ", light" : ", dark"))
                            .isGreaterThan(FAR);
                }
            }
        }
    }

    @Test
    void everyToneAndTextStandsOutFromThePage() throws Exception {
        Map<String, String[]> colours = colours();
        for (int theme = 0; theme < 2; theme++) {
            String paper = colours.get("paper")[theme];
            for (String tone : tones()) {
                assertThat(contrast(colours.get(tone)[theme], paper)).as(tone).isGreaterThanOrEqualTo(3);
            }
            for (String ink : new String[] {"text", "faint", "accent"}) {
                assertThat(contrast(colours.get(ink)[theme], paper)).as(ink).isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    @Test
    void simulatedEyesAreThoseOfThePaper() {
        // Whites and greys stay as they are, red and green come close to each other.
        for (Eyes eyes : Eyes.values()) {
            assertThat(distance(eyes, "#ffffff", "#ffffff")).isZero();
            assertThat(lab(eyes.see(linear("#808080")))[1]).isBetween(-1.0, 1.0);
        }
        assertThat(distance(Eyes.DEUTERANOPIA, "#cc0000", "#6e6a00"))
                .isLessThan(distance(Eyes.USUAL, "#cc0000", "#6e6a00") / 3);
    }

    @ParameterizedTest
    @EnumSource(Mark.class)
    void eightVariationsDifferInStrokeOrSymbolNotInColour(Mark mark) {
        Stream<String> looks = IntStream.range(0, 8)
                .mapToObj(variation -> Look.of(new Style(Tone.GRU, variation), mark))
                .map(look -> look.dash() + " " + look.hollow());

        assertThat(looks).doesNotHaveDuplicates();
    }

    @Test
    void everyToneHasASymbolOfItsOwn() {
        assertThat(Arrays.stream(Tone.values())
                        .map(tone -> Look.of(new Style(tone, 0), Mark.POINTS).symbol()))
                .doesNotHaveDuplicates();
    }
}
