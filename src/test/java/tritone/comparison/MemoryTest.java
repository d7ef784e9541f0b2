package tritone.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tritone.baseline.LinearModel;
import tritone.kernel.Arithmetic;
import tritone.kernel.CellVariant;
import tritone.kernel.Workers;
import tritone.model.OpenModel;
import tritone.model.Predictor;
import tritone.network.CellSpec;
import tritone.network.Direction;
import tritone.network.Network;
import tritone.network.NetworkSpec;
import tritone.network.Normalisation;
import tritone.network.Readout;

class MemoryTest {
    private static final int VOCABULARY = 7;
    private static final int GOOD = 2;
    private static final int BAD = 3;
    private static final NeutralWords NEUTRAL = new NeutralWords(new int[] {4, 5, 6}, new long[] {5, 3, 2}, 1);
    private static final int[] WORDS = {0, 10, 30, 100, 300, 1000};

    /** Two good words and two bad ones. */
    private static final int[][] REVIEWS = {{GOOD, GOOD}, {BAD, BAD}};

    private static final int[] TRUTH = {1, 0};

    private static Memory memory(Predictor predictor) {
        return Memory.of(predictor, REVIEWS, TRUTH, 2, NEUTRAL, 3);
    }

    private static Predictor network(NetworkSpec spec, Map<String, float[]> weights) {
        return new Network(spec, weights, Arithmetic.fastest(), Workers.NONE)::probabilities;
    }

    /** One unit counts good words, one bad ones; of what they count each step leaves a share. */
    private static Predictor counter(CellVariant variant, float left, float bias) {
        CellSpec cell = new CellSpec(variant, 2, Direction.FORWARD, Normalisation.NONE);
        float[] embedding = new float[VOCABULARY * 2];
        embedding[GOOD * 2] = 1;
        embedding[BAD * 2 + 1] = 1;
        return network(
                new NetworkSpec(VOCABULARY, 2, cell, 1, Readout.LAST, 2),
                Map.of(
                        "0.E", embedding,
                        "0.W", new float[] {1, 0, 0, 1},
                        "0.RW", new float[] {left, 0, 0, left},
                        "0.b", new float[2],
                        "1.W", new float[] {2, -2},
                        "1.b", new float[] {bias}));
    }

    private static double sigmoid(double sum) {
        return 1 / (1 + Math.exp(-sum));
    }

    @Test
    void aNetworkThatKeepsWhatItCountedNeverForgets() {
        Memory memory = memory(counter(CellVariant.SIMPLE_RNN_RELU, 1, 0.5f));

        double probability = (sigmoid(4.5) + sigmoid(3.5)) / 2;
        assertThat(memory.words()).isEqualTo(WORDS);
        assertThat(memory.accuracy()).containsOnly(1);
        assertThat(Arrays.stream(memory.probability()))
                .hasSize(6)
                .allSatisfy(mean -> assertThat(mean).isCloseTo(probability, within(1e-6)));
        assertThat(memory.beyondNumbers()).isFalse();
    }

    @Test
    void aNetworkThatSeesItsLastStepOnlyForgetsAtOnce() {
        Memory memory = memory(counter(CellVariant.SIMPLE_RNN_TANH, 0, 0.5f));

        assertThat(memory.accuracy()).containsExactly(1, 0.5, 0.5, 0.5, 0.5, 0.5);
        assertThat(memory.probability()[0]).isGreaterThan(0.7);
        assertThat(Arrays.stream(memory.probability()).skip(1))
                .allSatisfy(mean -> assertThat(mean).isCloseTo(0.5, within(1e-6)));
    }

    @Test
    void whatAStepLeavesIsForgottenStepByStep() {
        Memory memory = memory(counter(CellVariant.SIMPLE_RNN_RELU, 0.96f, 0.1f));

        for (int i = 0; i < WORDS.length; i++) {
            double sum = 2 * 1.96 * Math.pow(0.96, WORDS[i]);
            double expected = (sigmoid(sum + 0.1) + sigmoid(sum - 0.1)) / 2;
            assertThat(memory.probability()[i]).isCloseTo(expected, within(1e-5));
            assertThat(memory.accuracy()[i]).isEqualTo(sum > 0.1 ? 1 : 0.5);
        }
    }

    @Test
    void aBagRemembersAllButItWeighsLess() {
        float[] embedding = new float[VOCABULARY];
        embedding[GOOD] = 1;
        embedding[BAD] = -1;
        Predictor bag = network(
                NetworkSpec.bag(VOCABULARY, 1, 2),
                Map.of("0.E", embedding, "1.W", new float[] {4}, "1.b", new float[] {0.3f}));

        Memory memory = memory(bag);

        for (int i = 0; i < WORDS.length; i++) {
            double sum = 4 * 2.0 / (2 + WORDS[i]);
            double expected = (sigmoid(sum + 0.3) + sigmoid(sum - 0.3)) / 2;
            assertThat(memory.probability()[i]).isCloseTo(expected, within(1e-5));
        }
        assertThat(memory.accuracy()).containsExactly(1, 1, 0.5, 0.5, 0.5, 0.5);
    }

    /** It counts a word once in a review, however often it stands there. */
    @Test
    void aLinearClassifierIsMovedByWhichWordsFollowOnly() {
        float[] weights = {0, 0, 1, -1, 0.25f, 0, 0};
        LinearModel linear = LinearModel.of(VOCABULARY, 2, weights, new long[0], new float[0], new float[] {0.5f});
        OpenModel model = new OpenModel(null, null, Optional.empty(), Optional.of(linear));

        Memory memory = memory(model);

        assertThat(memory.accuracy()).containsOnly(1);
        double before = (sigmoid(1.5) + sigmoid(0.5)) / 2;
        double after = (sigmoid(1.75) + sigmoid(0.25)) / 2;
        assertThat(memory.probability()[0]).isCloseTo(before, within(1e-6));
        assertThat(Arrays.stream(memory.probability()).skip(1))
                .hasSize(5)
                .allSatisfy(mean -> assertThat(mean).isCloseTo(after, within(1e-6)));
    }

    /** Remembers what it is asked and finds every class equally probable, of three. */
    private static final class Listener implements Predictor {
        private final List<int[]> asked = new ArrayList<>();
        private int most;

        @Override
        public float[] probabilities(int[][] reviews) {
            asked.addAll(List.of(reviews));
            most = Math.max(most, reviews.length);
            float[] probabilities = new float[3 * reviews.length];
            Arrays.fill(probabilities, 1f / 3);
            return probabilities;
        }

        private static Listener of(int[][] reviews, long seed) {
            Listener listener = new Listener();
            Memory.of(listener, reviews, new int[reviews.length], 3, NEUTRAL, seed);
            return listener;
        }
    }

    @Test
    void eachReviewHasItsOwnWordsAndMoreBeginWithFewer() {
        int[][] reviews = {{2, 3, 2}, {}, {3}};

        List<int[]> asked = Listener.of(reviews, 8).asked;

        assertThat(asked).hasSize(6 * 3);
        for (int review = 0; review < 3; review++) {
            int[] longest = asked.get(5 * 3 + review);
            for (int i = 0; i < WORDS.length; i++) {
                assertThat(asked.get(i * 3 + review))
                        .isEqualTo(Arrays.copyOf(longest, reviews[review].length + WORDS[i]));
            }
            assertThat(Arrays.copyOf(longest, reviews[review].length)).isEqualTo(reviews[review]);
            assertThat(Arrays.stream(longest).skip(reviews[review].length).distinct())
                    .containsExactlyInAnyOrder(4, 5, 6);
        }
        assertThat(words(asked.get(15), 3)).isNotEqualTo(words(asked.get(16), 0));
        assertThat(words(asked.get(16), 0)).isNotEqualTo(words(asked.get(17), 1));
    }

    private static int[] words(int[] review, int from) {
        return Arrays.copyOfRange(review, from, review.length);
    }

    @Test
    void everyClassifierIsAskedTheSameAndAnotherSeedAsksOtherwise() {
        List<int[]> asked = Listener.of(REVIEWS, 8).asked;

        assertThat(Listener.of(REVIEWS, 8).asked).usingRecursiveComparison().isEqualTo(asked);
        assertThat(Listener.of(REVIEWS, 9).asked.get(11)).isNotEqualTo(asked.get(11));
    }

    @Test
    void manyReviewsAndLongOnesAreAskedAboutInParts() {
        assertThat(Listener.of(new int[150][1], 1).most).isEqualTo(64);
        assertThat(Listener.of(new int[9][30_000], 1).most).isEqualTo(2);
        assertThat(Listener.of(new int[3][70_000], 1).most).isEqualTo(1);
        assertThat(Listener.of(new int[150][1], 1).asked).hasSize(6 * 150);
    }

    /** It knows the class of each review by its first word, but for every third review. */
    @Test
    void figuresAreOverAllParts() {
        int[][] reviews = new int[150][];
        int[] truth = new int[150];
        for (int i = 0; i < 150; i++) {
            truth[i] = i < 60 ? 0 : 1;
            reviews[i] = new int[100];
            reviews[i][0] = i % 3 == 0 ? GOOD + 1 - truth[i] : GOOD + truth[i];
        }
        Predictor knows = some -> {
            float[] probabilities = new float[2 * some.length];
            for (int i = 0; i < some.length; i++) {
                probabilities[2 * i + some[i][0] - GOOD] = 0.75f;
                probabilities[2 * i + 1 - (some[i][0] - GOOD)] = 0.25f;
            }
            return probabilities;
        };

        Memory memory = Memory.of(knows, reviews, truth, 2, NEUTRAL, 1);

        assertThat(memory.accuracy()).hasSize(6).containsOnly(100.0 / 150);
        assertThat(memory.probability()).containsOnly((100 * 0.75 + 50 * 0.25) / 150);
    }

    @Test
    void endsWhereStatesGrowBeyondAllNumbers() {
        Memory memory = memory(counter(CellVariant.SIMPLE_RNN_RELU, 2, 0));

        assertThat(memory.words()).containsExactly(0, 10, 30, 100);
        assertThat(memory.accuracy()).containsExactly(1, 1, 1, 1);
        assertThat(memory.probability()).hasSize(4);
        assertThat(memory.beyondNumbers()).isTrue();
        Predictor neverAble = counter(CellVariant.SIMPLE_RNN_RELU, 3e38f, 0);
        int[][] longer = {{GOOD, GOOD, GOOD}};
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Memory.of(neverAble, longer, new int[1], 2, NEUTRAL, 1));
    }

    @Test
    void refusesNoReviewsAndTruthOfOthers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Memory.of(new Listener(), new int[0][], new int[0], 3, NEUTRAL, 1))
                .withMessage("there must be a review at least and a class for each, but 0 and 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Memory.of(new Listener(), REVIEWS, new int[1], 3, NEUTRAL, 1))
                .withMessage("there must be a review at least and a class for each, but 2 and 1");
    }
}
