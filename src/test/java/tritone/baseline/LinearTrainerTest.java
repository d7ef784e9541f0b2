package tritone.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.kernel.Workers;

class LinearTrainerTest {
    private static final LinearOptions ALL = new LinearOptions(2, 1, 1, 1);
    private static final double[] EQUAL = {};

    private static LinearModel train(
            SeededReviews reviews, int vocabulary, int classes, LinearOptions options, int threads) {
        return new LinearTrainer(vocabulary, classes, options, Workers.of(threads))
                .train(reviews.ids(), reviews.classes(), EQUAL, step -> {});
    }

    /** Share of the reviews whose class is the likeliest. */
    private static double accuracy(LinearModel model, SeededReviews reviews) {
        float[] probabilities = model.probabilities(reviews.ids());
        int right = 0;
        for (int review = 0; review < reviews.classes().length; review++) {
            int best = 0;
            for (int i = 1; i < model.classes(); i++) {
                boolean likelier =
                        probabilities[review * model.classes() + i] > probabilities[review * model.classes() + best];
                best = likelier ? i : best;
            }
            right += best == reviews.classes()[review] ? 1 : 0;
        }
        return (double) right / reviews.classes().length;
    }

    /** "not bad ... good" is praise (1), "not good ... bad" is not (0): each review has each of the three words. */
    private static SeededReviews negated(int count, long seed) {
        int not = 2;
        int good = 3;
        int bad = 4;
        Random random = new Random(seed);
        int[][] ids = new int[count][];
        int[] classes = new int[count];
        for (int review = 0; review < count; review++) {
            classes[review] = random.nextInt(2);
            int[] other = random.ints(4, 5, 40).toArray();
            ids[review] = classes[review] == 1
                    ? new int[] {other[0], not, bad, other[1], other[2], good, other[3]}
                    : new int[] {other[0], not, good, other[1], other[2], bad, other[3]};
        }
        return new SeededReviews(ids, classes);
    }

    @Test
    void learnsNegationFromPairs() {
        SeededReviews known = negated(400, 1);
        SeededReviews others = negated(400, 2);

        LinearModel model = train(known, 40, 2, new LinearOptions(2, 2, 1, 1), 1);

        assertThat(accuracy(model, others)).isEqualTo(1);
        assertThat(accuracy(withoutPairs(model), others)).isLessThan(0.65);
        // Nor could words alone have learnt it.
        SeededReviews apart = new SeededReviews(
                Arrays.stream(known.ids()).map(LinearTrainerTest::apart).toArray(int[][]::new), known.classes());
        LinearModel words = train(apart, 40, 2, new LinearOptions(2, 2, 1, 1), 1);
        assertThat(words.pairs()).isEmpty();
        assertThat(accuracy(words, others)).isLessThan(0.65);
    }

    /** Each review has the pairs 2 3, 3 4, 3 3 and 3 2; 2 3 4 makes it praise (1) and 2 3 3 does not (0). */
    private static SeededReviews ofThreeWords(int count, long seed) {
        Random random = new Random(seed);
        int[][] ids = new int[count][];
        int[] classes = new int[count];
        for (int review = 0; review < count; review++) {
            classes[review] = random.nextInt(2);
            int[] other = random.ints(2, 5, 40).toArray();
            ids[review] = classes[review] == 1
                    ? new int[] {other[0], 2, 3, 4, 1, 3, 2, 1, 3, 3, 1, other[1]}
                    : new int[] {other[0], 2, 3, 3, 1, 3, 2, 1, 3, 4, 1, other[1]};
        }
        return new SeededReviews(ids, classes);
    }

    @Test
    void learnsFromPhrasesOfThreeWordsWhatPairsDoNotTell() {
        SeededReviews known = ofThreeWords(400, 1);
        SeededReviews others = ofThreeWords(400, 2);

        assertThat(accuracy(train(known, 40, 2, new LinearOptions(2, 2, 1, 1), 1), others))
                .isLessThan(0.65);
        assertThat(accuracy(train(known, 40, 2, new LinearOptions(3, 2, 1, 1), 1), others))
                .isEqualTo(1);
    }

    /** Models of pairs are what they were before there were longer phrases. */
    @ParameterizedTest
    @CsvSource({
        "2, 1933808940, 1729159318, 1076899950, -1117055526",
        "3, 1096019860, 813627044, -714786885, -1016314184"
    })
    void phrasesOfTwoWordsGiveTheSameBitsAsEver(int classes, int words, int pairs, int pairWeights, int bias) {
        SeededReviews reviews = SeededReviews.of(500, 200, 60, classes, 7);

        LinearModel model = train(reviews, 200, classes, new LinearOptions(2, 2, 1, 0.1), 1);

        assertThat(Arrays.hashCode(model.words())).isEqualTo(words);
        assertThat(Arrays.hashCode(model.pairs())).isEqualTo(pairs);
        assertThat(Arrays.hashCode(model.pairWeights())).isEqualTo(pairWeights);
        assertThat(Arrays.hashCode(model.bias())).isEqualTo(bias);
    }

    private static LinearModel withoutPairs(LinearModel model) {
        return LinearModel.of(
                model.vocabulary(), model.classes(), model.words(), new long[0], new float[0], model.bias());
    }

    /** The same words with padding between them. */
    private static int[] apart(int[] review) {
        int[] apart = new int[2 * review.length];
        for (int i = 0; i < review.length; i++) {
            apart[2 * i] = review[i];
        }
        return apart;
    }

    @ParameterizedTest(name = "{0} classes")
    @ValueSource(ints = {2, 3})
    void theNumberOfThreadsChangesNoBit(int classes) {
        SeededReviews reviews = SeededReviews.of(500, 200, 60, classes, 7);
        LinearModel one = train(reviews, 200, classes, new LinearOptions(3, 2, 1, 0.1), 1);

        for (int threads : new int[] {2, 8}) {
            LinearModel many = train(reviews, 200, classes, new LinearOptions(3, 2, 1, 0.1), threads);

            assertThat(many.pairs()).containsExactly(one.pairs());
            assertThat(many.words()).containsExactly(one.words());
            assertThat(many.pairWeights()).containsExactly(one.pairWeights());
            assertThat(many.bias()).containsExactly(one.bias());
        }
    }

    @Test
    void theWeightsHaveTheirRatiosMultipliedIn() {
        SeededReviews reviews = SeededReviews.of(60, 12, 10, 2, 3);
        LinearModel model = train(reviews, 12, 2, new LinearOptions(3, 1, 0.5, 2), 1);

        Features features = new Features(12, new Pairs(12, model.pairs()));
        int[][] rows = Arrays.stream(reviews.ids()).map(features::of).toArray(int[][]::new);
        double[] ratios = LogCountRatios.of(new FeatureMatrix(rows, features.size()), reviews.chosen(1), 0.5);
        double[] weights = new double[ratios.length + 1];
        for (int i = 0; i < ratios.length; i++) {
            weights[i] = ratios[i] == 0 ? 0 : (i < 12 ? model.words()[i] : model.pairWeights()[i - 12]) / ratios[i];
        }
        weights[ratios.length] = model.bias()[0];
        double[] costs = new double[rows.length];
        Arrays.fill(costs, 1);
        DenseRegression dense = new DenseRegression(DenseRegression.values(rows, ratios), reviews.chosen(1), costs, 2);
        double first = length(dense.gradient(new double[weights.length]));
        assertThat(length(dense.gradient(weights))).isLessThan(2e-4 * first);
    }

    private static double length(double[] vector) {
        return Math.sqrt(Arrays.stream(vector).map(number -> number * number).sum());
    }

    @Test
    void learnsThreeClasses() {
        SeededReviews known = SeededReviews.of(600, 30, 80, 3, 1);
        SeededReviews others = SeededReviews.of(300, 30, 80, 3, 2);

        LinearModel model = train(known, 30, 3, new LinearOptions(2, 3, 1, 10), 2);

        assertThat(accuracy(model, others)).isGreaterThan(0.5);
        float[] probabilities = model.probabilities(others.ids());
        for (int i = 0; i < probabilities.length; i += 3) {
            assertThat(probabilities[i] + probabilities[i + 1] + probabilities[i + 2])
                    .isCloseTo(1, within(1e-6f));
        }
    }

    @Test
    void aClassThatIsAbsentIsUnlikelyEverywhere() {
        SeededReviews reviews = SeededReviews.of(200, 30, 40, 2, 1);

        float[] probabilities = train(reviews, 30, 3, ALL, 1).probabilities(reviews.ids());

        for (int review = 0; review < 200; review++) {
            assertThat(probabilities[3 * review + 2]).isBetween(1e-4f, 0.05f);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aSingleClassIsLikelyByHowOftenItWasSeen(int label) {
        int[] classes = new int[9];
        Arrays.fill(classes, label);
        SeededReviews reviews =
                new SeededReviews(SeededReviews.of(9, 30, 40, 2, 1).ids(), classes);

        LinearModel model = train(reviews, 30, 2, ALL, 1);

        // (9 + 1) to (0 + 1)
        assertThat(model.probabilities(new int[][] {{5, 6}})[label]).isCloseTo(10 / 11f, within(1e-6f));
        assertThat(model.words()).containsOnly(0);
    }

    @Test
    void emptyReviewsHaveTheBiasAlone() {
        SeededReviews reviews = new SeededReviews(new int[][] {{}, {}, {}, {1, 0}}, new int[] {1, 1, 0, 1});

        LinearModel model = train(reviews, 5, 2, ALL, 2);

        assertThat(model.pairs()).isEmpty();
        assertThat(model.probabilities(new int[][] {{}, {3}})[1]).isCloseTo(0.75f, within(1e-4f));
        assertThat(model.probabilities(new int[0][])).isEmpty();
    }

    @Test
    void aClassThatCountsTwiceIsLearntAsIfEachReviewWereThereTwice() {
        SeededReviews reviews = new SeededReviews(new int[][] {{}, {}, {}}, new int[] {1, 1, 0});

        LinearModel model = new LinearTrainer(5, 2, ALL, Workers.NONE)
                .train(reviews.ids(), reviews.classes(), new double[] {4, 1}, step -> {});

        assertThat(model.probabilities(new int[][] {{}})[0]).isCloseTo(4 / 6f, within(1e-4f));
    }

    @Test
    void rareWordsAndPairsWeighNothing() {
        int[][] ids = {{2, 3, 4}, {2, 3}, {2, 4, 3}, {2, 3, 5}};

        LinearModel model =
                train(new SeededReviews(ids, new int[] {0, 1, 1, 0}), 6, 2, new LinearOptions(2, 2, 1, 1), 1);

        assertThat(model.pairs()).containsExactly(Pairs.of(2, 3));
        assertThat(model.words()[5]).isZero();
        assertThat(model.words()[0]).isZero();
        assertThat(model.words()[1]).isZero();
    }

    @Test
    void tellsHowFarEachOutputIs() {
        List<LinearStep> steps = new ArrayList<>();
        SeededReviews reviews = SeededReviews.of(100, 30, 20, 3, 1);

        new LinearTrainer(30, 3, ALL, Workers.NONE).train(reviews.ids(), reviews.classes(), EQUAL, steps::add);

        assertThat(steps.stream().filter(step -> step.iteration() == 0))
                .extracting(LinearStep::output)
                .containsExactly(0, 1, 2);
        assertThat(steps.get(steps.size() - 1).gradient()).isLessThan(1e-4);
    }

    private static void assertRefused(int[][] ids, int[] classes, double[] classWeights, String message) {
        LinearTrainer trainer = new LinearTrainer(5, 2, ALL, Workers.NONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.train(ids, classes, classWeights, step -> {}))
                .withMessage(message);
    }

    @Test
    void refusesWhatItCannotLearnFrom() {
        String pairs = "there must be at least one review and a class for each but there were ";
        assertRefused(new int[0][], new int[0], EQUAL, pairs + "0 reviews and 0 classes");
        assertRefused(new int[2][0], new int[1], EQUAL, pairs + "2 reviews and 1 classes");
        assertRefused(new int[1][0], new int[] {2}, EQUAL, "classes[0] must be at least 0 and below 2 but was 2");
        assertRefused(new int[1][0], new int[] {-1}, EQUAL, "classes[0] must be at least 0 and below 2 but was -1");
        assertRefused(new int[][] {{5}}, new int[1], EQUAL, "an id must be at least 0 and below 5 but was 5");
        assertRefused(new int[1][0], new int[1], new double[1], "classWeights must hold 0 or 2 numbers but held 1");
        assertRefused(
                new int[1][0],
                new int[1],
                new double[] {1, Double.NaN},
                "classWeights[1] must be positive and finite but was NaN");
    }

    @Test
    void optionsRefuseWhatIsNoPositiveNumberAndLongPhrases() {
        for (int words : new int[] {0, 6}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new LinearOptions(words, 1, 1, 1))
                    .withMessage("phraseWords must be in [1, 5] but was " + words);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearOptions(2, 0, 1, 1))
                .withMessage("minCount must be at least 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearOptions(2, 1, 0, 1))
                .withMessage("smoothing must be positive and finite but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearOptions(2, 1, 1, Double.POSITIVE_INFINITY))
                .withMessage("penalty must be positive and finite but was Infinity");
    }
}
