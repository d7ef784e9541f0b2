package tritone.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GradientWordsTest {
    private static List<Double> geometric(double factor, int steps) {
        return DoubleStream.iterate(2, norm -> norm * factor)
                .limit(steps)
                .boxed()
                .toList();
    }

    private static GradientFindings flow(double start, double trained, int steps) {
        return new GradientFindings(
                IntStream.range(0, steps).boxed().toList(),
                IntStream.range(0, steps).map(i -> 10).boxed().toList(),
                geometric(start, steps),
                geometric(trained, steps),
                OptionalDouble.of(start),
                OptionalDouble.of(trained));
    }

    @Test
    void namesAGradientThatVanishes() {
        assertThat(GradientWords.sentence("simple-rnn", flow(0.8, 0.9, 60)))
                .contains("The gradient of SimpleRNN vanishes: 50 steps back 0.001 % of it is left before training (it"
                        + " shrinks by 20.0 % a step), and 0.5 % after it.");
    }

    @Test
    void namesAGradientThatExplodesAndOneThatHolds() {
        assertThat(GradientWords.sentence("simple-rnn", flow(1.2, 1, 60)).orElseThrow())
                .startsWith("The gradient of SimpleRNN explodes at the start, and holds once trained:")
                .contains("9,100 times", "and 100 % after it");
    }

    @Test
    void looksAsFarBackAsReviewsReach() {
        assertThat(GradientWords.sentence("gru", flow(0.5, 0.5, 4)).orElseThrow())
                .contains("three steps back 13 %", "shrinks by 50.0 %");
        assertThat(GradientWords.sentence("gru", flow(0.5, 0.5, 1))).isEmpty();
    }
}
