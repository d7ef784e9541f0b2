package tritone.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.kernel.Arithmetic;
import tritone.kernel.CellVariant;
import tritone.kernel.Workers;
import tritone.network.CellSpec;
import tritone.network.Direction;
import tritone.network.Network;
import tritone.network.NetworkSpec;
import tritone.network.Normalisation;
import tritone.network.Readout;

class ExplainerTest {
    private static final int VOCABULARY = 30;
    private static final int WORD = 5;

    private static NetworkSpec spec(int classes) {
        CellSpec cell = new CellSpec(CellVariant.GRU_RESET_AFTER, 7, Direction.BOTH, Normalisation.LAYER);
        return new NetworkSpec(VOCABULARY, 4, cell, 1, Readout.MEAN, classes);
    }

    private static Explainer explainer(NetworkSpec spec, Map<String, float[]> weights) {
        return Explainer.of(spec, weights, Arithmetic.fastest(), Workers.NONE);
    }

    /** h = max(0, h' + x), where x is 1 for {@link #WORD} and 0 for all others: it counts one word. */
    private static Explainer counting(float bias) {
        CellSpec cell = new CellSpec(CellVariant.SIMPLE_RNN_RELU, 1, Direction.FORWARD, Normalisation.NONE);
        NetworkSpec spec = new NetworkSpec(VOCABULARY, 1, cell, 1, Readout.LAST, 2);
        float[] embedding = new float[VOCABULARY];
        embedding[WORD] = 1;
        Map<String, float[]> weights = Map.of(
                "0.E", embedding,
                "0.W", new float[] {1},
                "0.RW", new float[] {1},
                "0.b", new float[1],
                "1.W", new float[] {2},
                "1.b", new float[] {bias});
        return explainer(spec, weights);
    }

    @Test
    void attributesAnAnswerToTheOnlyWordItDependsOn() {
        Explanation explanation = counting(-0.5f).explain(new int[] {1, WORD, 2, 3, WORD, 4}, 1);

        assertThat(explanation.attributions()).containsExactly(new double[] {0, 2, 0, 0, 2, 0}, within(1e-6));
        assertThat(explanation.logOdds()).isCloseTo(3.5, within(1e-6));
        assertThat(explanation.baseline()).isCloseTo(-0.5, within(1e-6));
        assertThat(explanation.occlusions().subList(0, 2)).containsExactly(new Occlusion(1, 2), new Occlusion(4, 2));
    }

    @Test
    void theOtherLabelIsMovedTheOtherWay() {
        Explanation explanation = counting(0).explain(new int[] {WORD, 1}, 0);

        assertThat(explanation.attributions()).containsExactly(new double[] {-2, 0}, within(1e-6));
        assertThat(explanation.logOdds()).isCloseTo(-2, within(1e-6));
    }

    /** A thousand words are 2,000 log odds, of which no probability tells anything. */
    @Test
    void anAnswerBeyondAllDoubtIsStillExplained() {
        int[] ids = new int[1000];
        Arrays.fill(ids, WORD);

        Explanation explanation = counting(0).explain(ids, 1);

        assertThat(explanation.logOdds()).isCloseTo(2000, within(1e-6));
        assertThat(explanation.attributions()).hasSize(1000);
        assertThat(explanation.attributions()[500]).isCloseTo(2, within(1e-6));
        assertThat(explanation.residual()).isCloseTo(0, within(2.0));
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "2, 1", "5, 0", "5, 4"})
    void logOddsAreThoseOfTheProbabilities(int classes, int label) {
        NetworkSpec spec = spec(classes);
        SeededWeights random = new SeededWeights(3);
        Map<String, float[]> weights = random.of(spec);
        int[] ids = random.review(VOCABULARY, 20);

        Explanation explanation = explainer(spec, weights).explain(ids, label);

        double probability =
                new Network(spec, weights, Arithmetic.fastest(), Workers.NONE).probabilities(new int[][] {ids})[label];
        assertThat(explanation.logOdds()).isCloseTo(Math.log(probability / (1 - probability)), within(1e-5));
        assertThat(explanation.label()).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void anOcclusionIsWhatLeavingTheWordOutChanges(int classes) {
        NetworkSpec spec = spec(classes);
        SeededWeights random = new SeededWeights(4);
        Map<String, float[]> weights = random.of(spec);
        int[] ids = random.review(VOCABULARY, 25);
        Explainer explainer = explainer(spec, weights);

        Explanation explanation = explainer.explain(ids, 1);

        assertThat(explanation.occlusions()).hasSize(Explainer.MAX_OCCLUSIONS);
        for (Occlusion occlusion : explanation.occlusions()) {
            int[] without = IntStream.range(0, ids.length)
                    .filter(i -> i != occlusion.position())
                    .map(i -> ids[i])
                    .toArray();
            double expected =
                    explanation.logOdds() - explainer.explain(without, 1).logOdds();
            assertThat(occlusion.fall()).isEqualTo(expected);
        }
        assertThat(sizes(explanation)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(Arrays.stream(explanation.attributions())
                        .map(Math::abs)
                        .filter(size -> size >= sizes(explanation).get(Explainer.MAX_OCCLUSIONS - 1)))
                .hasSize(Explainer.MAX_OCCLUSIONS);
    }

    private static List<Double> sizes(Explanation explanation) {
        return explanation.occlusions().stream()
                .map(occlusion -> Math.abs(explanation.attributions()[occlusion.position()]))
                .toList();
    }

    @Test
    void theLastRunningProbabilitiesAreThoseOfTheReview() {
        NetworkSpec spec = spec(5);
        SeededWeights random = new SeededWeights(5);
        Map<String, float[]> weights = random.of(spec);
        int[] ids = random.review(VOCABULARY, 9);

        Explanation explanation = explainer(spec, weights).explain(ids, 2);

        float[] review =
                new Network(spec, weights, Arithmetic.fastest(), Workers.NONE).probabilities(new int[][] {ids});
        assertThat(explanation.running()).hasSize(9 * 5);
        assertThat(Arrays.copyOfRange(explanation.running(), 8 * 5, 9 * 5)).isEqualTo(review);
        assertThat(explanation.runningOf(2)).hasSize(9).endsWith(review[2]);
    }

    @Test
    void changesNoWeightAndKnowsNothingOfOtherReviewsOrThreads() {
        NetworkSpec spec = spec(5);
        SeededWeights random = new SeededWeights(6);
        Map<String, float[]> weights = random.of(spec);
        Map<String, float[]> before = new HashMap<>();
        weights.forEach((name, numbers) -> before.put(name, numbers.clone()));
        int[] ids = random.review(VOCABULARY, 12);
        Explainer explainer = Explainer.of(spec, weights, Arithmetic.SCALAR, Workers.of(3));
        explainer.explain(random.review(VOCABULARY, 30), 1);

        Explanation again = explainer.explain(ids, 3);

        Explanation alone = explainer(spec, weights).explain(ids, 3);
        assertThat(again).usingRecursiveComparison().isEqualTo(alone);
        weights.forEach((name, numbers) -> assertThat(numbers).as(name).isEqualTo(before.get(name)));
    }

    @Test
    void refusesLabelsThatTheClassifierDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> counting(0).explain(new int[] {1}, 2))
                .withMessage("a label must be at least 0 and below 2 but was 2");
        assertThatIllegalArgumentException().isThrownBy(() -> counting(0).explain(new int[] {1}, -1));
    }

    @Test
    void refusesStatesBeyondAllNumbers() {
        CellSpec cell = new CellSpec(CellVariant.SIMPLE_RNN_RELU, 1, Direction.FORWARD, Normalisation.NONE);
        NetworkSpec spec = new NetworkSpec(2, 1, cell, 1, Readout.LAST, 2);
        Map<String, float[]> weights = Map.of(
                "0.E", new float[] {1, 1},
                "0.W", new float[] {1},
                "0.RW", new float[] {1e20f},
                "0.b", new float[1],
                "1.W", new float[] {1},
                "1.b", new float[1]);

        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> explainer(spec, weights).explain(new int[5], 1));
    }
}
