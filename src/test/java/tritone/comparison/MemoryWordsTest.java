package tritone.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MemoryWordsTest {
    /** Of reviews of which six in ten are of one class. */
    private static Optional<String> said(Double... accuracy) {
        List<List<Double>> confusion = List.of(List.of(50.0, 10.0), List.of(10.0, 30.0));
        return MemoryWords.sentence(new ContenderFindings(
                new ContenderFindings.Identity("simple-rnn", "simple-rnn", 0, Map.of()),
                new ContenderFindings.Size(1, 1, OptionalLong.empty()),
                new Spread(0.8, OptionalDouble.empty(), 0.7, 0.9, List.of(0.8)),
                new ContenderFindings.Figures(0, OptionalDouble.empty(), 0, 0, 0, 0, OptionalDouble.empty()),
                List.of(),
                Map.of(),
                new Detail(List.of(), List.of(), List.of(), List.of(), List.of(), confusion),
                new ContenderFindings.Why(
                        Optional.empty(),
                        Optional.of(new MemoryFindings(100, List.of(0, 100, 1000), List.of(accuracy)))),
                ContenderFindings.Times.NONE));
    }

    @Test
    void namesTheWordsAfterWhichLessThanHalfIsLeft() {
        assertThat(said(0.8, 0.71, 0.69))
                .contains(
                        "Half of what SimpleRNN knows is forgotten once 1,000 neutral words follow a review: 69.0 % instead of"
                                + " 80.0 % are right.");
    }

    @Test
    void saysWhoForgetsLittle() {
        assertThat(said(0.8, 0.79, 0.75))
                .contains(
                        "SimpleRNN remembers most of what it knows over 1,000 neutral words: 75.0 % instead of 80.0 % are"
                                + " right.");
    }

    @Test
    void saysNothingOfWhoKnewNothing() {
        assertThat(said(0.6, 0.4, 0.4)).isEmpty();
    }
}
