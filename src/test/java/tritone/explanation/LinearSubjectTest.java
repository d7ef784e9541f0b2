package tritone.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tritone.baseline.LinearModel;

class LinearSubjectTest {
    private static final long[] PAIRS = {2L << 32 | 3, 3L << 32 | 2};

    /** Words 2 and 3 weigh 1 and 2, the pairs (2, 3) and (3, 2) -4 and 8. */
    private static final LinearModel TWO =
            LinearModel.of(5, 2, new float[] {9, 9, 1, 2, 0}, PAIRS, new float[] {-4, 8}, new float[] {0.5f});

    private static LinearModel seeded(int vocabulary, int classes) {
        Random random = new Random(classes);
        int outputs = classes == 2 ? 1 : classes;
        int two = vocabulary - 3;
        long[] pairs = new long[2 * two]; // of two words and, each as the beginning of another, of three
        Arrays.setAll(pairs, i -> (long) (i < two ? i + 2 : vocabulary + i - two) << 32 | i % two + 3);
        return LinearModel.of(
                vocabulary,
                classes,
                numbers(random, outputs * vocabulary),
                pairs,
                numbers(random, outputs * pairs.length),
                numbers(random, outputs));
    }

    private static float[] numbers(Random random, int length) {
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    @Test
    void aFeatureBelongsToWhereItFirstStandsAndAPairToBothItsWords() {
        Explanation explanation = Explainer.of(TWO).explain(new int[] {1, 2, 3, 2, 3, 4}, 1);

        assertThat(explanation.attributions())
                .containsExactly(new double[] {0, 1 - 2, 2 - 2 + 4, 4, 0, 0}, within(1e-12));
        assertThat(explanation.baseline()).isEqualTo(0.5);
        assertThat(explanation.logOdds()).isEqualTo(7.5);
        assertThat(explanation.residual()).isCloseTo(0, within(1e-12));
    }

    @Test
    void aPhraseOfThreeWordsBelongsToEachByAThird() {
        long[] pairs = {2L << 32 | 3, 5L << 32 | 4};
        LinearModel model = LinearModel.of(5, 2, new float[5], pairs, new float[] {-4, 9}, new float[1]);

        assertThat(Explainer.of(model).explain(new int[] {3, 2, 3, 4, 4}, 1).attributions())
                .containsExactly(new double[] {0, -2 + 3, -2 + 3, 3, 0}, within(1e-12));
    }

    @Test
    void aTemperatureDividesWhateverIsSaidInLogOdds() {
        int[] ids = {1, 2, 3, 2, 3, 4};

        Explanation halved = Explainer.of(TWO.at(2)).explain(ids, 1);

        Explanation plain = Explainer.of(TWO).explain(ids, 1);
        assertThat(halved.logOdds()).isEqualTo(plain.logOdds() / 2);
        assertThat(halved.baseline()).isEqualTo(plain.baseline() / 2);
        assertThat(halved.attributions())
                .containsExactly(
                        DoubleStream.of(plain.attributions())
                                .map(own -> own / 2)
                                .toArray(),
                        within(1e-12));
        assertThat(halved.occlusions()).hasSameSizeAs(plain.occlusions());
        for (int i = 0; i < halved.occlusions().size(); i++) {
            assertThat(halved.occlusions().get(i).fall())
                    .isCloseTo(plain.occlusions().get(i).fall() / 2, within(1e-12));
        }
    }

    @Test
    void theFirstLabelIsMovedTheOtherWay() {
        Explanation explanation = Explainer.of(TWO).explain(new int[] {2}, 0);

        assertThat(explanation.attributions()).containsExactly(new double[] {-1}, within(1e-12));
        assertThat(explanation.logOdds()).isEqualTo(-1.5);
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "2, 1", "3, 0", "5, 4"})
    void attributionsSumUpToTheChange(int classes, int label) {
        assertComplete(seeded(40, classes), label);
        assertComplete(seeded(40, classes).at(0.4), label);
        assertComplete(seeded(40, classes).at(1.5), label);
    }

    private static void assertComplete(LinearModel model, int label) {
        int classes = model.classes();
        Random random = new Random(3);

        for (int length : new int[] {0, 1, 2, 7, 50, 300}) {
            int[] ids = random.ints(length, 0, 40).toArray();
            Explanation explanation = Explainer.of(model).explain(ids, label);

            double change = explanation.logOdds() - explanation.baseline();
            assertThat(Math.abs(change)).isGreaterThanOrEqualTo(length > 2 ? 0.5 : 0);
            double tolerance = classes == 2 ? 1e-10 : 1e-3 * Math.max(1, Math.abs(change));
            assertThat(explanation.residual()).isCloseTo(0, within(tolerance));
            double probability = model.probabilities(new int[][] {ids})[label];
            assertThat(1 / (1 + Math.exp(-explanation.logOdds()))).isCloseTo(probability, within(1e-6));
        }
    }

    /** A feature that only moves the label's own output pulls by its weight times how unsure that output is. */
    @Test
    void moreClassesAreExplainedByTheirSharesOfAllOutputs() {
        float[] words = {0, 0, 3, 0, 0, 0, 0, 0, 0}; // [3][3]
        LinearModel model = LinearModel.of(3, 3, words, new long[0], new float[0], new float[] {-1, 0, 0});

        Explanation explanation = Explainer.of(model).explain(new int[] {2}, 0);

        double sigmoid = 1 / (1 + Math.exp(-2));
        double before = 1 / (1 + Math.exp(1));
        assertThat(explanation.logOdds()).isCloseTo(Math.log(sigmoid), within(1e-9));
        assertThat(explanation.attributions()[0]).isCloseTo(Math.log(sigmoid / before), within(1e-3));
    }

    @Test
    void anOcclusionMakesNeighboursOfItsNeighbours() {
        Explanation explanation = Explainer.of(TWO).explain(new int[] {2, 4, 3}, 1);

        assertThat(explanation.occlusions()).contains(new Occlusion(1, 4));
    }

    @ParameterizedTest
    @CsvSource({"2", "5"})
    void runningProbabilitiesAreThoseOfEachBeginning(int classes) {
        LinearModel model = seeded(20, classes);
        int[] ids = new Random(2).ints(30, 0, 20).toArray();

        Explanation explanation = Explainer.of(model).explain(ids, 1);

        for (int length = 1; length <= ids.length; length++) {
            assertThat(Arrays.copyOfRange(explanation.running(), (length - 1) * classes, length * classes))
                    .isEqualTo(model.probabilities(new int[][] {Arrays.copyOf(ids, length)}));
        }
    }
}
