package tritone.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearModelTest {
    private static final long[] PAIRS = {Pairs.of(2, 3), Pairs.of(3, 2)};

    private static final LinearModel TWO =
            LinearModel.of(4, 2, new float[] {9, 9, 1, 2}, PAIRS, new float[] {-4, 8}, new float[] {0.5f});

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Test
    void addsTheWeightsOfDifferentWordsAndPairsToTheBias() {
        float[] probabilities = TWO.probabilities(new int[][] {{2, 3, 2, 3}, {2}, {3, 1, 2}, {}});

        double[] sums = {0.5 + 1 + 2 - 4 + 8, 0.5 + 1, 0.5 + 1 + 2, 0.5};
        assertThat(probabilities).hasSize(8);
        for (int review = 0; review < 4; review++) {
            assertThat((double) probabilities[2 * review + 1]).isCloseTo(sigmoid(sums[review]), within(1e-6));
            assertThat((double) probabilities[2 * review]).isCloseTo(sigmoid(-sums[review]), within(1e-6));
        }
    }

    @Test
    void addsTheWeightOfAPhraseOfThreeWords() {
        long[] pairs = {Pairs.of(2, 3), Pairs.of(4, 3)};
        LinearModel model = LinearModel.of(4, 2, new float[4], pairs, new float[] {-1, 8}, new float[1]);

        double[] scores = model.scores(new int[][] {{2, 3, 3, 2, 3, 3}, {2, 3}, {3, 3}, {2, 3, 1, 3}});

        assertThat(scores).containsExactly(0, 7, 0, -1, 0, 0, 0, -1);
        assertThat(model.contributions(new int[] {1, 2, 3, 3}))
                .extracting(LinearModel.Contribution::position, LinearModel.Contribution::words)
                .containsExactly(tuple(1, 1), tuple(2, 1), tuple(1, 2), tuple(1, 3));
    }

    @Test
    void takesPhrasesOfFiveWordsAndNoLongerOnes() {
        long[] pairs = new long[5];
        for (int i = 0; i < 5; i++) {
            pairs[i] = Pairs.of(2 + i, 2);
        }
        long[] four = Arrays.copyOf(pairs, 4);

        assertThat(LinearModel.of(3, 2, new float[3], four, new float[4], new float[1])
                        .contributions(new int[] {2, 2, 2, 2, 2, 2, 2}))
                .extracting(LinearModel.Contribution::words)
                .containsExactly(1, 2, 3, 4, 5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearModel.of(3, 2, new float[3], pairs, new float[5], new float[1]))
                .withMessage("pairs[4] must have at most 5 words but had 6");
    }

    @Test
    void dividesTheProbabilitiesOfManyClassesByTheirSum() {
        float[] words = {0, 0, 1, 0, 0, 0, -1, 0, 0, 0, 3, 0}; // [3][4]
        LinearModel model = LinearModel.of(4, 3, words, PAIRS, new float[] {0, 0, 0, 2, 0, 0}, new float[] {0, 0, -1});

        float[] probabilities = model.probabilities(new int[][] {{3, 2}});

        double[] alone = {sigmoid(1), sigmoid(-1 + 2), sigmoid(3 - 1)};
        for (int i = 0; i < 3; i++) {
            assertThat((double) probabilities[i]).isCloseTo(alone[i] / (alone[0] + alone[1] + alone[2]), within(1e-6));
        }
    }

    /** Logarithms of probabilities are divided, so that the probabilities become roots of what they were. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aTemperatureOfTwoTakesSquareRoots(int classes) {
        float[] words = new float[4 * LinearModel.outputs(classes)];
        for (int i = 0; i < words.length; i++) {
            words[i] = (i * 7 % 5 - 2) / 2f;
        }
        float[] pairs = new float[2 * LinearModel.outputs(classes)];
        LinearModel model = LinearModel.of(4, classes, words, PAIRS, pairs, new float[LinearModel.outputs(classes)]);
        int[][] reviews = {{2, 3}, {3}, {}};

        float[] plain = model.probabilities(reviews);
        float[] rooted = model.at(2).probabilities(reviews);

        double[] scores = model.at(2).scores(reviews);
        for (int i = 0; i < plain.length; i++) {
            double total = 0;
            double ofScores = 0;
            for (int label = 0; label < classes; label++) {
                total += Math.sqrt(plain[i / classes * classes + label]);
                ofScores += Math.exp(scores[i / classes * classes + label] - scores[i]);
            }
            assertThat((double) rooted[i]).isCloseTo(Math.sqrt(plain[i]) / total, within(1e-6));
            assertThat((double) rooted[i]).isCloseTo(1 / ofScores, within(1e-6));
        }
        assertThat(model.at(1).probabilities(reviews)).isEqualTo(plain);
        assertThat(model.at(2).temperature()).isEqualTo(2);
    }

    @Test
    void sumsBeyondAllExponentialsAreProbabilitiesStill() {
        float large = Float.MAX_VALUE;
        LinearModel two = LinearModel.of(3, 2, new float[] {0, 0, large}, new long[0], new float[0], new float[1]);
        LinearModel three =
                LinearModel.of(3, 3, new float[9], new long[0], new float[0], new float[] {-2000, -1000, -large});

        assertThat(two.probabilities(new int[][] {{2}})).containsExactly(0, 1);
        assertThat(three.probabilities(new int[][] {{2}})).containsExactly(0, 1, 0);
    }

    @Test
    void refusesIdsOutsideItsVocabulary() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO.probabilities(new int[][] {{2}, {3, 4}}))
                .withMessage("an id must be at least 0 and below 4 but was 4");
    }

    @Test
    void isMadeAgainOfItsArrays() {
        LinearModel again = LinearModel.of(
                TWO.vocabulary(), TWO.classes(), TWO.words(), TWO.pairs(), TWO.pairWeights(), TWO.bias());

        int[][] reviews = SeededReviews.of(20, 4, 6, 2, 1).ids();
        assertThat(again.probabilities(reviews)).containsExactly(TWO.probabilities(reviews));
    }

    private static float[] numbers(int length) {
        return new float[length];
    }

    private static float[] with(float[] numbers, int at, float value) {
        numbers[at] = value;
        return numbers;
    }

    private static long[] pairs(long... pairs) {
        return pairs;
    }

    static Stream<Arguments> refusesHostileArrays() {
        float nan = Float.NaN;
        long last = Pairs.of(3, 3);
        return Stream.of(
                arguments("vocabulary must be at least 2 but was 1", 1, 2, numbers(1), pairs(), 0, numbers(1)),
                arguments("vocabulary must be at least 2 but was -4", -4, 2, numbers(0), pairs(), 0, numbers(1)),
                arguments("classes must be at least 2 but was 1", 4, 1, numbers(4), pairs(), 0, numbers(1)),
                arguments("classes must be at least 2 but was -1", 4, -1, numbers(4), pairs(), 0, numbers(1)),
                arguments("words must hold 4 numbers but held 3", 4, 2, numbers(3), pairs(), 0, numbers(1)),
                arguments("words must hold 12 numbers but held 4", 4, 3, numbers(4), pairs(), 0, numbers(3)),
                arguments(
                        "words must hold 4611686014132420609 numbers but held 1",
                        Integer.MAX_VALUE,
                        Integer.MAX_VALUE,
                        numbers(1),
                        pairs(),
                        0,
                        numbers(1)),
                arguments(
                        "words[2] must be a finite number but was NaN",
                        4,
                        2,
                        with(numbers(4), 2, nan),
                        pairs(),
                        0,
                        numbers(1)),
                arguments(
                        "bias[0] must be a finite number but was -Infinity",
                        4,
                        2,
                        numbers(4),
                        pairs(),
                        0,
                        with(numbers(1), 0, Float.NEGATIVE_INFINITY)),
                arguments("bias must hold 1 numbers but held 2", 4, 2, numbers(4), pairs(), 0, numbers(2)),
                arguments("pairWeights must hold 1 numbers but held 2", 4, 2, numbers(4), pairs(last), 2, numbers(1)),
                arguments("pairWeights must hold 3 numbers but held 1", 4, 3, numbers(12), pairs(last), 1, numbers(3)),
                arguments(
                        "the first part of pairs[0] must be at least 2 and below 4 but was 4",
                        4,
                        2,
                        numbers(4),
                        pairs(Pairs.of(4, 2)),
                        1,
                        numbers(1)),
                arguments(
                        "the first part of pairs[0] must be at least 2 and below 4 but was -1",
                        4,
                        2,
                        numbers(4),
                        pairs(-1),
                        1,
                        numbers(1)),
                arguments(
                        "the first part of pairs[1] must be at least 2 and below 5 but was 5",
                        4,
                        2,
                        numbers(4),
                        pairs(Pairs.of(2, 3), Pairs.of(5, 2)),
                        2,
                        numbers(1)),
                arguments(
                        "the second word of pairs[1] must be at least 2 and below 4 but was 4",
                        4,
                        2,
                        numbers(4),
                        pairs(Pairs.of(2, 3), Pairs.of(3, 4)),
                        2,
                        numbers(1)),
                arguments(
                        "the second word of pairs[1] must be at least 2 and below 4 but was 1",
                        4,
                        2,
                        numbers(4),
                        pairs(Pairs.of(2, 3), Pairs.of(3, 1)),
                        2,
                        numbers(1)),
                arguments(
                        "the second word of pairs[0] must be at least 2 and below 4 but was -2147483648",
                        4,
                        2,
                        numbers(4),
                        pairs(2L << 32 | 1L << 31),
                        1,
                        numbers(1)),
                arguments(
                        "pairs[1] must be greater than the one before it, " + last + ", but was " + Pairs.of(2, 2),
                        4,
                        2,
                        numbers(4),
                        pairs(last, Pairs.of(2, 2)),
                        2,
                        numbers(1)),
                arguments(
                        "pairs[1] must be greater than the one before it, " + last + ", but was " + last,
                        4,
                        2,
                        numbers(4),
                        pairs(last, last),
                        2,
                        numbers(1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusesHostileArrays(
            String message, int vocabulary, int classes, float[] words, long[] pairs, int pairWeights, float[] bias) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearModel.of(vocabulary, classes, words, pairs, new float[pairWeights], bias))
                .withMessage(message);
    }

    @Test
    void refusesWeightsOfPairsThatAreNoNumbersAndMissingArrays() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearModel.of(4, 2, new float[4], PAIRS, new float[] {1, Float.NaN}, new float[1]))
                .withMessage("pairWeights[1] must be a finite number but was NaN");
        assertThatNullPointerException()
                .isThrownBy(() -> LinearModel.of(4, 2, null, PAIRS, new float[2], new float[1]))
                .withMessage("words");
        assertThatNullPointerException()
                .isThrownBy(() -> LinearModel.of(4, 2, new float[4], null, new float[2], new float[1]))
                .withMessage("pairs");
    }
}
