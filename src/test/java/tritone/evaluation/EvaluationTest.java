package tritone.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {
    private static void assertRefusal(int[] truth, float[] probabilities, int classes, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluation.of(truth, probabilities, classes))
                .withMessage(message);
    }

    @Test
    void countsTwoClasses() {
        int[] truth = {1, 1, 1, 0};
        float[] probabilities = {0.25f, 0.75f, 0, 1, 0.75f, 0.25f, 0.25f, 0.75f};

        Evaluation evaluation = Evaluation.of(truth, probabilities, 2);

        assertThat(evaluation.reviews()).isEqualTo(4);
        assertThat(evaluation.accuracy()).isEqualTo(Interval.wilson(2, 4));
        assertThat(evaluation.classes())
                .containsExactly(new ClassFigures(0, 0, 0, 1), new ClassFigures(2 / 3.0, 2 / 3.0, 2 / 3.0, 3));
        assertThat(evaluation.macro()).isEqualTo(new Averages(1 / 3.0, 1 / 3.0, 1 / 3.0));
        assertThat(evaluation.confusion()).isEqualTo(List.of(List.of(0, 1), List.of(1, 2)));
        ProbabilityFigures figures = evaluation.probabilities();
        assertThat(figures.rocArea()).hasValue(1.5 / 3);
        assertThat(figures.logLoss()).isCloseTo(-Math.log(0.75 * 0.25 * 0.25) / 4, within(1e-15));
        assertThat(figures.brier()).isEqualTo((0.0625 + 0 + 0.5625 + 0.5625) / 4);
        // Three confidences of 0.75, one of them right, and one of 1 that is.
        assertThat(figures.calibrationError()).isCloseTo(0.75 * (0.75 - 1 / 3.0), within(1e-15));
    }

    @Test
    void countsThreeClasses() {
        int[] truth = {2, 0};
        float[] probabilities = {0.25f, 0.25f, 0.5f, 0.25f, 0.75f, 0};

        Evaluation evaluation = Evaluation.of(truth, probabilities, 3);

        assertThat(evaluation.confusion()).isEqualTo(List.of(List.of(0, 1, 0), List.of(0, 0, 0), List.of(0, 0, 1)));
        assertThat(evaluation.classes())
                .containsExactly(
                        new ClassFigures(0, 0, 0, 1), new ClassFigures(0, 0, 0, 0), new ClassFigures(1, 1, 1, 1));
        assertThat(evaluation.macro().f1()).isEqualTo(1 / 3.0);
        assertThat(evaluation.probabilities().rocArea()).hasValue(0.75);
        assertThat(evaluation.probabilities().brier()).isEqualTo((0.0625 + 0.0625 + 0.25 + 0.5625 + 0.5625) / 2);
    }

    @Test
    void ofEqualProbabilitiesTheLowerClassIsPredicted() {
        float third = 1 / 3f;

        assertThat(Evaluation.of(new int[] {0, 1}, new float[] {0.5f, 0.5f, 0.5f, 0.5f}, 2)
                        .confusion())
                .isEqualTo(List.of(List.of(1, 0), List.of(1, 0)));
        assertThat(Evaluation.of(new int[] {2, 2}, new float[] {third, third, third, 0, 0.5f, 0.5f}, 3)
                        .confusion()
                        .get(2))
                .containsExactly(1, 1, 0);
    }

    @Test
    void aProbabilityOfZeroCostsNoMoreThanTheLowest() {
        double cost = 52 * Math.log(2);

        assertThat(Evaluation.of(new int[] {0}, new float[] {0, 1}, 2)
                        .probabilities()
                        .logLoss())
                .isCloseTo(cost, within(1e-13));
        assertThat(Evaluation.of(new int[] {0}, new float[] {Float.MIN_VALUE, 1}, 2)
                        .probabilities()
                        .logLoss())
                .isCloseTo(cost, within(1e-13));
        assertThat(Evaluation.of(new int[] {1}, new float[] {0, 1}, 2)
                        .probabilities()
                        .logLoss())
                .isZero();
    }

    @Test
    void equalArraysGiveEqualEvaluationsAndStayAsTheyAre() {
        int[] truth = {0, 1, 2};
        float[] probabilities = {0.5f, 0.25f, 0.25f, 0, 1, 0, 0.125f, 0.5f, 0.375f};

        Evaluation evaluation = Evaluation.of(truth, probabilities, 3);

        assertThat(Evaluation.of(truth.clone(), probabilities.clone(), 3)).isEqualTo(evaluation);
        assertThat(truth).containsExactly(0, 1, 2);
        assertThat(probabilities).containsExactly(0.5f, 0.25f, 0.25f, 0, 1, 0, 0.125f, 0.5f, 0.375f);
    }

    @Test
    void refusesSizesThatDoNotFit() {
        assertRefusal(new int[0], new float[0], 2, "reviews must be at least 1 but was 0");
        assertRefusal(new int[] {0}, new float[] {1}, 1, "classes must be at least 2 but was 1");
        assertRefusal(
                new int[] {0, 1}, new float[5], 3, "probabilities must be 2 reviews * 3 classes = 6 numbers but was 5");
        assertRefusal(
                new int[2],
                new float[0],
                1 << 30,
                "probabilities must be 2 reviews * 1073741824 classes = 2147483648 numbers but was 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2})
    void refusesAClassThatThereIsNot(int index) {
        assertRefusal(new int[] {1, index}, new float[4], 2, "truth of review 1 must be in [0, 2) but was " + index);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, -Float.MIN_VALUE, 1.0000001f, Float.POSITIVE_INFINITY})
    void refusesWhatIsNoProbability(float value) {
        assertRefusal(
                new int[] {0, 1},
                new float[] {0, 0, 1, 1, value, 0},
                3,
                "probability of class 1 for review 1 must be in [0, 1] but was " + value);
    }
}
