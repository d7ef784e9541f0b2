package tritone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatePlanTest {
    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({
        "CONSTANT, 0, 0.5",
        "CONSTANT, 0.9, 0.5",
        "ONE_CYCLE, 0, 0.02",
        "ONE_CYCLE, 0.125, 0.26",
        "ONE_CYCLE, 0.25, 0.5",
        "ONE_CYCLE, 0.625, 0.25",
        "ONE_CYCLE, 1, 5e-5"
    })
    void goesByTheShareOfStepsWhereNothingIsValidated(Schedule schedule, double progress, double rate) {
        assertThat(new RatePlan(0.5, schedule).at(progress)).isCloseTo(rate, within(1e-12));
    }
}
